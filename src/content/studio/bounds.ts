import { splitCoursePath } from '#domain/content-path.ts';
import { type Fault, faultIn, fileStart } from '#domain/lint/fault.ts';
import type { LessonBody } from '#domain/lint/content.ts';

/** What one lesson of the studio may hold: whatever is shown while somebody writes costs the house's only computer time. */
export const studioLimits = {
  lessonBytes: 40 * 1024,
  quizBytes: 100 * 1024,
  listBytes: 400 * 1024,
  blocks: 300,
  components: 60,
  sheets: 2,
} as const;

/** Why a text is not even looked at: for its length alone. */
export function findTooLong(file: string, bytes: number): readonly Fault[] {
  const limit = limitOf(file);
  if (bytes <= limit) return [];
  const message = `tulisan ini ${Math.ceil(bytes / 1024)} KB, paling banyak ${limit / 1024} KB. Bagi menjadi dua.`;
  return [faultIn(file, fileStart, 'berkas-terlalu-besar', message)];
}

function limitOf(file: string): number {
  if (file.endsWith('.mdx')) return studioLimits.lessonBytes;
  return splitCoursePath(file) === undefined ? studioLimits.listBytes : studioLimits.quizBytes;
}

/** Why a lesson is not shown: too much stands in it for a page on a phone. */
export function findTooMany(file: string, { components, source }: LessonBody): readonly Fault[] {
  const blocks = source.split(/\n[ \t]*\n/).length;
  const fault = (what: string, limit: number): Fault =>
    faultIn(
      file,
      fileStart,
      'bagian-terlalu-banyak',
      `pelajaran ini memuat terlalu banyak ${what}. Paling banyak ${limit}.`,
    );
  const sheets = components.filter(({ name }) => name === 'Worksheet').length;
  return [
    ...(blocks > studioLimits.blocks ? [fault('bagian', studioLimits.blocks)] : []),
    ...(components.length > studioLimits.components ? [fault('kotak', studioLimits.components)] : []),
    ...(sheets > studioLimits.sheets ? [fault('lembar kerja', studioLimits.sheets)] : []),
  ];
}
