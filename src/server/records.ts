import { createHash } from 'node:crypto';
import type { Database, Statement } from '#db/client.ts';
import type { Grade } from '#domain/grading.ts';
import type { Viewer } from '#domain/person.ts';
import { expandCases } from '#domain/question/case.ts';
import type { Quiz } from '#domain/quiz.ts';
import {
  batchLimits,
  type LearningRecord,
  type Receipt,
  type ReceiptGrade,
  type RecordFlag,
  type Response,
} from '#domain/record.ts';
import { Refusal } from '#domain/refusal.ts';
import { recordMessages } from '#messages';
import { findQuizEdition } from './editions.ts';
import { enrollStatements, rememberEnrollments } from './enrollments.ts';
import { checkRecord, type RefusedRecord, type SoundRecord } from './record-check.ts';
import { takeRequest } from './record-rate.ts';
import type { Services } from './services.ts';

/** `device` of records that the server makes from a form posted without JavaScript. */
export const formDevice = 'form';

/**
 * Stores what a phone sent, each record alone: a receipt each, in the same order. When it resolves, everything with a
 * receipt `recorded` is durable. The first record of a course enrols the viewer in it.
 * @throws Refusal invalid when there are too many records, too_many when they come too fast
 */
export async function acceptRecords(
  services: Pick<Services, 'db' | 'catalogue'>,
  viewer: Viewer,
  values: readonly unknown[],
): Promise<Receipt[]> {
  takeRequest(viewer.id);
  if (values.length > batchLimits.records) {
    throw new Refusal('invalid', `records must be at most ${batchLimits.records}`);
  }
  const checked: (SoundRecord | RefusedRecord)[] = [];
  for (const value of values) checked.push(await checkRecord(services, viewer, value));
  const stored = await storeRecords(services.db, viewer, checked);
  const earlier = await findStored(
    services,
    checked.flatMap((it, at) => (stored[at] === undefined && it.record !== undefined ? [it.record.id] : [])),
  );
  return checked.map((it, at) => {
    const flags = stored[at];
    if (!('refused' in it) && flags !== undefined) {
      const { quiz, grade } = it.graded ?? {};
      return {
        id: it.record.id,
        outcome: 'recorded',
        ...(flags.length > 0 ? { flags } : {}),
        ...(quiz === undefined || grade === undefined ? {} : { grade: showGrade(quiz, grade) }),
      };
    }
    return answerUnstored(it, values[at], earlier);
  });
}

/** The receipt of an attempt or a lesson that the viewer sent earlier; undefined when it is not there or not theirs. */
export async function findReceipt(
  services: Pick<Services, 'db' | 'catalogue'>,
  viewer: Viewer,
  id: string,
): Promise<Receipt | undefined> {
  return (await findAnswered(services, viewer, id))?.receipt;
}

/** The same with what was answered; a lesson has no responses. */
export async function findAnswered(
  services: Pick<Services, 'db' | 'catalogue'>,
  viewer: Viewer,
  id: string,
): Promise<{ readonly receipt: Receipt; readonly responses: readonly Response[] } | undefined> {
  const found = (await findStored(services, [id.toLowerCase()])).get(id.toLowerCase());
  if (found?.record.person !== viewer.id) return undefined;
  const { record, receipt } = found;
  return { receipt, responses: record.kind === 'attempt' ? record.responses : [] };
}

