/** How a number is shown: `rp` whole rupiah, `ratio` percent, `number` at most two decimals, `whole` none, `clock` 19.3 as 19.30. */
export type SheetFormat = 'rp' | 'ratio' | 'number' | 'whole' | 'clock';

/**
 * One place of a sheet: filled in by hand, or (`output`) by the arithmetic, under the name of its result. A `signed`
 * number may be below zero; a `short` one has few digits.
 */
export type SheetCell =
  | {
      readonly kind: 'number';
      readonly unit?: string;
      readonly value?: string;
      readonly signed?: true;
      readonly short?: true;
    }
  | { readonly kind: 'text'; readonly lines?: number }
  | { readonly kind: 'choice'; readonly choices: readonly { readonly value: number; readonly label: string }[] }
  | { readonly kind: 'tick' }
  | { readonly kind: 'output'; readonly format: SheetFormat };

export interface SheetColumn {
  readonly name: string;
  readonly label: string;
  readonly cell: SheetCell;
}

/** A row with a fixed name; `cell` stands in all its columns instead of the columns' own. */
export interface SheetRow {
  readonly name: string;
  readonly label: string;
  readonly cell?: SheetCell;
  /** What is written in beforehand, by column. */
  readonly values?: Readonly<Record<string, string>>;
}

/** A line below a table; its outputs are named `<list>.<column>`, or `total.<column>` in a grid. */
export interface SheetTotal {
  readonly label: string;
  readonly columns: Readonly<Record<string, SheetFormat>>;
}

export interface SheetResult {
  readonly name: string;
  readonly label: string;
  /** How it comes about, for those who reckon on paper. */
  readonly how?: string;
  readonly format: SheetFormat;
}

export type SheetPart =
  | {
      readonly part: 'fields';
      readonly title?: string;
      readonly fields: readonly (SheetColumn & { readonly hint?: string })[];
    }
  /** Rows with fixed names; cells are called `<row>.<column>`. */
  | {
      readonly part: 'grid';
      readonly title: string;
      readonly corner: string;
      readonly columns: readonly SheetColumn[];
      readonly rows: readonly SheetRow[];
      readonly total?: SheetTotal;
    }
  /** Rows without names; `grows` lets the phone add and remove rows, else they are numbered under `line`. */
  | {
      readonly part: 'list';
      readonly name: string;
      readonly title: string;
      /** Head of the numbers, `No.` when absent. */
      readonly line?: string;
      readonly columns: readonly SheetColumn[];
      readonly rows: readonly Readonly<Record<string, string>>[];
      readonly grows?: true;
      readonly total?: SheetTotal;
    }
  | {
      readonly part: 'ticks';
      readonly title: string;
      /** Small boxes side by side instead of lines. */
      readonly boxes?: true;
      readonly items: readonly { readonly name: string; readonly label: string; readonly hint?: string }[];
    }
  | { readonly part: 'results'; readonly title: string; readonly results: readonly SheetResult[] }
  /** A table over time; `paperRows` empty rows stand there until the arithmetic writes its own. */
  | {
      readonly part: 'series';
      readonly title: string;
      readonly paperRows: number;
      readonly columns: readonly { readonly name: string; readonly label: string; readonly format: SheetFormat }[];
    }
  | { readonly part: 'signatures'; readonly title: string; readonly names: readonly string[] }
  | { readonly part: 'words'; readonly words: string };

/** How a working sheet looks and what it says. `{name}` and `{name|format}` in its sentences stand for results. */
export interface Sheet {
  readonly title: string;
  readonly parts: readonly SheetPart[];
  /** Sentences by the code that the arithmetic gives; `stop` is the strongest. */
  readonly words: Readonly<Record<string, { readonly tone: 'good' | 'care' | 'stop'; readonly words: string }>>;
  /** Read out to those who do not see the results change. */
  readonly summary: string;
}

export const rupiah: SheetCell = { kind: 'number', unit: 'Rp' };
export const text: SheetCell = { kind: 'text' };
export const tick: SheetCell = { kind: 'tick' };
