import type { LearningRecord, RecordFlag } from '#domain/learning/record.ts';
import { type Grade, ratioOf } from '#domain/quiz/grading.ts';
import { Refusal } from '#domain/refusal.ts';
import type { DataServices } from '#server/services.ts';
import type { SoundRecord } from './check.ts';
import { digestRecord, nameOf, recordStatements, storedLimits } from './record-rows.ts';

/** A record that was stored before, with its first grade. */
export interface StoredRecord {
  /** Whose it is now. */
  readonly owner: string;
  readonly digest: string;
  readonly record: LearningRecord;
  readonly flags: readonly RecordFlag[];
  readonly grade: Grade | undefined;
}

/**
 * Stores sound records of one person in one transaction; answers the flags of those that are new, undefined for the others.
 */
export async function storeRecords(
  { db }: DataServices,
  sound: readonly SoundRecord[],
  now: number,
): Promise<readonly (readonly RecordFlag[] | undefined)[]> {
  const [added = []] = await db.writeRows(recordStatements(sound, now));
  const flagsOf = new Map(
    added.map((row) => [`${row.id} ${row.digest}`, JSON.parse(String(row.flags)) as RecordFlag[]]),
  );
  return sound.map(({ record }) => {
    const name = `${record.id} ${digestRecord(record)}`;
    const flags = flagsOf.get(name);
    // The same record twice in one request is one row.
    flagsOf.delete(name);
    return flags;
  });
}

/** Records by id; those that are not there are left out. */
export async function findStored(
  { db }: DataServices,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.client.execute({
    sql: `SELECT record.person, record.body, record.digest, record.flags, grade.earned, grade.possible, grade.passed, grade.questions
      FROM record LEFT JOIN grade ON grade.id = record.id WHERE record.id IN (SELECT value FROM json_each(?))`,
    args: [JSON.stringify(ids)],
  });
  return new Map(
    rows.map((row) => {
      const record = JSON.parse(String(row.body)) as LearningRecord;
      const flags = JSON.parse(String(row.flags)) as RecordFlag[];
      return [
        record.id,
        { owner: String(row.person), digest: String(row.digest), record, flags, grade: readGrade(row) },
      ] as const;
    }),
  );
}

/**
 * Why a sound record was not stored: all that its lesson or quiz takes of this person is there, or all that a day takes.
 * @throws Refusal unauthenticated when the person is not known (any more)
 */
export async function explainUnstored(
  { db }: DataServices,
  owner: string,
  record: LearningRecord,
): Promise<'name_full' | 'day_full'> {
  const { rows } = await db.client.execute({
    sql: `SELECT (SELECT max(ordinal) FROM record
        WHERE record.person = person.id AND course = ? AND name = ? AND kind = ?) AS ordinal
      FROM person WHERE person.id = ?`,
    args: [record.course, nameOf(record), record.kind, owner],
  });
  const [row] = rows;
  if (row === undefined) throw new Refusal('unauthenticated');
  return Number(row.ordinal) >= storedLimits.ofOneName ? 'name_full' : 'day_full';
}

function readGrade(row: Readonly<Record<string, unknown>>): Grade | undefined {
  if (row.questions === null) return undefined;
  const earned = Number(row.earned);
  const possible = Number(row.possible);
  const questions = JSON.parse(String(row.questions)) as Grade['questions'];
  return { earned, possible, ratio: ratioOf(earned, possible), passed: row.passed === 1, questions };
}
