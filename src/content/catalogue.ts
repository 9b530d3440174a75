import type { Catalogue, PublishedLesson } from '#domain/course/catalogue.ts';
import { withoutAccepts } from '#domain/lint/quiz/accept.ts';
import type { Content, LocatedLesson } from '#domain/lint/content.ts';
import type { PublishedQuiz, Quiz } from '#domain/quiz/quiz.ts';
import { editionOf } from './edition.ts';

/** What one release knows of `content/`. Expects content without faults. */
export function buildCatalogue(content: Content): Catalogue {
  return {
    houses: content.houses?.value ?? [],
    courses: content.courses.map(({ value }) => value),
    lessons: content.lessons.map(publishLesson),
    quizzes: content.quizzes.map(({ value }) => publishQuiz(value)),
    guides: content.guides.map(({ value }) => value.course),
  };
}

export function publishLesson({ value: lesson, body }: Pick<LocatedLesson, 'value' | 'body'>): PublishedLesson {
  return { lesson, edition: editionOf({ lesson, source: body.source }) };
}

export function publishQuiz(written: Quiz): PublishedQuiz {
  const quiz = withoutAccepts(written);
  return { quiz, edition: editionOf(quiz) };
}
