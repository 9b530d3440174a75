import { splitCoursePath } from '#domain/content-path.ts';
import type { FaultName } from '#domain/fault/names.ts';
import type { Content } from '#domain/lint/content.ts';
import { type Fault, sortFaults } from '#domain/lint/fault.ts';
import { lintContent, lintLessonFiles, lintListFiles, lintQuizFiles } from '#domain/lint/lint.ts';
import { lintPageWeight } from '#content/page-weight.ts';
import type { ContentSource } from '#content/files/content-source.ts';
import { readShapes } from '#content/read.ts';
import { findTooLong, findTooMany } from './bounds.ts';

/** What is wrong with one file of a course, or with a list, as far as the file and its course tell. `today` is `YYYY-MM-DD`. */
export async function checkFile(
  source: ContentSource,
  path: string,
  today: string,
): Promise<{ readonly content: Content; readonly faults: readonly Fault[] }> {
  const tooLong = findTooLong(path, (await source.size(path)) ?? 0);
  if (tooLong.length > 0) return { content: emptyContent, faults: tooLong };
  const { content, faults } = await readShapes(source);
  const lesson = content.lessons.find(({ file }) => file === path);
  const tooMany = lesson === undefined ? [] : findTooMany(path, lesson.body);
  const meant = tooMany.length > 0 ? [] : lintFile(content, path, today);
  return { content, faults: sortFaults([...faults, ...tooMany, ...meant].filter(({ file }) => file === path)) };
}

/** What is wrong in the files of one course, as far as they tell. */
export async function checkCourse(source: ContentSource, course: string, today: string): Promise<readonly Fault[]> {
  const { content, faults } = await readShapes(source);
  const meant = lintContent(courseOnly(content, course), today);
  return sortFaults([...faults, ...meant].filter(({ file }) => splitCoursePath(file)?.course === course));
}

/** A check of everything takes a second: only what can find fault with this file is looked at. */
function lintFile(content: Content, path: string, today: string): readonly Fault[] {
  if (path.endsWith('.mdx')) {
    const own = {
      ...content,
      lessons: content.lessons.filter(({ file }) => file === path),
      guides: content.guides.filter(({ file }) => file === path),
    };
    return [...lintLessonFiles(own), ...lintPageWeight(own)];
  }
  const { course } = splitCoursePath(path) ?? {};
  if (course === undefined) return lintListFiles(content);
  const own = courseOnly(content, course);
  return path.endsWith('.quiz.yaml') ? lintQuizFiles(own) : lintContent(own, today);
}

/** Faults that a page cannot be made with; the others are told beside it. */
export function keepsFromShowing({ name, severity }: Fault): boolean {
  return severity === 'error' && !harmless.has(name);
}

/** What a lesson lacks while it is being written. */
const harmless: ReadonlySet<FaultName> = new Set<FaultName>([
  ...(['pelajaran-terlalu-pendek', 'pelajaran-terlalu-panjang', 'latihan-belum-dipasang', 'tautan-putus'] as const),
  ...(['langkah-minggu-ini-belum-ada', 'kalimat-terlalu-panjang', 'judul-ganda', 'nomor-telepon'] as const),
]);

const emptyContent: Content = { courses: [], lessons: [], guides: [], quizzes: [], files: [] };

/** All lists, and of the courses one. */
export function courseOnly(content: Content, course: string): Content {
  return {
    ...content,
    courses: content.courses.filter(({ value }) => value.id === course),
    lessons: content.lessons.filter(({ value }) => value.course === course),
    guides: content.guides.filter(({ value }) => value.course === course),
    quizzes: content.quizzes.filter(({ value }) => value.course === course),
  };
}
