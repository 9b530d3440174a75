import { type Filled, type Outcome, roundUp } from './sheet.ts';

/** Longest contract that is counted through, in months. */
const longestContract = 120;

type Result = 'net' | 'left' | 'payoff' | 'contract' | 'spare' | 'debtAtEnd' | 'savingsAtEnd';
type Code = 'nothing_left' | 'debt_outlasts' | 'debt_free' | 'no_debt' | 'too_long' | 'zero';

/**
 * A month of work abroad in one currency: contract wage − deductions = net; net − living − sending home = what is left,
 * which first pays the debt (interest included) and then is saved, month by month until the contract ends.
 */
export function compute({
  cells,
}: Filled<'wage' | 'deductions' | 'living' | 'sending' | 'debt' | 'contract'>): Outcome<Result, Code> {
  const { wage, deductions = 0, living = 0, sending = 0, debt = 0, contract } = cells;
  if (wage === undefined) return { results: {} };
  const net = wage - deductions;
  const left = net - living - sending;
  const isPaying = left >= 0.001;
  const payoff = debt > 0 && isPaying ? roundUp(debt / left) : undefined;
  const month = { net, left, payoff };
  if (contract === undefined) return { results: month, advice: isPaying ? [] : ['nothing_left'] };
  const months = Math.floor(contract);
  if (months < 1 || months > longestContract) {
    return { results: month, problems: { contract: months < 1 ? 'zero' : 'too_long' } };
  }

  const after = (count: number) => ({
    month: count,
    debt: Math.max(0, debt - left * count),
    savings: Math.max(0, left * count - debt),
  });
  const end = after(months);
  const isLate = payoff !== undefined && payoff > months;
  const results = {
    ...month,
    contract: months,
    debtAtEnd: end.debt,
    savingsAtEnd: end.savings,
    spare: payoff === undefined || isLate ? undefined : months - payoff,
  };
  if (!isPaying) return { results, advice: ['nothing_left'] };
  const counted = Math.min(months, payoff ?? 0);
  return {
    results,
    advice: [payoff === undefined ? 'no_debt' : isLate ? 'debt_outlasts' : 'debt_free'],
    series: [...Array.from({ length: counted }, (_, at) => after(at + 1)), ...(counted < months ? [end] : [])],
  };
}
