import type { Path } from '#domain/question/authored-kind.ts';
import { type Fault, faultAt, type Located } from '#domain/lint/fault.ts';
import { readLink } from '#domain/lint/lesson/links.ts';
import { findPhoneNumber } from '#domain/lint/phone.ts';
import { isLostStar, lostStar } from '#domain/lint/stars.ts';

/** No phone numbers, no unsafe links; everything else in a question's text is shown as text. */
export function lintText(quiz: Located<unknown>, path: Path, text: string): readonly Fault[] {
  const phone = findPhoneNumber(text);
  const link = [...text.matchAll(/\]\(\s*<?([^)>]*)/g)].find(
    ([, address = '']) => readLink(address, '/').kind === 'unsafe',
  );
  return [
    ...lintStars(quiz, path, text),
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

/** Stars that the page takes for bold or italics although they stand between numbers. */
function lintStars(quiz: Located<unknown>, path: Path, text: string): readonly Fault[] {
  const pairs = text.matchAll(/(\*\*?)(?=[^\s*])(.+?)(?<=[^\s*])\1/g);
  const lost = [...pairs].find(({ 0: whole, 1: mark = '', 2: between = '', index }) => {
    const [before, behind] = [text.slice(0, index), text.slice(index + whole.length)];
    // The page takes one star at the edge of a word only: `5*3*2` is shown as it is.
    if (mark === '*' && (/[\w*]$/.test(before) || /^[\w*]/.test(behind))) return false;
    return isLostStar(before, between, behind);
  });
  return lost === undefined ? [] : [faultAt(quiz, path, 'tanda-hilang', lostStar)];
}

export function lintWordCount(quiz: Located<unknown>, path: Path, text: string, most: number): readonly Fault[] {
  const words = text.trim().split(/\s+/).length;
  if (words <= most) return [];
  const what = path.at(-1) === 'story' ? 'cerita' : 'pertanyaan';
  const message = `${what} ${words} kata. Ringkas menjadi paling banyak ${most} kata.`;
  return [faultAt(quiz, path, `${what}-terlalu-panjang`, message)];
}
