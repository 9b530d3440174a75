import { compareCount, type CountCode, followBalance } from './balance.ts';
import type { Filled, Outcome } from './sheet.ts';

type Result =
  'days.in' | 'days.out' | 'end' | 'change' | 'lowest' | 'lowestDay' | 'belowZeroAt' | 'difference' | 'missing';

/**
 * A cash book in rupiah, one line a day: balance = balance of the day before + in − out. `counted` is the money in the tin
 * after the last line. A balance below zero is a mistake in the book, for a tin cannot hold less than nothing.
 */
export function compute({
  cells,
  lists,
}: Filled<'opening' | 'counted', { days: 'in' | 'out' }>): Outcome<Result, CountCode | 'no_opening' | 'below_zero'> {
  const { days = [] } = lists;
  const { after, totalIn, totalOut, end, lowest, belowZeroAt } = followBalance(cells.opening, days);
  const { difference, code } = compareCount(cells.counted, end);
  const isStarted = days.some((day) => day.in !== undefined || day.out !== undefined);
  return {
    results: {
      'days.in': totalIn,
      'days.out': totalOut,
      end,
      change: end === undefined ? undefined : totalIn - totalOut,
      lowest: lowest?.amount,
      lowestDay: lowest?.line,
      belowZeroAt,
      difference,
      missing: difference === undefined ? undefined : Math.abs(difference),
    },
    advice: [
      ...(isStarted && cells.opening === undefined ? (['no_opening'] as const) : []),
      ...(belowZeroAt === undefined ? [] : (['below_zero'] as const)),
      ...(code === undefined ? [] : [code]),
    ],
    beside: { days: after.map((balance) => ({ balance })) },
  };
}
