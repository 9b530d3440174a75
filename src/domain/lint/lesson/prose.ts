import { formatNumber } from '#domain/number.ts';
import { measureReading } from '#domain/reading/ease.ts';
import { countWords } from '#domain/reading/sentences.ts';
import type { Content, LessonBody, LocatedLesson } from '#domain/lint/content.ts';
import { type Fault, faultIn, fileStart, warning } from '#domain/lint/fault.ts';

/** Words of a lesson: outside the wide span it is no lesson, outside the narrow one it should be looked at. */
const lessonWords = { fewest: 300, most: 1100, fewestUsual: 500, mostUsual: 900 } as const;

/** A lesson of so few minutes is listened to in one go, and may be as short as any. */
const shortMinutes = 10;

/** Mean length of a lesson's sentences in words. */
const sentenceWords = { most: 20, mostUsual: 16 } as const;

/** Lessons are as long as one sitting, in sentences that slow readers can hold, and end with something to do. */
export function lintProse({ lessons }: Content): readonly Fault[] {
  return lessons.flatMap((lesson) => [...lintLength(lesson), ...lintSentences(lesson), ...lintWeeklyStep(lesson)]);
}

/** The paragraphs and list items of a lesson: what is read in sentences. */
export function proseOf(body: LessonBody): LessonBody['texts'] {
  return body.texts.filter(({ kind }) => kind === 'paragraph');
}

function lintLength(lesson: LocatedLesson): readonly Fault[] {
  const words = lesson.body.texts.reduce((sum, { text }) => sum + countWords(text), 0);
  const { fewest, most, mostUsual } = lessonWords;
  const fewestUsual = lesson.value.minutes <= shortMinutes ? fewest : lessonWords.fewestUsual;
  if (words >= fewestUsual && words <= mostUsual) return [];
  const isShort = words < fewestUsual;
  const remedy = isShort
    ? 'Tambahkan contoh yang dikerjakan sampai selesai, atau gabungkan dengan pelajaran lain'
    : 'Ringkas, atau bagi menjadi dua pelajaran';
  const message = `pelajaran ini ${words} kata; sebaiknya ${fewestUsual}–${mostUsual}, dan harus ${fewest}–${most}. ${remedy}.`;
  const name = isShort ? 'pelajaran-terlalu-pendek' : 'pelajaran-terlalu-panjang';
  const fault = faultIn(lesson.file, fileStart, name, message);
  return [words < fewest || words > most ? fault : warning(fault)];
}

function lintSentences(lesson: LocatedLesson): readonly Fault[] {
  const prose = proseOf(lesson.body);
  const { meanWords, longest } = measureReading(prose.map(({ text }) => text));
  const place = longest && prose[longest.at];
  if (meanWords <= sentenceWords.mostUsual || longest === undefined || place === undefined) return [];
  const mean = formatNumber(meanWords, 1);
  const start = longest.sentence.slice(0, 60);
  const message =
    `kalimat di pelajaran ini rata-rata ${mean} kata; sebaiknya paling banyak ${sentenceWords.mostUsual}, dan harus paling ` +
    `banyak ${sentenceWords.most}. Yang terpanjang di sini (${longest.words} kata): "${start}…". Pecah kalimat panjang menjadi dua.`;
  const fault = faultIn(lesson.file, place, 'kalimat-terlalu-panjang', message);
  return [meanWords > sentenceWords.most ? fault : warning(fault)];
}

/** The heading that the page makes its turmeric box of. */
const weeklyStep = 'Langkah Anda minggu ini';

function lintWeeklyStep(lesson: LocatedLesson): readonly Fault[] {
  if (lesson.body.texts.some(({ kind, text }) => kind === 'heading' && text.trim() === weeklyStep)) return [];
  const message = `pelajaran belum punya bagian "## ${weeklyStep}". Tulis di akhir: satu tindakan dalam tujuh hari.`;
  return [warning(faultIn(lesson.file, fileStart, 'langkah-minggu-ini-belum-ada', message))];
}
