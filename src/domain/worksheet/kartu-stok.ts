import { compareCount, type CountCode, followBalance } from './balance.ts';
import type { Filled, Outcome } from './sheet.ts';

type Cell = 'opening' | 'limit' | 'unitCost' | 'counted';
type Result = 'lines.in' | 'lines.out' | 'end' | 'value' | 'belowZeroAt' | 'difference' | 'missing';

/**
 * A stock card in pieces, litres or kilos of one thing: left = left before + in − out, worth its cost, never its price.
 * At `limit` or below it is time to buy or make again.
 */
export function compute({
  cells,
  lists,
}: Filled<Cell, { lines: 'in' | 'out' }>): Outcome<Result, CountCode | 'no_opening' | 'below_zero' | 'buy_again'> {
  const { lines = [] } = lists;
  const { opening, limit, unitCost, counted } = cells;
  const { after, totalIn, totalOut, end, belowZeroAt } = followBalance(opening, lines);
  const { difference, code } = compareCount(counted, end);
  const isStarted = lines.some((line) => line.in !== undefined || line.out !== undefined);
  const left = counted ?? end;
  const isLow = isStarted && end !== undefined && limit !== undefined && (left ?? 0) <= limit + 1e-9;
  return {
    results: {
      'lines.in': totalIn,
      'lines.out': totalOut,
      end,
      value: end === undefined || unitCost === undefined ? undefined : Math.max(0, left ?? 0) * unitCost,
      belowZeroAt,
      difference,
      missing: difference === undefined ? undefined : Math.abs(difference),
    },
    advice: [
      ...(isStarted && opening === undefined ? (['no_opening'] as const) : []),
      ...(belowZeroAt === undefined ? [] : (['below_zero'] as const)),
      ...(isLow ? (['buy_again'] as const) : []),
      ...(code === undefined ? [] : [code]),
    ],
    beside: { lines: after.map((left) => ({ left })) },
  };
}
