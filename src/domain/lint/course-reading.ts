import type { Content } from './content.ts';
import { proseOf } from '#domain/lint/lesson/prose.ts';
import { measureReading, type ReadingEase } from '#domain/reading/ease.ts';

/** How easily the lessons of a course read, each and together; `lessons` in the order of the course. */
export interface CourseReading {
  readonly course: string;
  readonly ease: ReadingEase;
  readonly lessons: readonly { readonly lesson: string; readonly ease: ReadingEase }[];
}

/** Measures every course. What the glossary names is explained to readers and counts as no long word. */
export function measureCourses({ courses, lessons, glossary }: Content): readonly CourseReading[] {
  const names = (glossary?.value ?? []).flatMap(({ term, full = '', also }) => [term, full, ...also]);
  const explained = new Set(names.flatMap((name) => name.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []));
  return courses.map(({ value: course }) => {
    const read = course.lessons.flatMap((id) => {
      const found = lessons.find(({ value }) => value.course === course.id && value.id === id);
      return found === undefined ? [] : [{ lesson: id, texts: proseOf(found.body).map(({ text }) => text) }];
    });
    return {
      course: course.id,
      ease: measureReading(
        read.flatMap(({ texts }) => texts),
        explained,
      ),
      lessons: read.map(({ lesson, texts }) => ({ lesson, ease: measureReading(texts, explained) })),
    };
  });
}
