import { formatNumber, formatRatio } from '#domain/number.ts';
import type { CourseReading } from '#domain/lint/course-reading.ts';
import type { ReadingEase } from '#domain/reading/ease.ts';

/** One line per course, in Indonesian, under a line of heads. */
export function summariseReading(courses: readonly CourseReading[]): readonly string[] {
  return table(
    'kemudahan baca',
    courses.map(({ course, ease }) => [course, ease] as const),
  );
}

/** The same for every lesson of a course, with its longest sentences and the long words that no term explains. */
export function detailReading({ course, ease, lessons }: CourseReading): readonly string[] {
  const rows = lessons.map((it) => [it.lesson, it.ease] as const);
  const longest = rows.flatMap(([lesson, { longest: it }]) =>
    it ? [`  ${lesson} (${it.words} kata): ${it.sentence}`] : [],
  );
  const words = ease.longWords.map(({ word, count }) => (count === 1 ? word : `${word} ×${count}`));
  return [
    ...table(course, rows),
    '',
    'Kalimat terpanjang tiap pelajaran:',
    ...longest,
    '',
    'Kata panjang yang tidak ada di glosarium (lebih dari 4 suku kata atau 12 huruf):',
    `  ${words.join(', ') || '–'}`,
    '',
  ];
}

function table(title: string, rows: readonly (readonly [name: string, ease: ReadingEase])[]): readonly string[] {
  const heads = [title, 'kata', 'kata/kalimat', 'terpanjang', 'kata panjang'];
  const cells = rows.map(([name, { words, meanWords, longest, longShare }]) => [
    name,
    formatNumber(words),
    meanWords.toFixed(1).replace('.', ','),
    String(longest?.words ?? 0),
    formatRatio(longShare),
  ]);
  const widths = heads.map((head, at) => Math.max(head.length, ...cells.map((row) => row[at]?.length ?? 0)));
  return [heads, ...cells].map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  );
}