/** Writes the sound ones in one transaction. Answers the flags of those that are new, undefined for the others. */
async function storeRecords(
  db: Database,
  viewer: Viewer,
  checked: readonly (SoundRecord | RefusedRecord)[],
): Promise<(readonly RecordFlag[] | undefined)[]> {
  const now = Date.now();
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

/**
 * Inserts a record unless its id is taken; returns its flags when it is new. Whether an attempt is over the limit is
 * found in the same statement, so that two phones at the same moment cannot both be the last one allowed.
 */
function recordStatement({ record, flags, graded }: SoundRecord, digest: string, now: number): Statement {
  const name = nameOf(record);
  const limit = graded?.quiz.attempts;
  const values = [
    ...[record.id, record.kind, record.person, record.course, name, record.device, record.seq],
    ...[Date.parse(record.answeredAt), now, JSON.stringify(record), digest],
  ];
  const within = JSON.stringify(flags);
  if (limit === undefined) return { sql: `${insertRecord} ?) ${unlessTaken}`, args: [...values, within] };
  const over = JSON.stringify([...flags, 'over_limit'] satisfies RecordFlag[]);
  return {
    sql: `${insertRecord} CASE WHEN (SELECT count(*) FROM record WHERE person = ? AND course = ? AND name = ? AND kind = 'attempt') >= ? THEN ? ELSE ? END) ${unlessTaken}`,
    args: [...values, record.person, record.course, name, limit, over, within],
  };
}

const insertRecord =
  'INSERT INTO record (id, kind, person, course, name, device, seq, answered_at, recorded_at, body, digest, flags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,';
const unlessTaken = 'ON CONFLICT (id) DO NOTHING RETURNING flags';

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
function answerUnstored(
  it: SoundRecord | RefusedRecord,
  value: unknown,
  earlier: ReadonlyMap<string, StoredRecord>,
): Receipt {
  const before = it.record === undefined ? undefined : earlier.get(it.record.id);
  // What was stored once stays so, even when it would be refused today: its course may be gone.
  if (it.record !== undefined && before?.digest === digestRecord(it.record)) return before.receipt;
  if ('refused' in it) {
    const { refused: code, detail, message } = it;
    return { id: it.record?.id ?? claimedId(value), outcome: 'refused', code, detail, message };
  }
  return { id: it.record.id, outcome: 'refused', code: 'conflict', detail: 'id', message: recordMessages.conflict };
}

function claimedId(value: unknown): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id.slice(0, 64) : '';
}

interface StoredRecord {
  readonly digest: string;
  readonly record: LearningRecord;
  readonly receipt: Receipt;
}

/** Records by id, with the receipt of a duplicate: the first outcome's grade. */
async function findStored(
  services: Pick<Services, 'db' | 'catalogue'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const stored = new Map<string, StoredRecord>();
  if (ids.length === 0) return stored;
  const { rows } = await services.db.client.execute({
    sql: `SELECT record.body, record.digest, record.flags, grade.earned, grade.possible, grade.passed, grade.questions
      FROM record LEFT JOIN grade ON grade.id = record.id WHERE record.id IN (${ids.map(() => '?').join(', ')})`,
    args: [...ids],
  });
  for (const row of rows) {
    const record = JSON.parse(String(row.body)) as LearningRecord;
    const flags = JSON.parse(String(row.flags)) as RecordFlag[];
    const grade = await showStoredGrade(services, record, row);
    const receipt: Receipt = {
      id: record.id,
      outcome: 'duplicate',
      ...(flags.length > 0 ? { flags } : {}),
      ...(grade === undefined ? {} : { grade }),
    };
    stored.set(record.id, { digest: String(row.digest), record, receipt });
  }
  return stored;
}

async function showStoredGrade(
  services: Pick<Services, 'db' | 'catalogue'>,
  record: LearningRecord,
  row: Readonly<Record<string, unknown>>,
): Promise<ReceiptGrade | undefined> {
  if (record.kind !== 'attempt' || row.questions === null) return undefined;
  const quiz = await findQuizEdition(services, record.course, record.quiz, record.edition);
  const [earned, possible] = [Number(row.earned), Number(row.possible)];
  const ratio = possible === 0 ? 0 : earned / possible;
  const questions = JSON.parse(String(row.questions)) as Grade['questions'];
  return showGrade(quiz, { earned, possible, ratio, passed: row.passed === 1, questions });
}

/** A grade as the participant may see it: why an answer is right is told after a practice, never after an assessment. */
function showGrade(quiz: Quiz | undefined, grade: Grade): ReceiptGrade {
  const open = quiz?.mode === 'practice' ? expandCases(quiz.questions) : [];
  const rationales = new Map(open.map((it) => [it.id, it.rationale]));
  const { earned, possible, ratio, passed } = grade;
  return {
    ...{ earned, possible, ratio, passed },
    questions: grade.questions.map(({ question, earned: got, possible: most }) => {
      const rationale = rationales.get(question);
      return { question, earned: got, possible: most, ...(rationale === undefined ? {} : { rationale }) };
    }),
  };
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
  return createHash('sha256').update(JSON.stringify(said, sortedFields)).digest('hex');
}

function sortedFields(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
