import { and, eq } from 'drizzle-orm';
import { record } from '#db/schema/records.ts';
import { findCourse, findQuiz } from '#domain/course/catalogue.ts';
import type { Course } from '#domain/course/course.ts';
import { correctKeys } from '#domain/quiz/edition-change.ts';
import { type Disclosure, disclosureOf, showGrade } from '#domain/learning/feedback.ts';
import { gradeAttempt } from '#domain/quiz/grading.ts';
import { findReadAgain, type NextStep, nextStep } from '#domain/learning/next-step.ts';
import type { Viewer } from '#domain/person/person.ts';
import type { PublishedQuiz, Quiz } from '#domain/quiz/quiz.ts';
import type { ReceiptFlag, ReceiptGrade } from '#domain/learning/record.ts';
import type { Response } from '#domain/question/simple.ts';
import { counts, findCounted, foldStanding, type Standing } from '#domain/learning/standing.ts';
import { listAttempts, openDisclosures, type StoredAttempt } from '#server/records/intake/attempts.ts';
import { findQuizEdition, listLaterEditions } from './editions.ts';
import { listAnswered } from './graded.ts';
import { readProgress } from './progress.ts';
import { tellFlags } from '#server/records/intake/accept.ts';
import type { CourseServices } from '#server/services.ts';

/** An attempt as its page tells it: what it earned, as far as the quiz lets on, and where to go on. */
export interface Result {
  /** As the participant saw it, with the keys as they were corrected since. */
  readonly published: PublishedQuiz;
  readonly responses: readonly Response[];
  readonly grade: ReceiptGrade;
  readonly disclosure: Disclosure;
  readonly flags: readonly ReceiptFlag[];
  readonly readAgain: ReturnType<typeof findReadAgain>;
  readonly next: NextStep;
  /** Absent when nobody is signed in. */
  readonly history?: History;
}

/** All attempts of the viewer's at this quiz, in the order the server got them. */
export interface History {
  /** Record id of the attempt that is shown. */
  readonly shown: string;
  /** Record id of the attempt that counts. */
  readonly counted: string | undefined;
  readonly attempts: readonly StoredAttempt[];
  readonly standing: Standing;
}

/** The result of an attempt of the viewer's, under the grade that counts now; undefined when it is not theirs or not there. */
export async function findResult(services: CourseServices, viewer: Viewer, id: string): Promise<Result | undefined> {
  const owned = and(eq(record.id, id.toLowerCase()), eq(record.person, viewer.id));
  const [attempt] = await listAnswered(services.db, owned);
  if (attempt === undefined) return undefined;
  const { body, grade, flags, given } = attempt;
  const course = findCourse(services.catalogue, body.course);
  const quiz = await findGradedQuiz(services, body, given.edition);
  if (course === undefined || quiz === undefined) return undefined;
  const disclosure = await openDisclosures(services, viewer.id)(quiz);
  const shown = showGrade(quiz, grade, disclosure);
  const history = await readHistory(services, viewer, quiz, attempt.id);
  const progress = (await readProgress(services, viewer)).progress[course.id];
  return {
    published: { quiz, edition: body.edition },
    responses: body.responses,
    grade: shown,
    disclosure,
    flags: tellFlags(flags),
    history,
    readAgain: findReadAgain(course, quiz, shown.questions),
    next: nextStep(course, quiz, { passed: grade.passed && counts(attempt), standing: history.standing, progress }),
  };
}

/** The result of answers that are not recorded, because nobody is signed in. */
export function gradeUnrecorded(
  course: Course,
  published: PublishedQuiz,
  answers: { readonly seed: string; readonly responses: readonly Response[] },
): Result {
  const { quiz } = published;
  const full = gradeAttempt(quiz, answers);
  const disclosure = disclosureOf(quiz, { passed: full.passed, attempts: 0 });
  const shown = showGrade(quiz, full, disclosure);
  return {
    published,
    responses: answers.responses,
    grade: shown,
    disclosure,
    flags: [],
    readAgain: findReadAgain(course, quiz, shown.questions),
    next: nextStep(course, quiz, { passed: full.passed }),
  };
}

async function readHistory(services: CourseServices, viewer: Viewer, quiz: Quiz, shown: string): Promise<History> {
  const rules = findQuiz(services.catalogue, quiz.course, quiz.id)?.quiz ?? quiz;
  const attempts = await listAttempts(services, viewer.id, quiz);
  return {
    shown,
    attempts,
    counted: findCounted(attempts, rules.counts ?? 'best')?.id,
    standing: foldStanding(rules, attempts, Date.now()),
  };
}

/** The quiz that an attempt was made at; after a regrade with the keys that it was graded anew by. */
async function findGradedQuiz(
  services: CourseServices,
  { course, quiz: id, edition }: { readonly course: string; readonly quiz: string; readonly edition: string },
  gradedUnder: string,
): Promise<Quiz | undefined> {
  const seen = await findQuizEdition(services, course, id, edition);
  if (seen === undefined || gradedUnder === edition) return seen;
  return correctKeys(seen, await listLaterEditions(services, seen, { after: edition, until: gradedUnder }));
}
