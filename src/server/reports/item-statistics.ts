import { and, eq } from 'drizzle-orm';
import { person } from '#db/schema/people.ts';
import { record } from '#db/schema/records.ts';
import { findCourse, findQuiz } from '#domain/course/catalogue.ts';
import type { Course } from '#domain/course/course.ts';
import type { Viewer } from '#domain/person.ts';
import { expandCases, numberQuestions } from '#domain/question/case.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { Refusal } from '#domain/refusal.ts';
import { analyseQuiz, type QuestionStatistics, type QuizStatistics } from '#domain/statistics/quiz-statistics.ts';
import { countResponses, type ResponseCounts } from '#domain/statistics/response-counts.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import { type AnsweredAttempt, listAnswered } from '#server/records/graded.ts';
import type { CourseServices, DataServices } from '#server/services.ts';

/** What a trainer sees of one quiz: how it and its questions did among the house's participants. */
export interface QuizReport extends Omit<QuizStatistics, 'questions'> {
  readonly course: Course;
  readonly quiz: Quiz;
  /** In the author's order; questions that nobody got yet are left out of the figures. */
  readonly questions: readonly QuestionReport[];
}

export interface QuestionReport {
  /** What it is called in the quiz: 3, or 3a in a case. */
  readonly number: string;
  readonly question: SimpleQuestion;
  /** Absent when nobody got it. */
  readonly statistics: QuestionStatistics | undefined;
  readonly counts: ResponseCounts;
}

/**
 * Item analysis over the first attempt of each participant of the viewer's house, under the grade that counts now.
 * @throws Refusal unauthenticated, forbidden, not_found
 */
export async function readQuizReport(
  services: CourseServices,
  asked: Viewer | undefined,
  { course: courseId, quiz: quizId }: { readonly course: string; readonly quiz: string },
): Promise<QuizReport> {
  const { house } = requireStaff(asked);
  const { catalogue } = services;
  const course = findCourse(catalogue, courseId);
  const quiz = findQuiz(catalogue, courseId, quizId)?.quiz;
  if (course === undefined || quiz === undefined) throw new Refusal('not_found', 'quiz');
  const attempts = await listFirstAttempts(services, { house, course: courseId, quiz: quizId });
  const { questions: statistics, ...whole } = analyseQuiz(attempts.map(({ grade }) => grade));
  const numbers = numberQuestions(quiz.questions);
  const questions = expandCases(quiz.questions).map((question) => {
    const got = attempts.filter(({ grade }) => grade.questions.some((it) => it.question === question.id));
    return {
      number: numbers.get(question.id) ?? '',
      question,
      statistics: statistics.find((it) => it.question === question.id),
      counts: countResponses(
        question,
        got.map(({ body }) => body.responses.find((it) => it.question === question.id)?.given),
      ),
    };
  });
  return { ...whole, course, quiz, questions };
}

/** One attempt a participant: the first that arrived. */
function listFirstAttempts(
  { db }: DataServices,
  { house, course, quiz }: { readonly house: string; readonly course: string; readonly quiz: string },
): Promise<AnsweredAttempt[]> {
  const ofHouse = and(eq(person.house, house), eq(person.role, 'participant'));
  const atQuiz = and(eq(record.course, course), eq(record.name, quiz), eq(record.kind, 'attempt'));
  return listAnswered(db, and(ofHouse, atQuiz, eq(record.ordinal, 1)));
}
