import type { Catalogue, PublishedLesson } from '#domain/course/catalogue.ts';
import { type Course, findLessonChoice } from '#domain/course/course.ts';
import { withoutAccepts } from '#domain/lint/quiz/accept.ts';
import type { Content, LocatedLesson } from '#domain/lint/content.ts';
import { lessonsOf } from '#domain/quiz/draw/drawn.ts';
import { dealBaseline } from '#domain/quiz/draw/baseline-forms.ts';
import { baselineId, type PublishedQuiz, type Quiz } from '#domain/quiz/quiz.ts';
import { beforeAfterMessages } from '#messages/before-after.ts';
import { editionOf } from './edition.ts';

/** What one release knows of `content/`. Expects content without faults. */
export function buildCatalogue(content: Content): Catalogue {
  return {
    houses: content.houses?.value ?? [],
    courses: content.courses.map(({ value }) => value),
    lessons: content.lessons.map(publishLesson),
    quizzes: publishQuizzes(content),
    baselines: publishBaselines(content),
    guides: content.guides.map(({ value }) => value.course),
    paths: content.paths?.value ?? [],
  };
}

export function publishLesson(read: Pick<LocatedLesson, 'value' | 'body'>): PublishedLesson {
  const { value: lesson, body } = read;
  // Whoever read it has read it, however it sounds.
  const { sound: _, ...written } = lesson;
  return oncePer(read, '', () => ({ lesson, edition: editionOf({ lesson: written, source: body.source }) }));
}

/** All but the banks of before and after, which have no page. */
export function publishQuizzes({ quizzes, courses }: Pick<Content, 'quizzes' | 'courses'>): readonly PublishedQuiz[] {
  const byId = new Map(courses.map(({ value }) => [value.id, value]));
  return quizzes.flatMap(({ value }) => (value.id === baselineId ? [] : publishQuiz(value, byId.get(value.course))));
}

/** The banks of before and after, each dealt into two forms. */
export function publishBaselines({ quizzes }: Pick<Content, 'quizzes'>): readonly PublishedQuiz[] {
  return quizzes.flatMap(({ value }) => {
    if (value.id !== baselineId) return [];
    const { before, after } = dealBaseline(value, beforeAfterMessages.forms);
    return [publishQuiz(before), publishQuiz(after)];
  });
}

/**
 * A quiz of a course with its edition. From now on an exam that draws does so by lesson, and where participants choose their
 * lessons by those that they have read; its edition says so.
 */
export function publishQuiz(written: Quiz, course?: Pick<Course, 'completion'>): PublishedQuiz {
  const plain = withoutAccepts(written);
  const drawsByLesson = plain.draw !== undefined && plain.questions.some((question) => lessonsOf(question).length > 0);
  const drawRule = course && findLessonChoice(course) ? 'by-read-lesson' : 'by-lesson';
  // Of a quiz that stays what it was in a course that may change, one digest for each rule.
  return oncePer(written, drawsByLesson ? drawRule : '', () => {
    const quiz: Quiz = drawsByLesson ? { ...plain, drawRule } : plain;
    return { quiz, edition: editionOf(quiz) };
  });
}

const made = new WeakMap<object, Map<string, unknown>>();

/** Digests of everything take a tenth of a second: of what did not change there is one. */
function oncePer<T>(read: object, rule: string, make: () => T): T {
  const known = made.get(read) ?? new Map<string, unknown>();
  made.set(read, known);
  const result = (known.get(rule) as T | undefined) ?? make();
  known.set(rule, result);
  return result;
}
