import { type Filled, type Outcome, ratioOf, sum } from './sheet.ts';

const incomes = ['remittance', 'home', 'extra'] as const;
const posts = ['needs', 'school', 'instalments', 'emergency', 'capital', 'social', 'other'] as const;
/** What goes on when nothing is sent. */
const routinePosts = ['needs', 'school', 'instalments'] as const;
type Post = (typeof posts)[number];
type Cell = `${(typeof incomes)[number] | Post}.amount`;

/** A custom, not a rule: instalments of more than this share of the income are felt as heavy. */
const heavyRatio = 0.3;

/** A month's budget in rupiah: what is left, the share of each post, and what is missing when no money is sent. */
export function compute({
  cells,
}: Filled<Cell>): Outcome<
  `${Post | 'total'}.share` | 'income' | 'total.amount' | 'balance' | 'instalmentRatio' | 'routine' | 'gap',
  'short' | 'balanced' | 'left' | 'heavy'
> {
  const income = sum(incomes.map((it) => cells[`${it}.amount`]));
  const outgo = sum(posts.map((it) => cells[`${it}.amount`]));
  const routine = sum(routinePosts.map((it) => cells[`${it}.amount`]));
  const share = (amount: number | undefined) => ratioOf(amount, income);
  const balance = income - outgo;
  const instalmentRatio = share(cells['instalments.amount']);
  const isStarted = income > 0 && outgo > 0;
  return {
    results: {
      income,
      'total.amount': outgo,
      'total.share': share(outgo),
      'needs.share': share(cells['needs.amount']),
      'school.share': share(cells['school.amount']),
      'instalments.share': instalmentRatio,
      'emergency.share': share(cells['emergency.amount']),
      'capital.share': share(cells['capital.amount']),
      'social.share': share(cells['social.amount']),
      'other.share': share(cells['other.amount']),
      instalmentRatio,
      ...(isStarted && {
        balance,
        routine,
        gap: Math.max(0, routine - (income - (cells['remittance.amount'] ?? 0))),
      }),
    },
    advice: [
      ...(isStarted
        ? [balance <= -0.5 ? ('short' as const) : balance < 0.5 ? ('balanced' as const) : ('left' as const)]
        : []),
      ...((instalmentRatio ?? 0) > heavyRatio + 1e-9 ? (['heavy'] as const) : []),
    ],
  };
}
