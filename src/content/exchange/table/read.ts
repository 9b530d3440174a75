import { readGuarded } from '#domain/csv.ts';
import { invisibleLoss, withoutInvisible } from '#content/exchange/text/invisible.ts';
import type { BankEntry, BankFile } from '#content/exchange/entry.ts';
import { readExtras, splitStory } from '#content/exchange/extras.ts';
import { type Cells, type Column, columns, isTemplateRemark } from './columns.ts';
import { readCsvRows, type TableRow, type TableRows } from './csv.ts';
import { buildRow } from './row.ts';
import { readWorkbook } from './xlsx.ts';

/** Reads an Excel workbook of questions, with the columns of the CSV file. */
export function readXlsxQuestions(bytes: Uint8Array): BankFile {
  return readTable(readWorkbook(bytes));
}

/** Reads a CSV file of questions. */
export function readCsvQuestions(text: string): BankFile {
  return readTable(readCsvRows(text));
}

/** Reads a table with our columns, in any order; a column that is none of them is a problem, not a guess. */
function readTable(read: TableRows): BankFile {
  if ('problem' in read) return read;
  const at = read.rows.findIndex((row) => !isRemark(row));
  const head = read.rows[at];
  if (head === undefined) return { line: 1, problem: 'berkas kosong.' };
  const names = head.cells.map(columnName);
  const problem = headProblem(names);
  if (problem !== undefined) return { line: head.line, problem };
  const rows = read.rows.slice(at + 1).filter((row) => !(isRemark(row) && isTemplateRemark(firstOf(row))));
  const filled = rows.map((row) => ({ row, ...toCells(names, row) }));
  const truths = filled.flatMap(({ cells }) => (cells.kind.toLowerCase() === 'true-false' ? cells.key : []));
  const left = (read.left ?? []).map((it): BankEntry => ({
    line: 1,
    name: it,
    skipped: `${it} tidak dibaca, hanya yang pertama`,
  }));
  const entries = filled.map(({ row, cells, isCleaned }): BankEntry => {
    const entry = { line: row.line, name: cells.id };
    if (isRemark(row)) return { ...entry, name: '', skipped: `catatan: ${firstOf(row).slice(0, 60)}` };
    const refused = rowProblem(names, row);
    if (refused !== undefined) return { ...entry, refused };
    const { story, ownExtras } = splitStory(cells.prompt, readExtras(cells.extra));
    const built = buildRow({ ...cells, prompt: story ?? cells.prompt }, ownExtras, truths);
    if ('refused' in built) return { ...entry, refused: built.refused };
    const changes = [...built.changes, ...(row.notes ?? []), ...(isCleaned ? [invisibleLoss] : [])];
    return {
      ...entry,
      question: built.question,
      changes,
      pictures: [],
      ...(ownExtras.inCase !== undefined && { inCase: ownExtras.inCase }),
    };
  });
  return { entries: [...entries, ...left] };
}

/** A row that begins with `#` and holds nothing else; beside other cells `#1 Apa …?` is a question. */
function isRemark(row: TableRow): boolean {
  return firstOf(row).startsWith('#') && row.cells.filter((cell) => cell.trim() !== '').length === 1;
}

function firstOf({ cells }: TableRow): string {
  return cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
}

function columnName(cell: string): string {
  return withoutInvisible(cell)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

function headProblem(names: readonly string[]): string | undefined {
  const unknown = names.find((name) => name !== '' && !columns.includes(name as Column));
  if (unknown !== undefined) return `kolom "${unknown}" tidak dikenal. Yang ada: ${columns.join(', ')}.`;
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined) return `kolom "${twice}" ada dua kali di baris judul. Hapus atau ganti salah satu.`;
  const missing = (['kind', 'prompt'] as const).find((name) => !names.includes(name));
  return missing === undefined ? undefined : `kolom "${missing}" tidak ada di baris judul.`;
}

/** Why nothing of a row can be trusted: a cell too many has moved the others. */
function rowProblem(names: readonly string[], { cells, problem }: TableRow): string | undefined {
  if (problem !== undefined) return problem;
  const stray = cells.findIndex((cell, at) => cell.trim() !== '' && (names[at] ?? '') === '');
  if (stray >= names.length) {
    return `baris ini punya ${cells.length} sel, judulnya ${names.length}. Tulisan yang memuat tanda pemisah harus di antara tanda kutip "…".`;
  }
  if (stray >= 0) return `ada isi "${cells[stray]?.trim().slice(0, 40)}" di kolom tanpa judul.`;
  const broken = cells.find((cell) =>
    /^#(?:REF!|NAME\?|VALUE!|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|#{2,})$/.test(cell.trim()),
  );
  return broken === undefined
    ? undefined
    : `ada sel berisi ${broken.trim()}: Excel tidak dapat menghitungnya. Tulis isinya lagi sebagai teks.`;
}

function toCells(
  names: readonly string[],
  { cells }: TableRow,
): { readonly cells: Cells; readonly isCleaned: boolean } {
  const clean = cells.map((cell) => withoutInvisible(cell));
  return {
    cells: Object.fromEntries(
      columns.map((column) => [column, readGuarded(clean[names.indexOf(column)]?.trim() ?? '')]),
    ) as Cells,
    isCleaned: clean.some((cell, at) => cell !== cells[at]),
  };
}
