import { type DistrictRow, fewestTold, tooFew, type ToldCount } from './district.ts';
import { countedThings, type CountedThing } from './house-months.ts';

/** Heads of a file for the district, in the order of its columns; files of all houses have the same. */
export const districtHeads = [
  ...['rumah_belajar', 'kursus', 'bulan'],
  ...['peserta_baru', 'peserta_aktif', 'pelajaran_dibaca', 'percobaan_kuis', 'lulus_ujian', 'sertifikat'],
] as const;

export type DistrictProblem = 'not_a_district_file' | 'row_broken' | 'count_too_small';

/** The rows of a file, or what is wrong with it and on which line (0: the whole file). */
export type DistrictFile =
  { readonly rows: readonly DistrictRow[] } | { readonly problem: DistrictProblem; readonly line: number };

/** The cells of a file for the district, with its head row. */
export function writeDistrictCells(rows: readonly DistrictRow[]): readonly (readonly (string | number)[])[] {
  return [
    districtHeads,
    ...rows.map((row) => [row.house, row.course, row.month, ...countedThings.map((it) => row[it])]),
  ];
}

/** Reads the cells of such a file. */
export function readDistrictCells(
  lines: readonly { readonly line: number; readonly cells: readonly string[] }[],
): DistrictFile {
  const [head, ...rest] = lines;
  const isOurs = districtHeads.every((name, at) => head?.cells[at]?.replace(/^\uFEFF/, '').trim() === name);
  if (!isOurs) return { problem: 'not_a_district_file', line: 0 };
  const rows: DistrictRow[] = [];
  for (const { line, cells } of rest) {
    const row = readRow(cells);
    if (typeof row === 'string') return { problem: row, line };
    rows.push(row);
  }
  return { rows };
}

function readRow(cells: readonly string[]): DistrictRow | DistrictProblem {
  const [house = '', course = '', month = ''] = cells.map((cell) => cell.trim());
  if (house === '' || course === '' || !/^20\d\d-(?:0[1-9]|1[0-2])$/.test(month)) return 'row_broken';
  const counts: [CountedThing, ToldCount][] = [];
  for (const [at, thing] of countedThings.entries()) {
    const text = (cells[at + 3] ?? '').trim();
    if (text !== tooFew && !/^\d{1,9}$/.test(text)) return 'row_broken';
    const count = text === tooFew ? tooFew : Number(text);
    // Somebody wrote into the file: what it says may be about a person.
    if (count !== tooFew && count < fewestTold) return 'count_too_small';
    counts.push([thing, count]);
  }
  return { house, course, month, ...(Object.fromEntries(counts) as Record<CountedThing, ToldCount>) };
}
