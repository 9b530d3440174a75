import { type Filled, type Outcome, sum } from './sheet.ts';

/** The rules of the game "Pasar Dusun" (B-GAME-2, B-GAME-4), in rupiah and packs. */
export const rules = { cash: 300_000, packs: 10, most: 3, fixed: 30_000, family: 40_000 } as const;
const weeks = ['w1', 'w2', 'w3', 'w4'] as const;
type Week = (typeof weeks)[number];

type Result = `${'sold' | 'cash' | 'left'}.${Week}` | 'totalSold' | 'stockValue' | 'capital' | 'profit' | 'shortWeek';
type Code = 'too_many' | 'no_cash' | 'ended';

/**
 * Four weeks of trade: buy, pay what is fixed, sell the smaller of stock and buyers, give the family its share. Stock is
 * worth its average cost. A week counts once batches, price and buyers are written; later ones wait for it.
 */
export function compute({
  cells,
}: Filled<`${'batches' | 'batchPrice' | 'price' | 'buyers' | 'lost' | 'other'}.${Week}`>): Outcome<Result, Code> {
  let [cash, left, value] = [rules.cash as number, 0, 0];
  const results: { [R in Result]?: number | undefined } = { shortWeek: undefined };
  const problems: Record<string, Code> = {};
  const sales: number[] = [];
  for (const week of weeks) {
    const { [`batches.${week}` as const]: batches, [`batchPrice.${week}` as const]: batchPrice } = cells;
    const { [`price.${week}` as const]: price, [`buyers.${week}` as const]: buyers } = cells;
    if (batches === undefined || batchPrice === undefined || price === undefined || buyers === undefined) break;
    if (batches > rules.most) {
      problems[`batches.${week}`] = 'too_many';
      break;
    }
    cash -= batches * batchPrice + rules.fixed;
    if (cash < 0) results.shortWeek ??= sales.length + 1;
    left += batches * rules.packs;
    value += batches * batchPrice;
    const each = left > 0 ? value / left : 0;
    const lost = Math.min(cells[`lost.${week}`] ?? 0, left);
    const sold = Math.min(left - lost, buyers);
    left -= lost + sold;
    value = left * each;
    cash += sold * price - rules.family + (cells[`other.${week}`] ?? 0);
    sales.push(sold);
    Object.assign(results, { [`sold.${week}`]: sold, [`cash.${week}`]: cash, [`left.${week}`]: left });
  }
  if (sales.length === 0) return { results, problems };
  const capital = cash + value;
  const profit = capital - rules.cash + sales.length * rules.family;
  return {
    results: { ...results, totalSold: sum(sales), stockValue: value, capital, profit },
    advice: [
      ...(results.shortWeek === undefined ? [] : (['no_cash'] as const)),
      ...(sales.length === weeks.length ? (['ended'] as const) : []),
    ],
    problems,
  };
}
