import { and, asc, eq, lte, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { person } from '#db/schema/people.ts';
import { countedGrade, record } from '#db/schema/records.ts';
import type { AttemptRecord, RecordFlag, StoredRecord } from '#domain/learning/record.ts';
import { type Grade, type Points, ratioOf } from '#domain/quiz/grading.ts';

/** One record under the grade that counts now; instants in milliseconds since 1970. */
export interface GradedRecord {
  readonly id: string;
  readonly person: string;
  readonly kind: StoredRecord['kind'];
  readonly course: string;
  /** Lesson or quiz id. */
  readonly name: string;
  readonly answeredAt: number;
  readonly recordedAt: number;
  readonly seq: number;
  /** The how-manieth record of its person about its lesson or quiz; 1 is the first. */
  readonly ordinal: number;
  readonly flags: readonly RecordFlag[];
  /** Staff's word on an attempt that its flags hold back; undefined while nobody has said anything. */
  readonly admitted: boolean | undefined;
  /** Absent where there is nothing to grade. */
  readonly grade: Points | undefined;
  /** Whether the grade was given anew after a key was corrected. */
  readonly regraded: boolean;
}

/** An attempt of somebody's with what was answered and what each question earned. */
export interface AnsweredAttempt {
  readonly id: string;
  readonly person: { readonly id: string; readonly login: string; readonly name: string };
  readonly body: AttemptRecord;
  readonly flags: readonly RecordFlag[];
  readonly admitted: boolean | undefined;
  readonly grade: Grade;
  /** The row that the grade stands in, and the edition whose keys it was given by. */
  readonly given: { readonly id: string; readonly edition: string; readonly gradedAt: number };
}

const isAttempt = eq(record.kind, 'attempt');

/** So many rows are read at once; others have their turn before the next ones. */
const sliceRows = 2000;

/** Records in the order the server got them; `where` speaks of columns of `record`. */
export function listGraded(db: Database, where: SQL | undefined): Promise<GradedRecord[]> {
  return readAll(db, where, [asc(record.recordedAt), asc(record.seq), asc(record.id)]);
}

/** The first `most` attempts of a person at a quiz, in the order the server got them: what comes later is not even looked at. */
export async function listFirst(
  db: Database,
  { person: owner, course, quiz, most }: { person: string; course: string; quiz: string; most: number },
): Promise<GradedRecord[]> {
  const attempts = and(eq(record.person, owner), eq(record.course, course), eq(record.name, quiz), isAttempt);
  return readAll(db, and(attempts, lte(record.ordinal, most)), [asc(record.ordinal)]);
}

async function readAll(db: Database, where: SQL | undefined, order: readonly SQL[]): Promise<GradedRecord[]> {
  const records: GradedRecord[] = [];
  for (;;) {
    const slice = await readSlice(db, { where, order, offset: records.length });
    records.push(...slice);
    if (slice.length < sliceRows) return records;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function readSlice(
  { orm }: Database,
  { where, order, offset }: { where: SQL | undefined; order: readonly SQL[]; offset: number },
): Promise<GradedRecord[]> {
  const rows = await orm
    .select({
      id: record.id,
      person: record.person,
      kind: record.kind,
      course: record.course,
      name: record.name,
      answeredAt: record.answeredAt,
      recordedAt: record.recordedAt,
      seq: record.seq,
      ordinal: record.ordinal,
      flags: record.flags,
      admitted: newestAdmission,
      counted: {
        earned: countedGrade.earned,
        possible: countedGrade.possible,
        passed: countedGrade.passed,
        cause: countedGrade.cause,
      },
    })
    .from(record)
    .leftJoin(countedGrade, eq(countedGrade.record, record.id))
    .where(where)
    .orderBy(...order)
    .limit(sliceRows)
    .offset(offset);
  return rows.map(({ counted, admitted, ...rest }) => {
    const row = { ...rest, admitted: readAdmission(admitted) };
    if (counted === null) return { ...row, grade: undefined, regraded: false };
    const { earned, possible, passed, cause } = counted;
    return {
      ...row,
      grade: { earned, possible, ratio: ratioOf(earned, possible), passed },
      regraded: cause === 'regrade',
    };
  });
}

/** Graded attempts in the order the server got them; `where` speaks of columns of `record` and `person`. */
export async function listAnswered({ orm }: Database, where: SQL | undefined): Promise<AnsweredAttempt[]> {
  const rows = await orm
    .select({
      id: record.id,
      person: { id: person.id, login: person.login, name: person.name },
      body: record.body,
      flags: record.flags,
      admitted: newestAdmission,
      counted: {
        id: countedGrade.id,
        edition: countedGrade.edition,
        earned: countedGrade.earned,
        possible: countedGrade.possible,
        passed: countedGrade.passed,
        questions: countedGrade.questions,
        gradedAt: countedGrade.gradedAt,
      },
    })
    .from(record)
    .innerJoin(countedGrade, eq(countedGrade.record, record.id))
    .innerJoin(person, eq(person.id, record.person))
    .where(where)
    .orderBy(asc(record.recordedAt), asc(record.seq));
  return rows.flatMap(({ body, counted, admitted, ...row }) => {
    if (body.kind !== 'attempt') return [];
    const { earned, possible, passed, questions, ...given } = counted;
    return [
      {
        ...row,
        admitted: readAdmission(admitted),
        body,
        grade: { earned, possible, ratio: ratioOf(earned, possible), passed, questions },
        given,
      },
    ];
  });
}

/** The newest word of staff on a record; what came from its person and has no flags is not asked about. */
const newestAdmission = sql<number | null>`CASE WHEN ${record.flags} = '[]' AND ${record.by} IS NULL THEN NULL ELSE
  (SELECT counts FROM admission WHERE admission.record = ${record.id} ORDER BY admission.id DESC LIMIT 1) END`;

function readAdmission(counts: number | null): boolean | undefined {
  return counts === null ? undefined : counts === 1;
}
