import type { Catalogue, PublishedLesson } from '#domain/course/catalogue.ts';
import { withoutAccepts } from '#domain/lint/quiz/accept.ts';
import type { Content, LocatedLesson } from '#domain/lint/content.ts';
import { lessonsOf } from '#domain/quiz/drawn.ts';
import { baselineId, type PublishedQuiz, type Quiz } from '#domain/quiz/quiz.ts';
import { editionOf } from './edition.ts';

/** What one release knows of `content/`. Expects content without faults. */
export function buildCatalogue(content: Content): Catalogue {
  return {
    houses: content.houses?.value ?? [],
    courses: content.courses.map(({ value }) => value),
    lessons: content.lessons.map(publishLesson),
    quizzes: publishQuizzes(content),
    guides: content.guides.map(({ value }) => value.course),
    paths: content.paths?.value ?? [],
  };
}

export function publishLesson({ value: lesson, body }: Pick<LocatedLesson, 'value' | 'body'>): PublishedLesson {
  return { lesson, edition: editionOf({ lesson, source: body.source }) };
}

/** All but the banks of before and after, which have no page. */
export function publishQuizzes({ quizzes }: Pick<Content, 'quizzes'>): readonly PublishedQuiz[] {
  return quizzes.flatMap(({ value }) => (value.id === baselineId ? [] : publishQuiz(value)));
}

/** A quiz with its edition. From now on an exam that draws does so by lesson, and its edition says so. */
export function publishQuiz(written: Quiz): PublishedQuiz {
  const plain = withoutAccepts(written);
  const drawsByLesson = plain.draw !== undefined && plain.questions.some((question) => lessonsOf(question).length > 0);
  const quiz: Quiz = drawsByLesson ? { ...plain, drawRule: 'by-lesson' } : plain;
  return { quiz, edition: editionOf(quiz) };
}
