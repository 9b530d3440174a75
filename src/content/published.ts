import { missingReaders } from '#domain/course/course.ts';
import type { Content } from '#domain/lint/content.ts';

/** A course that is not published yet, and the kinds of readers that it waits for. */
export interface WaitingCourse {
  readonly code: string;
  readonly missing: readonly string[];
}

export function listWaiting({ courses }: Content): readonly WaitingCourse[] {
  return courses.flatMap(({ value }) => {
    const missing = missingReaders(value);
    return missing.length === 0 ? [] : [{ code: value.code, missing }];
  });
}

/** `content` as participants get it: without the courses that wait for a reader, also in learning paths. */
export function publishedContent(content: Content): Content {
  const waiting = new Set(content.courses.flatMap(({ value }) => (missingReaders(value).length > 0 ? [value.id] : [])));
  const { paths } = content;
  const openPaths = paths?.value
    .map((path) => ({ ...path, courses: path.courses.filter((course) => !waiting.has(course)) }))
    .filter(({ courses }) => courses.length > 0);
  return {
    ...content,
    courses: content.courses.filter(({ value }) => !waiting.has(value.id)),
    lessons: content.lessons.filter(({ value }) => !waiting.has(value.course)),
    guides: content.guides.filter(({ value }) => !waiting.has(value.course)),
    quizzes: content.quizzes.filter(({ value }) => !waiting.has(value.course)),
    ...(paths && openPaths && { paths: { ...paths, value: openPaths } }),
  };
}
