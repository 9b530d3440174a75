import { and, desc, eq } from 'drizzle-orm';
import { record } from '#db/schema/records.ts';
import { attemptSeed } from '#domain/quiz/draw/attempt-seed.ts';
import { findQuiz } from '#domain/course/catalogue.ts';
import { type Disclosure, disclosureOf } from '#domain/learning/feedback.ts';
import type { Points } from '#domain/quiz/grading.ts';
import type { Viewer } from '#domain/person/person.ts';
import { attemptRules } from '#domain/quiz/attempt-rules.ts';
import { drawLessons } from '#domain/quiz/draw/drawn.ts';
import { feedbackPolicy, type Quiz } from '#domain/quiz/quiz.ts';
import { withRead } from '#domain/quiz/draw/read-seed.ts';
import { foldStanding, hasPassed, type Standing } from '#domain/learning/standing.ts';
import { type GradedRecord, listFirst } from '#server/records/graded.ts';
import { storedLimits } from './record-rows.ts';
import type { CourseServices, DataServices } from '#server/services.ts';
import { makeUuid } from '#server/uuid.ts';

/** One attempt of somebody's at one quiz, under the grade that counts now. */
export interface StoredAttempt extends GradedRecord {
  readonly grade: Points;
}

/** A person's attempts at a quiz in the order the server got them; at most the first `most`. */
export async function listAttempts(
  { db }: DataServices,
  person: string,
  { course, id: quiz }: Pick<Quiz, 'course' | 'id'>,
  most: number = storedLimits.ofOneName,
): Promise<StoredAttempt[]> {
  const graded = await listFirst(db, { person, course, quiz, most });
  return graded.flatMap((it) => (it.grade === undefined ? [] : [{ ...it, grade: it.grade }]));
}

/** Id of the attempt of somebody's at a quiz that the server got last; undefined when there is none. */
export async function findNewestAttempt(
  { db }: DataServices,
  person: string,
  { course, quiz }: { readonly course: string; readonly quiz: string },
): Promise<string | undefined> {
  const isAttempt = and(eq(record.course, course), eq(record.name, quiz), eq(record.kind, 'attempt'));
  const [newest] = await db.orm
    .select({ id: record.id })
    .from(record)
    .where(and(eq(record.person, person), isAttempt))
    .orderBy(desc(record.ordinal))
    .limit(1);
  return newest?.id;
}

/** How a person stands with a quiz now. */
export async function readStanding(
  services: DataServices,
  person: string,
  quiz: Pick<Quiz, 'course' | 'id' | 'mode' | 'attempts' | 'waitMinutes'>,
): Promise<Standing> {
  return foldStanding(quiz, await listAttempts(services, person, quiz), Date.now());
}

/** What of the grades of one person's attempts at a quiz may be told to them now. */
export type Disclose = (quiz: Quiz) => Promise<Disclosure>;

/**
 * Reads each quiz's attempts once and no more of them than its limit. The quiz's policy of today holds, whatever edition was
 * answered; that of the edition where the quiz is no longer offered.
 */
export function openDisclosures(services: CourseServices, person: string): Disclose {
  const known = new Map<string, Promise<Disclosure>>();
  return (quiz) => {
    const key = JSON.stringify([quiz.course, quiz.id]);
    const disclosure = known.get(key) ?? readDisclosure(services, person, quiz);
    known.set(key, disclosure);
    return disclosure;
  };
}

async function readDisclosure(services: CourseServices, person: string, quiz: Quiz): Promise<Disclosure> {
  const rules = findQuiz(services.catalogue, quiz.course, quiz.id)?.quiz ?? quiz;
  if (feedbackPolicy(rules) !== 'after-passing-or-last') return disclosureOf(rules, { passed: false, attempts: 0 });
  const attempts = await listAttempts(services, person, rules, attemptRules(rules).attempts);
  return disclosureOf(rules, { passed: hasPassed(attempts), attempts: attempts.length });
}

/**
 * A new attempt at this edition of a quiz, for a form that the server draws; `number` is how many attempts the viewer has made.
 */
export async function newAttempt(
  services: DataServices,
  viewer: Pick<Viewer, 'id'> | undefined,
  { quiz, number }: { readonly quiz: Quiz; readonly number: number },
): Promise<{ readonly id: string; readonly seed: string }> {
  const { course, id } = quiz;
  const seed = attemptSeed({ person: viewer?.id ?? '', course, quiz: id }, number);
  const lessons = drawLessons(quiz);
  const read = viewer && lessons.length > 0 ? await listReadLessons(services, viewer.id, course) : [];
  return { id: makeUuid(), seed: withRead(seed, lessons, (lesson) => read.includes(lesson)) };
}

async function listReadLessons({ db }: DataServices, person: string, course: string): Promise<readonly string[]> {
  const isRead = and(eq(record.person, person), eq(record.course, course), eq(record.kind, 'lesson-read'));
  const rows = await db.orm.selectDistinct({ lesson: record.name }).from(record).where(isRead);
  return rows.map(({ lesson }) => lesson);
}
