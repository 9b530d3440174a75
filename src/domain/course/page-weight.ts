import { lessonFile, quizFile } from '#domain/content-path.ts';

/** Most bytes of a page's HTML with its styles, as it travels: what a first answer of the network carries at once. */
export const pageHtmlBytes = 14 * 1024;

/** The file in `content/` that a page (`kursus/…/index.html`) is mostly made from; undefined where there is no one file. */
export function findContentFile(page: string): string | undefined {
  const [, course = '', folder, name = ''] = /^kursus\/([^/]+)\/(kuis\/)?([^/]+)\/index\.html$/.exec(page) ?? [];
  if (name === '') return undefined;
  return folder === undefined ? lessonFile(course, name) : quizFile(course, name);
}
