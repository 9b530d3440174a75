import { formatNumber, parseNumber } from '#domain/number.ts';
import type { computeHpp, HppInput } from '#domain/worksheet/hpp.ts';
import { worksheetMessages } from '#messages';

export const costTables = ['variable', 'overhead', 'expenses'] as const;
export const figures = ['units', 'batches', 'margin', 'price'] as const;
export type CostTable = (typeof costTables)[number];
export type Figure = (typeof figures)[number];

export interface CostRow {
  readonly name: string;
  readonly amount: string;
}

/** Everything typed into the sheet, as typed. */
export interface Sheet {
  readonly costs: Readonly<Record<CostTable, readonly CostRow[]>>;
  readonly figures: Readonly<Record<Figure, string>>;
}

/** What a sheet says as numbers, and one sentence for each field that cannot be read. */
export interface ReadSheet {
  readonly input: HppInput;
  readonly totals: Readonly<Record<CostTable, number>>;
  /** By figure name, or `<table>/<row>`. */
  readonly errors: ReadonlyMap<string, string>;
  /** Whether all that is needed was filled in. */
  readonly complete: boolean;
}

type HppProblem = ReturnType<typeof computeHpp>['problems'][number];

/** Reads a sheet; an empty amount counts as nothing, an empty figure leaves the sheet incomplete (the price aside). */
export function readSheet(sheet: Sheet): ReadSheet {
  const errors = new Map<string, string>();
  const read = (text: string, at: string): number | undefined => {
    const parsed = parseNumber(text);
    if ('value' in parsed) {
      if (parsed.value >= 0) return parsed.value;
      errors.set(at, worksheetMessages.negative);
    } else if (parsed.problem === 'ambiguous') {
      errors.set(at, worksheetMessages.ambiguous(parsed.readings.map((reading) => formatNumber(reading))));
    } else if (parsed.problem === 'not_a_number') errors.set(at, worksheetMessages.not_a_number);
    return undefined;
  };
  const total = (table: CostTable) =>
    sheet.costs[table].reduce((sum, { amount }, row) => sum + (read(amount, `${table}/${row}`) ?? 0), 0);
  const totals = { variable: total('variable'), overhead: total('overhead'), expenses: total('expenses') };
  const [units, batches, margin, price] = figures.map((figure) => read(sheet.figures[figure], figure));
  return {
    input: {
      variablePerBatch: totals.variable,
      unitsPerBatch: units ?? Number.NaN,
      batchesPerMonth: batches ?? Number.NaN,
      overheadPerMonth: totals.overhead,
      expensesPerMonth: totals.expenses,
      marginRatio: margin === undefined ? Number.NaN : margin / 100,
      price,
    },
    totals,
    errors,
    complete: units !== undefined && batches !== undefined && margin !== undefined && totals.variable > 0,
  };
}

/** Which figure a problem of the computation belongs to, and what to say there. */
export function sayProblem({ field, problem }: HppProblem): readonly [Figure | undefined, string] {
  const places: Partial<Record<keyof HppInput, Figure>> = {
    unitsPerBatch: 'units',
    batchesPerMonth: 'batches',
    marginRatio: 'margin',
    price: 'price',
  };
  return [places[field], worksheetMessages[problem]];
}
