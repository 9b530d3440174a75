import { type Filled, type Outcome, ratioOf, sum } from './sheet.ts';

const parts = ['reserve', 'usage', 'capital', 'board', 'education', 'social', 'village', 'other'] as const;
const members = ['one', 'two'] as const;
type Part = (typeof parts)[number];
type Member = (typeof members)[number];
type Cell = 'surplus' | 'allTrade' | 'allSavings' | `${Part}.percent` | `${'trade' | 'savings'}.${Member}`;
type Result =
  | `${Part | 'total'}.amount`
  | `${'forUsage' | 'forCapital' | 'sum'}.${Member}`
  | 'total.percent'
  | 'toMembers'
  | 'toMembersRatio'
  | 'perThousand';
type Code = 'loss' | 'not_hundred' | 'divided' | 'above_total';

/**
 * Splits a year's surplus (rupiah) by the percents of the members' meeting, and gives a member's share: trade ÷ all trade ×
 * the part for usage, and savings ÷ all savings × the part for capital.
 *
 * @see UU 25/1992 Pasal 45; the formula is common practice, its percents come from each cooperative's own rules.
 */
export function compute({ cells }: Filled<Cell>): Outcome<Result, Code> {
  const { surplus } = cells;
  const percent = sum(parts.map((part) => cells[`${part}.percent`]));
  if (surplus === undefined) return { results: { 'total.percent': percent } };
  if (surplus <= 0) return { results: { 'total.percent': percent }, advice: ['loss'] };

  const amounts = new Map(parts.map((part) => [part, (surplus * (cells[`${part}.percent`] ?? 0)) / 100]));
  const problems: Record<string, 'above_total'> = {};
  const { allTrade, allSavings } = cells;
  const shareOf = (kind: 'trade' | 'savings', member: Member, all: number | undefined, part: Part) => {
    const share = ratioOf(cells[`${kind}.${member}`], all);
    if (share !== undefined && share <= 1) return share * (amounts.get(part) ?? 0);
    if (share !== undefined) problems[`${kind}.${member}`] = 'above_total';
    return undefined;
  };
  const shares = Object.fromEntries(
    members.flatMap((member): [Result, number | undefined][] => {
      const forUsage = shareOf('trade', member, allTrade, 'usage');
      const forCapital = shareOf('savings', member, allSavings, 'capital');
      return [
        [`forUsage.${member}`, forUsage],
        [`forCapital.${member}`, forCapital],
        [`sum.${member}`, forUsage === undefined && forCapital === undefined ? undefined : sum([forUsage, forCapital])],
      ];
    }),
  );
  const usage = amounts.get('usage') ?? 0;
  const toMembers = usage + (amounts.get('capital') ?? 0);
  return {
    results: {
      ...Object.fromEntries([...amounts].map(([part, amount]) => [`${part}.amount`, amount])),
      'total.percent': percent,
      'total.amount': sum([...amounts.values()]),
      ...shares,
      toMembers,
      toMembersRatio: ratioOf(toMembers, surplus),
      perThousand: ratioOf(usage * 1000, allTrade),
    },
    advice: percent === 0 ? [] : [Math.abs(percent - 100) < 1e-6 ? 'divided' : 'not_hundred'],
    problems,
  };
}
