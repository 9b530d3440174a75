import { type Filled, type Outcome, ratioOf } from './sheet.ts';

/** How often is paid; each counts as so many times a year. Days are not reckoned up to a year: such loans are over in weeks. */
export const payments = { day: 1, week: 2, month: 3 } as const;
const timesAYear: ReadonlyMap<number, number> = new Map([
  [payments.week, 52],
  [payments.month, 12],
]);
const mostPayments = 600;

type Offer = 'a' | 'b';
type Code = 'cheaper_a' | 'cheaper_b' | 'same_cost' | 'not_alike' | 'less_than_received' | 'zero' | 'too_many';

/**
 * Two offers of a loan: repaid = instalment × times, cost = repaid − what was handed out. The yearly rate is the one that
 * makes the instalments worth the money handed out (B-BNG-3). Cost alone is compared only between loans of one sum and length.
 */
export function compute({
  cells,
}: Filled<`${'received' | 'instalment' | 'count' | 'every'}.${Offer}`>): Outcome<
  `${'repaid' | 'cost' | 'share' | 'yearly'}.${Offer}` | 'saved',
  Code
> {
  const problems: Record<string, Code> = {};
  const offer = (name: Offer) => {
    const { [`received.${name}` as const]: received, [`instalment.${name}` as const]: instalment } = cells;
    const count = cells[`count.${name}`];
    const every = cells[`every.${name}`];
    if (count !== undefined && (count < 1 || count > mostPayments)) {
      problems[`count.${name}`] = count < 1 ? 'zero' : 'too_many';
    }
    if (instalment === undefined || count === undefined || problems[`count.${name}`]) return {};
    const repaid = instalment * Math.floor(count);
    if (received === undefined) return { repaid };
    const times = every === undefined ? undefined : timesAYear.get(every);
    const rate = times && rateOf(received, instalment, Math.floor(count));
    const cost = repaid - received;
    return { received, repaid, cost, length: `${Math.floor(count)}/${every}`, yearly: times && rate && rate * times };
  };
  const [a, b] = [offer('a'), offer('b')];
  const difference = a.cost === undefined || b.cost === undefined ? undefined : a.cost - b.cost;
  const isAlike = a.received === b.received && a.length === b.length;
  return {
    results: {
      'repaid.a': a.repaid,
      'repaid.b': b.repaid,
      'cost.a': a.cost,
      'cost.b': b.cost,
      'share.a': ratioOf(a.cost, a.received),
      'share.b': ratioOf(b.cost, b.received),
      'yearly.a': a.yearly,
      'yearly.b': b.yearly,
      saved: difference === undefined ? undefined : Math.abs(difference),
    },
    advice: [
      ...((a.cost ?? 0) < -0.5 || (b.cost ?? 0) < -0.5 ? (['less_than_received'] as const) : []),
      ...(difference === undefined ? [] : [isAlike ? cheaper(difference) : ('not_alike' as const)]),
    ],
    problems,
  };
}

function cheaper(difference: number): Code {
  if (Math.abs(difference) < 0.5) return 'same_cost';
  return difference < 0 ? 'cheaper_a' : 'cheaper_b';
}

/** Per payment; absent where nothing is lent, nothing is paid for it, or it is beyond all reckoning. */
function rateOf(received: number, instalment: number, count: number): number | undefined {
  const worthAt = (rate: number) => (instalment * (1 - (1 + rate) ** -count)) / rate;
  let [low, high] = [1e-7, 10];
  if (received <= 0 || worthAt(low) <= received || worthAt(high) >= received) return undefined;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (worthAt(middle) > received) low = middle;
    else high = middle;
  }
  return low;
}
