/** What is counted of a house in a month; of people each is counted once. */
export const countedThings = ['enrolled', 'active', 'lessonsRead', 'attempts', 'passed', 'certificates'] as const;
export type CountedThing = (typeof countedThings)[number];
export type HouseCounts = Readonly<Record<CountedThing, number>>;

/** One course of a house in one local month, `YYYY-MM`. */
export interface HouseMonth extends HouseCounts {
  readonly course: string;
  readonly month: string;
}

export const noCounts: HouseCounts = Object.fromEntries(countedThings.map((thing) => [thing, 0])) as HouseCounts;

/** Counts added up, each thing by itself. People of different houses are different people, those of one house are not. */
export function addCounts(all: readonly HouseCounts[]): HouseCounts {
  return Object.fromEntries(
    countedThings.map((thing) => [thing, all.reduce((sum, counts) => sum + counts[thing], 0)]),
  ) as HouseCounts;
}
