import { and, eq } from 'drizzle-orm';
import { record } from '#db/schema.ts';
import { attemptSeed } from '#domain/quiz/attempt-seed.ts';
import { findQuiz } from '#domain/course/catalogue.ts';
import { type Disclosure, disclosureOf } from '#domain/learning/feedback.ts';
import type { Points } from '#domain/quiz/grading.ts';
import type { Viewer } from '#domain/person.ts';
import { feedbackPolicy, type Quiz } from '#domain/quiz/quiz.ts';
import { foldStanding, type Standing } from '#domain/learning/standing.ts';
import { type GradedRecord, listGraded } from './graded.ts';
import type { CourseServices, DataServices } from '#server/services.ts';
import { makeUuid } from '#server/uuid.ts';

/** One attempt of somebody's at one quiz, under the grade that counts now. */
export interface StoredAttempt extends GradedRecord {
  readonly grade: Points;
}

/** A person's attempts at a quiz in the order the server got them. */
export async function listAttempts(
  { db }: DataServices,
  person: string,
  { course, id: quiz }: Pick<Quiz, 'course' | 'id'>,
): Promise<StoredAttempt[]> {
  const atQuiz = and(eq(record.course, course), eq(record.name, quiz), eq(record.kind, 'attempt'));
  const graded = await listGraded(db, and(eq(record.person, person), atQuiz));
  return graded.flatMap((it) => (it.grade === undefined ? [] : [{ ...it, grade: it.grade }]));
}

/** How a person stands with a quiz now. */
export async function readStanding(
  services: DataServices,
  person: string,
  quiz: Pick<Quiz, 'course' | 'id' | 'attempts' | 'waitMinutes'>,
): Promise<Standing> {
  return foldStanding(quiz, await listAttempts(services, person, quiz), Date.now());
}

/**
 * What of a grade its participant may see now. The quiz's policy of today holds, whatever edition was answered; that of the
 * edition where the quiz is no longer offered.
 */
export async function readDisclosure(
  services: CourseServices,
  person: string,
  quiz: Quiz,
  { passed }: Pick<Points, 'passed'>,
): Promise<Disclosure> {
  const rules = findQuiz(services.catalogue, quiz.course, quiz.id)?.quiz ?? quiz;
  const known = passed || feedbackPolicy(rules) !== 'after-passing-or-last';
  return disclosureOf(rules, known ? { passed, attempts: 0 } : await readStanding(services, person, rules));
}

/** A new attempt, for a form that the server draws; `number` is how many attempts the viewer has made. */
export function newAttempt(
  viewer: Pick<Viewer, 'id'> | undefined,
  { course, id: quiz }: Pick<Quiz, 'course' | 'id'>,
  number: number,
): { readonly id: string; readonly seed: string } {
  return { id: makeUuid(), seed: attemptSeed({ person: viewer?.id ?? '', course, quiz }, number) };
}
