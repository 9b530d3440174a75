import { type FilledRow, sum } from './sheet.ts';

/** What is kept, money or goods, followed through lines of what came in and what went out. */
export interface Balance {
  /** After each line; absent beside a line without amounts, and beside all when nobody said what there was before. */
  readonly after: readonly (number | undefined)[];
  readonly totalIn: number;
  readonly totalOut: number;
  /** After the last line. */
  readonly end?: number;
  /** The least after any filled line, and that line counted from 1. */
  readonly lowest?: { readonly amount: number; readonly line: number } | undefined;
  /** The first line, counted from 1, after which there would be less than nothing. */
  readonly belowZeroAt?: number | undefined;
}

/** Less than this is what binary fractions leave over. */
const trifle = 0.001;

export function followBalance(opening: number | undefined, lines: readonly FilledRow<'in' | 'out'>[]): Balance {
  const totals = { totalIn: sum(lines.map((it) => it.in)), totalOut: sum(lines.map((it) => it.out)) };
  if (opening === undefined) return { after: lines.map(() => undefined), ...totals };
  let amount = opening;
  const after = lines.map((line) => {
    if (line.in === undefined && line.out === undefined) return undefined;
    amount += (line.in ?? 0) - (line.out ?? 0);
    return amount;
  });
  const said = after.flatMap((it, at) => (it === undefined ? [] : [{ amount: it, line: at + 1 }]));
  const least = Math.min(...said.map((it) => it.amount));
  return {
    after,
    ...totals,
    end: amount,
    lowest: said.find((it) => it.amount === least),
    belowZeroAt: said.find((it) => it.amount < -trifle)?.line,
  };
}

export type CountCode = 'matches' | 'lacks' | 'has_more';

/** What a count says of the balance in the book: `difference` is counted minus written. */
export function compareCount(
  counted: number | undefined,
  end: number | undefined,
): { readonly difference?: number; readonly code?: CountCode } {
  if (counted === undefined || end === undefined) return {};
  const difference = counted - end;
  if (Math.abs(difference) < trifle) return { difference: 0, code: 'matches' };
  return { difference, code: difference < 0 ? 'lacks' : 'has_more' };
}
