import type { Content, LocatedLesson, TableUse } from '#domain/lint/content.ts';
import { type Fault, faultIn } from '#domain/lint/fault.ts';

/**
 * What fits beside one another on a phone of 360 px: 324 px are left for the table, a sign of the text (18 px) takes about
 * 9 px, and the gap between two columns about one sign more. What cannot be broken, the longest word of a column or a
 * right-aligned figure, must fit in there, or the reader has to push the table sideways.
 */
const signsAcross = 36;

/** Four full lines of that width. Columns are never filled evenly, so such a row is six to eight lines high already. */
const signsInRow = 140;

/** Tables of lessons and guides that a phone cannot show. More than four columns are refused before, by the guard. */
export function lintTables({ lessons, guides }: Content): readonly Fault[] {
  return [...lessons, ...guides].flatMap((lesson) => lesson.body.tables.flatMap((table) => lintTable(lesson, table)));
}

function lintTable({ file }: Pick<LocatedLesson, 'file'>, { rows, line, column }: TableUse): readonly Fault[] {
  const columns = (rows[0]?.cells ?? []).map((_, at) => rows.map(({ cells }) => cells[at]?.unbreakable ?? ''));
  const widest = columns.map((words) => words.reduce((a, b) => (b.length > a.length ? b : a), ''));
  const across = widest.reduce((sum, word) => sum + word.length, 0) + Math.max(widest.length - 1, 0);
  const words = widest.map((word) => `"${word}"`).join(' + ');
  const faults: Fault[] = rows.flatMap((row) => {
    const signs = row.cells.reduce((sum, { text }) => sum + [...text].length, 0);
    if (signs <= signsInRow) return [];
    const message = `baris tabel ini ${signs} huruf; di ponsel paling banyak ${signsInRow}. Ringkas isinya, atau jadikan daftar.`;
    return [faultIn(file, row, 'baris-tabel-terlalu-panjang', message)];
  });
  if (across <= signsAcross) return faults;
  const message =
    `tabel ini lebih lebar daripada ponsel: kata terpanjang tiap kolom (${words}) bersama ${across} huruf, paling banyak ` +
    `${signsAcross}. Ganti dengan kata pendek, atau kurangi kolomnya.`;
  return [faultIn(file, { line, column }, 'tabel-terlalu-lebar', message), ...faults];
}
