import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { grade, person, record } from '#db/schema.ts';
import { findCourse, findQuiz } from '#domain/course/catalogue.ts';
import type { Course } from '#domain/course/course.ts';
import type { QuestionGrade } from '#domain/quiz/grading.ts';
import type { Viewer } from '#domain/person.ts';
import { expandCases, numberQuestions } from '#domain/question/case.ts';
import type { Response, SimpleQuestion } from '#domain/question/simple.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { Refusal } from '#domain/refusal.ts';
import { analyseQuiz, type QuestionStatistics, type QuizStatistics } from '#domain/statistics/quiz-statistics.ts';
import { countResponses, type ResponseCounts } from '#domain/statistics/response-counts.ts';
import { requireRole } from '#server/accounts/guards.ts';
import type { Services } from '#server/services.ts';

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
  { db, catalogue }: Pick<Services, 'db' | 'catalogue'>,
  asked: Viewer | undefined,
  { course: courseId, quiz: quizId }: { readonly course: string; readonly quiz: string },
): Promise<QuizReport> {
  const { house } = requireRole({ viewer: asked }, 'trainer', 'coordinator');
  const course = findCourse(catalogue, courseId);
  const quiz = findQuiz(catalogue, courseId, quizId)?.quiz;
  if (course === undefined || quiz === undefined) throw new Refusal('not_found', 'quiz');
  const attempts = await listFirstAttempts(db, { house, course: courseId, quiz: quizId });
  const { questions: statistics, ...whole } = analyseQuiz(attempts.map(({ graded }) => ({ questions: graded })));
  const numbers = numberQuestions(quiz.questions);
  const questions = expandCases(quiz.questions).map((question) => {
    const got = attempts.filter(({ graded }) => graded.some((it) => it.question === question.id));
    return {
      number: numbers.get(question.id) ?? '',
      question,
      statistics: statistics.find((it) => it.question === question.id),
      counts: countResponses(
        question,
        got.map(({ responses }) => responses.find((it) => it.question === question.id)?.given),
      ),
    };
  });
  return { ...whole, course, quiz, questions };
}

interface FirstAttempt {
  readonly graded: readonly QuestionGrade[];
  readonly responses: readonly Response[];
}

/** One attempt a participant: the first that arrived, with its newest grade. */
async function listFirstAttempts(
  { orm }: Database,
  wanted: { readonly house: string; readonly course: string; readonly quiz: string },
): Promise<readonly FirstAttempt[]> {
  const rows = await orm
    .select({ id: record.id, person: record.person, body: record.body, questions: grade.questions })
    .from(record)
    .innerJoin(person, eq(person.id, record.person))
    .innerJoin(grade, eq(grade.record, record.id))
    .where(
      and(
        eq(person.house, wanted.house),
        eq(person.role, 'participant'),
        eq(record.kind, 'attempt'),
        eq(record.course, wanted.course),
        eq(record.name, wanted.quiz),
      ),
    )
    .orderBy(asc(record.recordedAt), asc(record.seq), asc(grade.gradedAt));
  const first = new Map<string, { readonly id: string } & FirstAttempt>();
  for (const { id, person: owner, body, questions } of rows) {
    const known = first.get(owner);
    if (body.kind !== 'attempt' || (known !== undefined && known.id !== id)) continue;
    first.set(owner, { id, graded: questions, responses: body.responses });
  }
  return [...first.values()];
}
