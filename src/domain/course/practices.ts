import type { PublishedQuiz } from '#domain/quiz/quiz.ts';
import type { Catalogue } from './catalogue.ts';
import type { Course } from './course.ts';

/** The practices of a course, in an order that does not hang on how files are read. */
export function listPractices(
  { quizzes }: Pick<Catalogue, 'quizzes'>,
  { id }: Pick<Course, 'id'>,
): readonly PublishedQuiz[] {
  const own = quizzes.filter(({ quiz }) => quiz.course === id && quiz.mode === 'practice');
  return own.toSorted((a, b) => (a.quiz.id < b.quiz.id ? -1 : 1));
}
