/** Every kind of working sheet; each has its arithmetic here and its look in `components/worksheet/`, under its name. */
export const worksheetKinds = [
  'hpp',
  'nilai-ide',
  'uji-20-orang',
  'anggaran-keluarga',
  'tujuan-kiriman',
  'rencana-30-hari',
  'perjanjian-keluarga',
  'bagi-shu',
  'simulasi-rat',
  'biaya-penempatan',
  'dokumen',
  'kontrak',
  'surat-izin',
  'gaji-dan-kiriman',
  'buku-kas',
  'kartu-stok',
  'biaya-pinjaman',
  'rencana-pulang',
  'kabar-anak',
  'rencana-usaha',
  'pasar-dusun',
] as const;
export type WorksheetKind = (typeof worksheetKinds)[number];

/** Cells of a row by column. */
export type FilledRow<Column extends string = string> = { readonly [C in Column]?: number | undefined };

/**
 * What was filled into a sheet, as numbers: finite, and not below zero unless the sheet's cell allows it. A cell that is
 * empty or cannot be read is absent; a tick and a written text count as 1.
 */
export interface Filled<
  Cell extends string = string,
  Lists extends Readonly<Record<string, string>> = Readonly<Record<string, string>>,
> {
  readonly cells: FilledRow<Cell>;
  /** Rows of each list, by the list's name. */
  readonly lists: { readonly [L in keyof Lists]?: readonly FilledRow<Lists[L]>[] };
}

/** What a sheet answers. Its words stand in the sheet's description, under the codes given here. */
export interface Outcome<Result extends string = string, Code extends string = string> {
  /** By the name of the output; absent when it cannot be told yet. */
  readonly results: { readonly [R in Result]?: number | undefined };
  /** Codes of the sentences to show, in order. */
  readonly advice?: readonly Code[];
  /** What is wrong with a cell: its code by the cell's name. */
  readonly problems?: Readonly<Record<string, Code>>;
  /** Rows of the sheet's table over time. */
  readonly series?: readonly Readonly<Record<string, number>>[];
  /** What stands beside each row of a list, by the list's name: the outputs of the row, by column. */
  readonly beside?: Readonly<Record<string, readonly FilledRow[]>>;
}

/** Total: answers whatever was filled in, throws nothing. */
export type Compute = (filled: Filled) => Outcome;

/** Adds up; what is absent counts as nothing. */
export function sum(amounts: readonly (number | undefined)[]): number {
  return amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
}

/** `part` of `whole`; absent when there is no whole worth dividing by: less than a thousandth. */
export function ratioOf(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined || whole < 0.001 ? undefined : part / whole;
}

/** Up to the next whole; what binary fractions add to a whole is not counted. */
export function roundUp(value: number): number {
  return Math.ceil(value - 1e-9 * Math.max(1, Math.abs(value)));
}
