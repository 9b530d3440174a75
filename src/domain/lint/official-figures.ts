import { textsOf } from '#domain/question/authored.ts';
import type { Content } from './content.ts';
import { type Fault, faultAt, faultIn, warning } from './fault.ts';
import { locateQuestions } from '#domain/lint/quiz/questions.ts';

/** Lessons and guides that name an official figure and no source at all. */
export function lintLessonFigures({ lessons, guides }: Content): readonly Fault[] {
  return [...lessons, ...guides].flatMap(({ file, value, body }) => {
    if (value.sources.length > 0) return [];
    return body.texts.flatMap((use) => {
      const figure = findOfficialFigure(use.text);
      const message = `"${figure}" bisa berubah dan belum bersumber. Cari faktanya di content/sources.yaml, lalu isi sources.`;
      return figure === undefined ? [] : [warning(faultIn(file, use, 'angka-tanpa-sumber', message))];
    });
  });
}

/** Questions that do. */
export function lintQuizFigures({ quizzes }: Content): readonly Fault[] {
  return quizzes.flatMap((quiz) =>
    locateQuestions(quiz.value).flatMap(({ question, path, source }) => {
      if (source !== undefined) return [];
      const figure = textsOf(question).flatMap(({ text }) => findOfficialFigure(text) ?? [])[0];
      const message = `"${figure}" bisa berubah dan belum bersumber. Isi source dengan id faktanya.`;
      return figure === undefined ? [] : [warning(faultAt(quiz, path, 'angka-tanpa-sumber', message))];
    }),
  );
}

/**
 * A figure that somebody in office sets and may change, as a text names it: "Bunga KUR 6% setahun", "UMK Wonosobo
 * Rp2.159.175". Undefined when there is none. Made-up prices and interest of a story are not meant.
 */
export function findOfficialFigure(text: string): string | undefined {
  return official.exec(text)?.[0].trim();
}

const official =
  /\b(?:(?:KUR|PPh|PPN|BPJS|UMK|UMP|UMR|upah minimum|iuran jaminan|tapera)\b[^.!?\n]{0,40}?\d[\d.,]*\s?(?:%|persen\b)|(?:UMK|UMP|UMR|upah minimum|iuran jaminan|iuran BPJS)\b[^.!?\n]{0,40}?Rp\.?\s?\d(?:[\d.]*\d)?(?:\s?(?:juta|ribu))?)/i;
