import type { Path } from '#domain/question/authored-kind.ts';
import { type Fault, faultAt, type Located } from '#domain/lint/fault.ts';
import { readLink } from '#domain/lint/lesson/links.ts';
import { findPhoneNumber } from '#domain/lint/phone.ts';

/** No phone numbers, no unsafe links; everything else in a question's text is shown as text. */
export function lintText(quiz: Located<unknown>, path: Path, text: string): readonly Fault[] {
  const phone = findPhoneNumber(text);
  const link = [...text.matchAll(/\]\(\s*<?([^)>]*)/g)].find(
    ([, address = '']) => readLink(address, '/').kind === 'unsafe',
  );
  return [
    ...(phone === undefined
      ? []
      : [faultAt(quiz, path, 'nomor-telepon', `nomor "${phone}" tidak ditulis di soal. Sebut nama layanannya saja.`)]),
    ...(link === undefined
      ? []
      : [
          faultAt(quiz, path, 'tautan-tidak-aman', `tautan "${link[1] ?? ''}" tidak boleh. Pakai https:// atau hapus.`),
        ]),
  ];
}

export function lintWordCount(quiz: Located<unknown>, path: Path, text: string, most: number): readonly Fault[] {
  const words = text.trim().split(/\s+/).length;
  if (words <= most) return [];
  const what = path.at(-1) === 'story' ? 'cerita' : 'pertanyaan';
  const message = `${what} ${words} kata. Ringkas menjadi paling banyak ${most} kata.`;
  return [faultAt(quiz, path, `${what}-terlalu-panjang`, message)];
}
