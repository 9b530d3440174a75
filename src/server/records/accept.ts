import type { Database, Statement } from '#db/client.ts';
import { showGrade } from '#domain/learning/feedback.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import { type Grade, ratioOf } from '#domain/quiz/grading.ts';
import type { Viewer } from '#domain/person.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import {
  batchLimits,
  type LearningRecord,
  type Receipt,
  type ReceiptFlag,
  type ReceiptGrade,
  type RecordFlag,
} from '#domain/learning/record.ts';
import { Refusal } from '#domain/refusal.ts';
import { recordMessages } from '#messages/record.ts';
import { flagQueries } from './flags.ts';
import { readDisclosure } from './attempts.ts';
import { findQuizEdition } from './editions.ts';
import { enrollStatements, rememberEnrollments } from './enrollments.ts';
import { checkRecord, type RefusedRecord, type SoundRecord } from './check.ts';
import { takeRequest } from './rate.ts';
import { sha256 } from '#server/digest.ts';
import type { CourseServices } from '#server/services.ts';

/** `device` of records that the server makes from a form posted without JavaScript. */
export const formDevice = 'form';

/**
 * Stores what a phone sent, each record alone: a receipt each, in the same order. When it resolves, everything with a
 * receipt `recorded` is durable. The first record of a course enrols the viewer in it.
 * @throws Refusal invalid when there are too many records, too_many when they come too fast
 */
export async function acceptRecords(
  services: CourseServices,
  viewer: Viewer,
  values: readonly unknown[],
): Promise<Receipt[]> {
  takeRequest(viewer.id);
  if (values.length > batchLimits.records) {
    throw new Refusal('invalid', `records must be at most ${batchLimits.records}`);
  }
  const now = Date.now();
  const checked: (SoundRecord | RefusedRecord)[] = [];
  for (const value of values) checked.push(await checkRecord(services, viewer, value, now));
  const stored = await storeRecords(services.db, viewer, checked, now);
  const earlier = await findStored(
    services.db,
    checked.flatMap((it, at) => (stored[at] === undefined && it.record !== undefined ? [it.record.id] : [])),
  );
  const receipts: Receipt[] = [];
  for (const [at, it] of checked.entries()) {
    const flags = stored[at];
    const isNew = !('refused' in it) && flags !== undefined;
    receipts.push(
      isNew
        ? await makeReceipt(services, 'recorded', { record: it.record, flags, ...it.graded })
        : await answerUnstored(services, it, values[at], earlier),
    );
  }
  return receipts;
}

/** The receipt of an attempt or a lesson that the viewer sent earlier; undefined when it is not there or not theirs. */
export async function findReceipt(services: CourseServices, viewer: Viewer, id: string): Promise<Receipt | undefined> {
  const found = (await findStored(services.db, [id.toLowerCase()])).get(id.toLowerCase());
  return found?.record.person === viewer.id ? repeatReceipt(services, found) : undefined;
}

/** What a participant is told of the flags of an attempt. */
export function tellFlags(flags: readonly RecordFlag[]): readonly ReceiptFlag[] {
  return flags.filter((flag) => flag !== 'own_draw');
}

/** Writes the sound ones in one transaction. Answers the flags of those that are new, undefined for the others. */
async function storeRecords(
  db: Database,
  viewer: Viewer,
  checked: readonly (SoundRecord | RefusedRecord)[],
  now: number,
): Promise<(readonly RecordFlag[] | undefined)[]> {
  const courses = new Set(checked.flatMap((it) => ('refused' in it ? [] : [it.record.course])));
  const statements = enrollStatements(db, viewer.id, courses, now);
  const placeOf = checked.map((it) => {
    if ('refused' in it) return undefined;
    const digest = digestRecord(it.record);
    statements.push(recordStatement(it, digest, now));
    if (it.graded !== undefined) statements.push(gradeStatement(it.record, it.graded.grade, digest, now));
    return statements.length - (it.graded === undefined ? 1 : 2);
  });
  const results = await db.write(statements);
  rememberEnrollments(db, viewer.id, courses);
  return placeOf.map((place) => {
    const row = place === undefined ? undefined : results[place]?.rows[0];
    return row === undefined ? undefined : (JSON.parse(String(row.flags)) as RecordFlag[]);
  });
}

/** Inserts a record unless its id is taken; returns its flags when it is new. */
function recordStatement({ record, flags, graded }: SoundRecord, digest: string, now: number): Statement {
  const queries = graded === undefined || record.kind !== 'attempt' ? [] : flagQueries(graded.quiz, record, now);
  const found = queries.map(({ sql }) => `UNION ALL ${sql}`).join(' ');
  return {
    sql: `INSERT INTO record (id, kind, person, course, name, device, seq, answered_at, recorded_at, body, digest, flags)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${found === '' ? '?' : `(SELECT json_group_array(DISTINCT flag) FROM (SELECT value AS flag FROM json_each(?) ${found}))`})
      ON CONFLICT (id) DO NOTHING RETURNING flags`,
    args: [
      ...[record.id, record.kind, record.person, record.course, nameOf(record), record.device, record.seq],
      ...[Date.parse(record.answeredAt), now, JSON.stringify(record), digest, JSON.stringify(flags)],
      ...queries.flatMap(({ args }) => args),
    ],
  };
}

