import { desc, eq } from 'drizzle-orm';
import { grade, record } from '#db/schema.ts';
import { findCourse, findQuiz } from '#domain/course/catalogue.ts';
import type { Course } from '#domain/course/course.ts';
import { correctKeys } from '#domain/quiz/edition-change.ts';
import { type Disclosure, disclosureOf, showGrade } from '#domain/learning/feedback.ts';
import { gradeAttempt } from '#domain/quiz/grading.ts';
import { findReadAgain, type NextStep, nextStep } from '#domain/learning/next-step.ts';
import type { Viewer } from '#domain/person.ts';
import type { PublishedQuiz, Quiz } from '#domain/quiz/quiz.ts';
import type { ReceiptFlag, ReceiptGrade } from '#domain/learning/record.ts';
import type { Response } from '#domain/question/simple.ts';
import { findCounted, foldStanding, type Standing } from '#domain/learning/standing.ts';
import { listAttempts, readDisclosure, type StoredAttempt } from './attempts.ts';
import { findQuizEdition, listLaterEditions } from './editions.ts';
import { readProgress } from './progress.ts';
import { tellFlags } from './accept.ts';
import type { Services } from '#server/services.ts';

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
export async function findResult(
  services: Pick<Services, 'db' | 'catalogue'>,
  viewer: Viewer,
  id: string,
): Promise<Result | undefined> {
  const [row] = await services.db.orm
    .select()
    .from(record)
    .innerJoin(grade, eq(grade.record, record.id))
    .where(eq(record.id, id.toLowerCase()))
    .orderBy(desc(grade.gradedAt))
    .limit(1);
  const body = row?.record.body;
  if (row === undefined || body?.kind !== 'attempt' || body.person !== viewer.id) return undefined;
  const course = findCourse(services.catalogue, body.course);
  const quiz = await findGradedQuiz(services, body, row.grade.edition);
  if (course === undefined || quiz === undefined) return undefined;
  const { earned, possible, passed, questions } = row.grade;
  const ratio = possible === 0 ? 0 : earned / possible;
  const disclosure = await readDisclosure(services, viewer.id, quiz, { passed });
  const shown = showGrade(quiz, { earned, possible, ratio, passed, questions }, disclosure);
  const history = await readHistory(services, viewer, quiz, row.record.id);
  const progress = (await readProgress(services, viewer)).progress[course.id];
  return {
    published: { quiz, edition: body.edition },
    ...{ responses: body.responses, grade: shown, disclosure, flags: tellFlags(row.record.flags), history },
    readAgain: findReadAgain(course, quiz, shown.questions),
    next: nextStep(course, quiz, { passed, standing: history.standing, progress }),
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
    ...{ published, responses: answers.responses, grade: shown, disclosure, flags: [] },
    readAgain: findReadAgain(course, quiz, shown.questions),
    next: nextStep(course, quiz, { passed: full.passed }),
  };
}

async function readHistory(
  { db, catalogue }: Pick<Services, 'db' | 'catalogue'>,
  viewer: Viewer,
  quiz: Quiz,
  shown: string,
): Promise<History> {
  const rules = findQuiz(catalogue, quiz.course, quiz.id)?.quiz ?? quiz;
  const attempts = await listAttempts(db, viewer.id, quiz);
  return {
    ...{ shown, attempts, counted: findCounted(attempts, rules.counts ?? 'best')?.id },
    standing: foldStanding(rules, attempts, Date.now()),
  };
}

/** The quiz that an attempt was made at; after a regrade with the keys that it was graded anew by. */
async function findGradedQuiz(
  services: Pick<Services, 'db' | 'catalogue'>,
  { course, quiz: id, edition }: { readonly course: string; readonly quiz: string; readonly edition: string },
  gradedUnder: string,
): Promise<Quiz | undefined> {
  const seen = await findQuizEdition(services, course, id, edition);
  if (seen === undefined || gradedUnder === edition) return seen;
  return correctKeys(seen, await listLaterEditions(services, seen, { after: edition, until: gradedUnder }));
}
