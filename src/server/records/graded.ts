import { asc, eq, type SQL } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { countedGrade, person, record } from '#db/schema.ts';
import type { AttemptRecord, RecordFlag } from '#domain/learning/record.ts';
import { type Grade, type Points, ratioOf } from '#domain/quiz/grading.ts';

/** One record under the grade that counts now; instants in milliseconds since 1970. */
export interface GradedRecord {
  readonly id: string;
  readonly person: string;
  readonly kind: 'lesson-read' | 'attempt';
  readonly course: string;
  /** Lesson or quiz id. */
  readonly name: string;
  readonly answeredAt: number;
  readonly recordedAt: number;
  readonly seq: number;
  readonly flags: readonly RecordFlag[];
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
  readonly grade: Grade;
  /** The row that the grade stands in, and the edition whose keys it was given by. */
  readonly given: { readonly id: string; readonly edition: string; readonly gradedAt: number };
}

/** Records in the order the server got them; `where` speaks of columns of `record`. */
export async function listGraded({ orm }: Database, where: SQL | undefined): Promise<GradedRecord[]> {
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
      flags: record.flags,
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
    .orderBy(asc(record.recordedAt), asc(record.seq));
  return rows.map(({ counted, ...row }) => {
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
  return rows.flatMap(({ body, counted, ...row }) => {
    if (body.kind !== 'attempt') return [];
    const { earned, possible, passed, questions, ...given } = counted;
    return [{ ...row, body, grade: { earned, possible, ratio: ratioOf(earned, possible), passed, questions }, given }];
  });
}
