import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { person } from '#db/schema/people.ts';
import { record } from '#db/schema/records.ts';
import { findCourse, findQuiz } from '#domain/course/catalogue.ts';
import type { Course } from '#domain/course/course.ts';
import type { Viewer } from '#domain/person/person.ts';
import { expandCases, numberQuestions } from '#domain/question/case.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { Refusal } from '#domain/refusal.ts';
import { analyseQuiz, type QuestionStatistics, type QuizStatistics } from '#domain/statistics/quiz-statistics.ts';
import { countResponses, type ResponseCounts } from '#domain/statistics/response-counts.ts';
import { findCohortDetail } from '#server/cohorts/cohorts.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import { type AnsweredAttempt, listAnswered } from '#server/records/graded.ts';
import type { CourseServices, DataServices } from '#server/services.ts';

/** What a trainer sees of one quiz: how it and its questions did among the house's participants. */
export interface QuizReport extends Omit<QuizStatistics, 'questions'> {
  /** Whose answers these are; undefined where they are those of the whole house. */
  readonly cohort: { readonly id: string; readonly name: string } | undefined;
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
  /** Names of those who got it, in the order that `counts` speaks of. */
  readonly names: readonly string[];
}

/** Whose answers are looked at: those of one cohort, or of the whole house. */
export interface QuizAddress {
  readonly course: string;
  readonly quiz: string;
  readonly cohort?: string | undefined;
}

/**
 * Item analysis over the first attempt of each participant of the viewer's house, or of one of its cohorts, under the grade that counts now.
 * @throws Refusal unauthenticated, forbidden, not_found
 */
export async function readQuizReport(
  services: CourseServices,
  asked: Viewer | undefined,
  { course: courseId, quiz: quizId, cohort }: QuizAddress,
): Promise<QuizReport> {
  const viewer = requireStaff(asked);
  const { catalogue } = services;
  const course = findCourse(catalogue, courseId);
  const quiz = findQuiz(catalogue, courseId, quizId)?.quiz;
  if (course === undefined || quiz === undefined) throw new Refusal('not_found', 'quiz');
  const room = cohort === undefined ? undefined : await findCohortDetail(services, viewer, cohort);
  const of = room
    ? inArray(
        person.id,
        room.people.map(({ id }) => id),
      )
    : isOfHouse(viewer.house);
  const attempts = await listFirstAttempts(services, of, { course: courseId, quiz: quizId });
  const { questions: statistics, ...whole } = analyseQuiz(attempts.map(({ grade }) => grade));
  const numbers = numberQuestions(quiz.questions);
  const questions = expandCases(quiz.questions).map((question) => {
    const got = attempts.filter(({ grade }) => grade.questions.some((it) => it.question === question.id));
    return {
      number: numbers.get(question.id) ?? '',
      question,
      names: got.map((attempt) => attempt.person.name),
      statistics: statistics.find((it) => it.question === question.id),
      counts: countResponses(
        question,
        got.map(({ body }) => body.responses.find((it) => it.question === question.id)?.given),
      ),
    };
  });
  return { ...whole, course, quiz, questions, cohort: room && { id: room.id, name: room.name } };
}

function isOfHouse(house: string): SQL | undefined {
  return and(eq(person.house, house), eq(person.role, 'participant'));
}

/** One attempt a participant: the first that arrived, but for sheets of paper that were typed wrong. */
function listFirstAttempts(
  { db }: DataServices,
  of: SQL | undefined,
  { course, quiz }: { readonly course: string; readonly quiz: string },
): Promise<AnsweredAttempt[]> {
  const atQuiz = and(eq(record.course, course), eq(record.name, quiz), eq(record.kind, 'attempt'));
  const isFirst = sql`${record.ordinal} = (SELECT min(other.ordinal) FROM record AS other
    WHERE other.person = ${record.person} AND other.course = ${course} AND other.name = ${quiz} AND other.kind = 'attempt'
      AND (other."by" IS NULL OR NOT EXISTS (SELECT 1 FROM admission WHERE admission.record = other.id)))`;
  return listAnswered(db, and(of, atQuiz, isFirst));
}