/** The first grade of a record has the record's id, so that it is there once; not when the id is another record's. */
function gradeStatement(record: LearningRecord, grade: Grade, digest: string, now: number): Statement {
  const { earned, possible, passed, questions } = grade;
  return {
    sql: `INSERT INTO grade (id, record, edition, earned, possible, passed, questions, graded_at, cause)
      SELECT ?, ?, ?, ?, ?, ?, ?, ?, 'submission' WHERE EXISTS (SELECT 1 FROM record WHERE id = ? AND digest = ?)
      ON CONFLICT (id) DO NOTHING`,
    args: [
      ...[record.id, record.id, record.edition, earned, possible, passed ? 1 : 0, JSON.stringify(questions), now],
      ...[record.id, digest],
    ],
  };
}

/** The receipt of what was not stored now: refused, or stored before. */
async function answerUnstored(
  services: CourseServices,
  it: SoundRecord | RefusedRecord,
  value: unknown,
  earlier: ReadonlyMap<string, StoredRecord>,
): Promise<Receipt> {
  const before = it.record === undefined ? undefined : earlier.get(it.record.id);
  // What was stored once stays so, even when it would be refused today: its course may be gone.
  if (it.record !== undefined && before?.digest === digestRecord(it.record)) return repeatReceipt(services, before);
  if ('refused' in it) {
    const { refused: code, detail, message } = it;
    return { id: it.record?.id ?? claimedId(value), outcome: 'refused', code, detail, message };
  }
  return { id: it.record.id, outcome: 'refused', code: 'conflict', detail: 'id', message: recordMessages.conflict };
}

async function makeReceipt(
  services: CourseServices,
  outcome: 'recorded' | 'duplicate',
  {
    record,
    flags,
    quiz,
    grade,
  }: { record: LearningRecord; flags: readonly RecordFlag[]; quiz?: Quiz | undefined; grade?: Grade | undefined },
): Promise<Receipt> {
  const told = tellFlags(flags);
  const shown = grade && (await discloseGrade(services, record.person, quiz, grade));
  return {
    id: record.id,
    outcome,
    ...(told.length > 0 ? { flags: told } : {}),
    ...(shown === undefined ? {} : { grade: shown }),
  };
}

async function discloseGrade(
  services: CourseServices,
  person: string,
  quiz: Quiz | undefined,
  grade: Grade,
): Promise<ReceiptGrade> {
  if (quiz === undefined) return showGrade(quiz, grade, 'points');
  return showGrade(quiz, grade, await readDisclosure(services, person, quiz, grade));
}

function claimedId(value: unknown): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id.slice(0, 64) : '';
}

interface StoredRecord {
  readonly digest: string;
  readonly record: LearningRecord;
  readonly flags: readonly RecordFlag[];
  /** The first one. */
  readonly grade: Grade | undefined;
}

/** Records by id. */
async function findStored(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.client.execute({
    sql: `SELECT record.body, record.digest, record.flags, grade.earned, grade.possible, grade.passed, grade.questions
      FROM record LEFT JOIN grade ON grade.id = record.id WHERE record.id IN (${ids.map(() => '?').join(', ')})`,
    args: [...ids],
  });
  return new Map(
    rows.map((row) => {
      const record = JSON.parse(String(row.body)) as LearningRecord;
      const flags = JSON.parse(String(row.flags)) as RecordFlag[];
      return [record.id, { digest: String(row.digest), record, flags, grade: readGrade(row) }] as const;
    }),
  );
}

function readGrade(row: Readonly<Record<string, unknown>>): Grade | undefined {
  if (row.questions === null) return undefined;
  const earned = Number(row.earned);
  const possible = Number(row.possible);
  const questions = JSON.parse(String(row.questions)) as Grade['questions'];
  return { earned, possible, ratio: ratioOf(earned, possible), passed: row.passed === 1, questions };
}

/** The receipt of a duplicate: the first outcome's grade, of which the quiz may tell more by now. */
async function repeatReceipt(services: CourseServices, { record, flags, grade }: StoredRecord): Promise<Receipt> {
  const quiz =
    record.kind === 'attempt' ? await findQuizEdition(services, record.course, record.quiz, record.edition) : undefined;
  return makeReceipt(services, 'duplicate', { record, flags, quiz, grade });
}

function nameOf(record: LearningRecord): string {
  return record.kind === 'attempt' ? record.quiz : record.lesson;
}

/**
 * SHA-256 of what a record says, whatever the order of its fields. A form has no clock and no counter of its own: the
 * same form posted twice is the same record although the server stamped it twice.
 */
function digestRecord(record: LearningRecord): string {
  const said = record.device === formDevice ? { ...record, seq: 0, answeredAt: '', startedAt: '' } : record;
  return sha256(canonicalJson(said));
}
