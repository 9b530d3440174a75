import { type Filled, type Outcome, ratioOf, sum } from './sheet.ts';

/** How many are asked, and how many of them must want to buy: a rule of thumb of the course, no promise. */
const wanted = { asked: 20, yes: 12 };

/** Counts a test with 20 people: `buys` is 1 for yes and 0 for no; the mean is over the prices that were named. */
export function compute({
  cells,
  lists,
}: Filled<'target', { people: 'buys' | 'price' }>): Outcome<
  'asked' | 'yes' | 'no' | 'yesRatio' | 'meanPrice' | 'aboveTarget' | 'toGo',
  'go_on' | 'reached' | 'below'
> {
  const people = lists.people ?? [];
  const answers = people.map(({ buys }) => buys).filter((buys) => buys !== undefined);
  const prices = people.map(({ price }) => price).filter((price) => price !== undefined && price > 0);
  const asked = answers.length;
  const yes = answers.filter((buys) => buys === 1).length;
  const { target } = cells;
  return {
    results: {
      asked,
      yes,
      no: asked - yes,
      toGo: Math.max(0, wanted.asked - asked),
      yesRatio: ratioOf(yes, asked),
      meanPrice: ratioOf(sum(prices), prices.length),
      aboveTarget: target === undefined ? undefined : prices.filter((price) => (price ?? 0) >= target).length,
    },
    advice: asked === 0 ? [] : [asked < wanted.asked ? 'go_on' : yes >= wanted.yes ? 'reached' : 'below'],
  };
}
