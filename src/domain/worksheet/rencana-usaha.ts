import { type Filled, type Outcome, ratioOf, sum } from './sheet.ts';

/** The nine pages; one counts as written when anything stands on it. */
const pages = [
  ['who', 'hours'],
  ['product', 'problem'],
  ['buyers', 'rivals', 'asked', 'buying'],
  ['offer', 'price'],
  ['making', 'batchCost', 'made', 'sold', 'tools', 'toolMonths'],
  ['people'],
  ['permits', 'permitsCost'],
  ['working', 'own', 'source'],
  ['risks', 'stop'],
] as const;
type Cell = (typeof pages)[number][number];
type Result = 'pages' | 'empty' | 'buyRatio' | 'unitCost' | 'left' | 'wear' | 'start' | 'missing';
type Code = 'not_above_cost' | 'nobody_refused' | 'short' | 'empty_pages' | 'all_pages' | 'above_made' | 'above_asked';

/** Tools, permits and first packs, and working capital: what a business needs before its first month pays for itself. */
export function compute({ cells }: Filled<Cell>): Outcome<Result, Code> {
  const { asked, buying, price, batchCost, made, sold, tools, toolMonths, permitsCost, working, own = 0 } = cells;
  const written = pages.filter((page) => page.some((cell) => cells[cell] !== undefined)).length;
  const unitCost = ratioOf(batchCost, sold ?? made);
  const left = price === undefined || unitCost === undefined ? undefined : price - unitCost;
  const hasMoney = [tools, permitsCost, working].some((it) => it !== undefined);
  const start = hasMoney ? sum([tools, permitsCost, working]) : undefined;
  const missing = start === undefined ? undefined : Math.max(0, start - own);
  const isAboveMade = made !== undefined && sold !== undefined && sold > made;
  const isAboveAsked = asked !== undefined && buying !== undefined && buying > asked;
  const empty = pages.length - written;
  return {
    results: {
      pages: written,
      empty,
      buyRatio: isAboveAsked ? undefined : ratioOf(buying, asked),
      unitCost,
      left,
      wear: ratioOf(tools, toolMonths),
      start,
      missing,
    },
    advice: [
      ...(left !== undefined && left <= 0 ? (['not_above_cost'] as const) : []),
      ...((asked ?? 0) >= 10 && buying === asked ? (['nobody_refused'] as const) : []),
      ...((missing ?? 0) > 0 ? (['short'] as const) : []),
      ...(written === 0 ? [] : [empty > 0 ? ('empty_pages' as const) : ('all_pages' as const)]),
    ],
    problems: {
      ...(isAboveMade && { sold: 'above_made' as const }),
      ...(isAboveAsked && { buying: 'above_asked' as const }),
    },
  };
}
