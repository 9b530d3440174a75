import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { grade, record } from '#db/schema.ts';
import { attemptSeed } from '#domain/quiz/attempt-seed.ts';
import { findQuiz } from '#domain/course/catalogue.ts';
import { type Disclosure, disclosureOf } from '#domain/learning/feedback.ts';
import { feedbackPolicy, type Quiz } from '#domain/quiz/quiz.ts';
import type { Grade } from '#domain/quiz/grading.ts';
import type { Viewer } from '#domain/person.ts';
import { foldStanding, type GradedAttempt, type Standing } from '#domain/learning/standing.ts';
import type { Services } from '#server/services.ts';
import { makeUuid } from '#server/uuid.ts';

/** One attempt of somebody's at one quiz, under the grade that counts now. */
export interface StoredAttempt extends GradedAttempt {
  /** Record id. */
  readonly id: string;
  /** Whether the grade was given anew after a key was corrected. */
  readonly regraded: boolean;
}

/** A person's attempts at a quiz in the order the server got them. */
export async function listAttempts(
  { orm }: Database,
  person: string,
  { course, id: quiz }: Pick<Quiz, 'course' | 'id'>,
): Promise<StoredAttempt[]> {
  const rows = await orm
    .select({
      ...{ id: record.id, answeredAt: record.answeredAt, recordedAt: record.recordedAt, seq: record.seq },
      ...{ flags: record.flags, earned: grade.earned, possible: grade.possible, passed: grade.passed },
      cause: grade.cause,
    })
    .from(record)
    .innerJoin(grade, eq(grade.record, record.id))
    .where(and(eq(record.person, person), eq(record.course, course), eq(record.name, quiz), eq(record.kind, 'attempt')))
    .orderBy(asc(record.recordedAt), asc(record.seq), asc(grade.gradedAt));
  const attempts = new Map<string, StoredAttempt>();
  for (const { earned, possible, passed, cause, ...row } of rows) {
    const ratio = possible === 0 ? 0 : earned / possible;
    attempts.set(row.id, { ...row, grade: { earned, possible, ratio, passed }, regraded: cause === 'regrade' });
  }
  return [...attempts.values()];
}

/** How a person stands with a quiz now. */
export async function readStanding(
  { db }: Pick<Services, 'db'>,
  person: string,
  quiz: Pick<Quiz, 'course' | 'id' | 'attempts' | 'waitMinutes'>,
): Promise<Standing> {
  return foldStanding(quiz, await listAttempts(db, person, quiz), Date.now());
}

/**
 * What of a grade its participant may see now. The quiz's policy of today holds, whatever edition was answered; that of the
 * edition where the quiz is no longer offered.
 */
export async function readDisclosure(
  services: Pick<Services, 'db' | 'catalogue'>,
  person: string,
  quiz: Quiz,
  { passed }: Pick<Grade, 'passed'>,
): Promise<Disclosure> {
  const rules = findQuiz(services.catalogue, quiz.course, quiz.id)?.quiz ?? quiz;
  const known = passed || feedbackPolicy(rules) !== 'after-passing-or-last';
  return disclosureOf(rules, known ? { passed, attempts: 0 } : await countAttempts(services.db, person, rules));
}

/** Of a person's attempts at a quiz how many there are, and whether one within the limit is passed: by the database, for every submission asks. */
async function countAttempts(
  { client }: Database,
  person: string,
  { course, id: quiz }: Pick<Quiz, 'course' | 'id'>,
): Promise<Pick<Standing, 'passed' | 'attempts'>> {
  const { rows } = await client.execute({
    sql: `SELECT count(*) AS attempts, coalesce(max(g.passed AND r.flags NOT LIKE '%"over_limit"%'), 0) AS passed
      FROM record AS r JOIN grade AS g ON g.record = r.id
      WHERE r.person = ? AND r.course = ? AND r.name = ? AND r.kind = 'attempt' AND NOT EXISTS (
        SELECT 1 FROM grade AS later WHERE later.record = r.id AND (later.graded_at, later.rowid) > (g.graded_at, g.rowid))`,
    args: [person, course, quiz],
  });
  return { passed: Number(rows[0]?.passed) === 1, attempts: Number(rows[0]?.attempts) };
}

/** A new attempt, for a form that the server draws; `number` is how many attempts the viewer has made. */
export function newAttempt(
  viewer: Pick<Viewer, 'id'> | undefined,
  { course, id: quiz }: Pick<Quiz, 'course' | 'id'>,
  number: number,
): { readonly id: string; readonly seed: string } {
  return { id: makeUuid(), seed: attemptSeed({ person: viewer?.id ?? '', course, quiz }, number) };
}
