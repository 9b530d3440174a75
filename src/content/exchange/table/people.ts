import { writeCsv } from '#domain/csv.ts';
import { readCsvRows, type TableRows } from './csv.ts';
import { readWorkbook } from './xlsx.ts';

/** A list of people is small: more unpacked bytes would keep the pages of others waiting. */
const unpackedBytes = 4 * 1024 * 1024;

/** The rows of a list of people in a file: an Excel workbook, or CSV with commas, semicolons or tabs. */
export function readPeopleFile(bytes: Uint8Array): TableRows {
  const [first, second, third, fourth] = bytes;
  if (first === 0x50 && second === 0x4b) return readWorkbook(bytes, unpackedBytes);
  if (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0) {
    return {
      line: 1,
      problem: 'ini berkas Excel lama (.xls) atau yang dikunci. Simpan sebagai .xlsx tanpa kata sandi.',
    };
  }
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return readPeopleText(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return { line: 1, problem: 'berkas bukan UTF-8. Di Excel pilih “CSV UTF-8”, atau simpan sebagai .xlsx.' };
  }
}

/** The same of a text that was pasted: a table where its first line names the columns, else a name on each line. */
export function readPeopleText(text: string): TableRows {
  const plain = text.replace(/^\uFEFF/, '');
  const [head = ''] = plain.trimStart().split(/\r\n|\r|\n/);
  if (/^"?sep=./i.test(head) || /(?:^|[,;\t])\s*"?nama"?\s*(?:[,;\t]|$)/i.test(head)) return readCsvRows(plain);
  // A comma in a name ("Siti, S.Pd.") divides nothing here.
  const rows = plain.split(/\r\n|\r|\n/).map((line, at) => ({ line: at + 1, cells: line.split('\t') }));
  return { rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
}

/** The rows of a file as a text that `readPeopleText` reads alike, so that a form can carry them. */
export function writePeopleText(rows: readonly { readonly cells: readonly string[] }[]): string {
  const hasHead = rows[0]?.cells.some((cell) => /^\s*nama\s*$/i.test(cell)) ?? false;
  if (hasHead) return writeCsv(rows.map(({ cells }) => cells)).replace(/^\uFEFF/, '');
  return rows.map(({ cells }) => cells.join('\t')).join('\n');
}
