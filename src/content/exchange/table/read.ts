import { parseNumber } from '#domain/number.ts';
import type { Blank } from '#domain/question/gaps.ts';
import { buildChoices, buildTrueFalse } from '#content/exchange/build/choices.ts';
import { base, explain, type Frame } from '#content/exchange/build/frame.ts';
import { buildMatch, buildOrder } from '#content/exchange/build/items.ts';
import { buildNumber, buildShortText } from '#content/exchange/build/typed.ts';
import { type Cells, type Column, columns, csvColumns } from './columns.ts';
import { type CsvRow, readCsvRows } from './csv.ts';
import type { BankEntry, BankFile, Built } from '#content/exchange/entry.ts';
import type { Extras } from '#content/exchange/extras.ts';

/** Reads a CSV file with the columns above, in any order; a column that is none of them is a problem, not a guess. */
export function readCsvQuestions(text: string): BankFile {
  const read = readCsvRows(text);
  if ('problem' in read) return read;
  const [head, ...rows] = read.rows.filter(({ cells }) => !cells[0]?.trim().startsWith('#'));
  if (head === undefined) return { line: 1, problem: 'berkas kosong.' };
  const names = head.cells.map((cell) => cell.trim().toLowerCase());
  const unknown = names.find((name) => name !== '' && !columns.includes(name as Column));
  if (unknown !== undefined)
    return { line: head.line, problem: `kolom "${unknown}" tidak dikenal. Yang ada: ${columns.join(', ')}.` };
  const missing = (['kind', 'prompt'] as const).find((name) => !names.includes(name));
  if (missing !== undefined) return { line: head.line, problem: `kolom "${missing}" tidak ada di baris judul.` };
  return {
    entries: rows.map((row): BankEntry => {
      const cells = toCells(names, row);
      const built = build(cells);
      const entry = { line: row.line, name: cells.id };
      return 'refused' in built ? { ...entry, refused: built.refused } : { ...entry, ...built, pictures: [] };
    }),
  };
}

function toCells(names: readonly string[], { cells }: CsvRow): Cells {
  return Object.fromEntries(columns.map((column) => [column, cells[names.indexOf(column)]?.trim() ?? ''])) as Cells;
}

function build(cells: Cells): Built {
  const points = cells.points === '' ? 1 : readNumber(cells.points);
  if (points === undefined) return { refused: `poin "${cells.points}" bukan angka.` };
  const frame: Frame = { prompt: cells.prompt, rationale: cells.rationale, extras: extrasOf(cells, points) };
  const listed = [1, 2, 3, 4, 5, 6].map((at) => cells[`choice_${at}` as Column]).filter((text) => text !== '');
  switch (cells.kind.toLowerCase()) {
    case 'single':
    case 'multiple': {
      const picked = cells.key.split('|').map((it) => Number(it.trim()));
      const wrong = picked.find((it) => !Number.isInteger(it) || it < 1 || it > listed.length);
      if (wrong !== undefined)
        return { refused: `kunci "${cells.key}" bukan nomor pilihan (1 sampai ${listed.length}).` };
      if (cells.kind.toLowerCase() === 'single' && picked.length > 1)
        return { refused: 'single punya tepat satu kunci. Pakai multiple.' };
      const share = cells.kind.toLowerCase() === 'single' ? 100 : 100 / picked.length;
      const miss = cells.kind.toLowerCase() === 'single' ? 0 : -share;
      return buildChoices(
        frame,
        listed.map((text, at) => ({ text, percent: picked.includes(at + 1) ? share : miss })),
        cells.kind.toLowerCase() === 'multiple',
      );
    }
    case 'true-false': {
      const key = readTruth(cells.key);
      return key === undefined
        ? { refused: `kunci "${cells.key}" harus benar atau salah.` }
        : buildTrueFalse(frame, key, {});
    }
    case 'number': {
      const [value, tolerance] = [
        readNumber(cells.key),
        cells.tolerance === '' ? undefined : readNumber(cells.tolerance),
      ];
      if (value === undefined)
        return { refused: `kunci "${cells.key}" bukan angka yang jelas. Tulis misalnya 12500 atau 12,5.` };
      if (tolerance === undefined) return { refused: 'tolerance kosong atau bukan angka. Isi 0 bila harus tepat.' };
      return buildNumber(frame, [{ value, tolerance, percent: 100 }], cells.unit);
    }
    case 'short-text':
      return buildShortText(
        frame,
        cells.key.split('|').map((text) => ({ text: text.trim(), percent: 100 })),
      );
    case 'order':
      return buildOrder(frame, listed);
    case 'match': {
      const pairs = listed.map((text) => /^(.*?)\s*=\s*(.*)$/s.exec(text));
      if (pairs.some((pair) => pair === null)) return { refused: 'setiap pasangan ditulis "kiri = kanan".' };
      return buildMatch(
        frame,
        pairs.map((pair) => ({ left: pair?.[1] ?? '', right: pair?.[2] ?? '' })),
      );
    }
    case 'cloze':
      return buildGaps(frame, cells.text);
    case 'case':
      return { refused: 'kind: case tidak bisa ditulis di CSV. Tulis langsung di berkas kuis.' };
    default:
      return { refused: `jenis soal "${cells.kind}" tidak ada. Pilih: ${csvColumns.kind}.` };
  }
}

function extrasOf(cells: Cells, points: number): Extras {
  const { hint, source, read, slip, marking } = cells;
  return {
    points,
    ...(hint !== '' && { hint }),
    ...(source !== '' && { source }),
    ...(read !== '' && { read }),
    ...(readTruth(slip) === true && { slip: true }),
    ...((marking === 'places' || marking === 'neighbours') && { marking }),
  };
}

function buildGaps(frame: Frame, written: string): Built {
  const blanks: Record<string, Blank> = {};
  let count = 0;
  const text = written.replace(/\[\[([^\]]+)\]\]/g, (_whole, body: string) => {
    count += 1;
    const words = body.split('|').map((word) => word.trim());
    const key = words
      .find((word) => word.startsWith('='))
      ?.slice(1)
      .trim();
    blanks[`isian-${count}`] =
      key === undefined
        ? { accepted: words, slip: frame.extras.slip ?? false }
        : { choices: words.map((word) => word.replace(/^=\s*/, '')), key };
    return `[[isian-${count}]]`;
  });
  if (count === 0) return { refused: 'kolom text tidak punya isian [[…]].' };
  const { rationale, changes } = explain(frame);
  return { question: { kind: 'cloze', ...base(frame, rationale), text, blanks }, changes };
}

function readTruth(text: string): boolean | undefined {
  if (/^(?:benar|ya|true|b|t|1)$/i.test(text)) return true;
  return /^(?:salah|tidak|false|s|f|0)$/i.test(text) ? false : undefined;
}

/** A plain number, else as people here write it; what could be read in two ways is none. */
function readNumber(text: string): number | undefined {
  if (/^-?\d+(?:\.\d+)?$/.test(text) && !/^-?\d{1,3}\.\d{3}$/.test(text)) return Number(text);
  const parsed = parseNumber(text);
  return 'value' in parsed ? parsed.value : undefined;
}
