import { type Filled, type Outcome, roundUp } from './sheet.ts';

/** From the price of a goal to months at `monthly`, and to an amount a month when it must be there after `deadline` months. */
export function compute({
  cells,
}: Filled<'price' | 'saved' | 'monthly' | 'deadline'>): Outcome<
  'missing' | 'months' | 'neededMonthly' | 'monthlyGap' | 'atDeadline' | 'missingAtDeadline',
  'reached' | 'in_time' | 'late' | 'zero'
> {
  const { price, saved = 0, monthly, deadline } = cells;
  if (price === undefined) return { results: {} };
  const missing = Math.max(0, price - saved);
  if (missing === 0) return { results: { missing, months: 0 }, advice: ['reached'] };

  const months = monthly === undefined || monthly < 0.001 ? undefined : roundUp(missing / monthly);
  if (deadline === undefined) return { results: { missing, months } };
  if (deadline < 0.001) return { results: { missing, months }, problems: { deadline: 'zero' } };

  const neededMonthly = roundUp(missing / deadline);
  if (monthly === undefined) return { results: { missing, months, neededMonthly } };
  const missingAtDeadline = Math.max(0, missing - monthly * deadline);
  return {
    results: {
      missing,
      months,
      neededMonthly,
      monthlyGap: Math.max(0, neededMonthly - monthly),
      atDeadline: saved + monthly * deadline,
      missingAtDeadline,
    },
    advice: [missingAtDeadline > 0 ? 'late' : 'in_time'],
  };
}
