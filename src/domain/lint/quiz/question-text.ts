import type { Item } from '#domain/question/kind.ts';
import { foldSpelling } from '#domain/question/spelling.ts';
import { type Fault, faultAt, type Located } from '#domain/lint/fault.ts';
import { readLink } from '#domain/lint/lesson/links.ts';
import { findPhoneNumber } from '#domain/lint/phone.ts';

export type Path = readonly (string | number)[];

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

/** Things to choose, to order or to join: each id and each text once. */
export function lintItems(
  quiz: Located<unknown>,
  items: readonly Item[],
  placeOf: (at: number) => Path,
): readonly Fault[] {
  const ids = items.map(({ id }) => id);
  const texts = items.map(({ text }) => normalise(text));
  return items.flatMap(({ id, text }, at) => {
    const place = placeOf(at);
    return [
      ...(ids.indexOf(id) === at
        ? []
        : [faultAt(quiz, place, 'id-pilihan-ganda', `id pilihan "${id}" dipakai dua kali. Pilih id lain.`)]),
      ...(texts.indexOf(normalise(text)) === at
        ? []
        : [faultAt(quiz, place, 'pilihan-sama', `pilihan "${text}" muncul dua kali. Ubah salah satu.`)]),
      ...lintText(quiz, place, text),
    ];
  });
}

/** What may be typed: each wording once, and each with something in it. */
export function lintAccepted(quiz: Located<unknown>, path: Path, accepted: readonly string[]): readonly Fault[] {
  const folded = accepted.map(foldSpelling);
  return accepted.flatMap((text, at) => {
    if (folded[at] === '') {
      return [faultAt(quiz, [...path, at], 'jawaban-kosong', `jawaban "${text}" tidak berisi huruf. Tulis katanya.`)];
    }
    if (folded.indexOf(folded[at] ?? '') === at) return lintText(quiz, [...path, at], text);
    const message = `jawaban "${text}" sudah ada: huruf besar, spasi, dan tanda hubung tidak dibedakan. Hapus salah satu.`;
    return [faultAt(quiz, [...path, at], 'jawaban-ganda', message)];
  });
}

/** The words alone: no case, no marks, no spaces. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%+−-]+/gu, ' ')
    .trim();
}
