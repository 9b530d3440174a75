import { countedThings, type CountedThing, type HouseMonth } from './house-months.ts';

/** Counts below this may point to somebody who is known in the village: no file says them. */
export const fewestTold = 5;

/** What stands in a file where a count is below `fewestTold`, none at all included. */
export const tooFew = '<5';

/** A count, or that it is too small to be told. */
export type ToldCount = number | typeof tooFew;

/** One course of one house in one month, as a file for the district tells it: no person, no count below five. */
export interface DistrictRow extends Readonly<Record<CountedThing, ToldCount>> {
  readonly house: string;
  readonly course: string;
  readonly month: string;
}

/** A house's months for the district; those of which nothing may be told are left out. */
export function toDistrictRows(house: string, months: readonly HouseMonth[]): readonly DistrictRow[] {
  return months.flatMap(({ course, month, ...counts }) => {
    const told = countedThings.map((thing) => [thing, tell(counts[thing])] as const);
    if (told.every(([, count]) => count === tooFew)) return [];
    return [{ house, course, month, ...(Object.fromEntries(told) as Record<CountedThing, ToldCount>) }];
  });
}

/** Added up: what was told, and how many counts were too small to be told. */
export interface DistrictSum {
  readonly told: number;
  readonly hidden: number;
}

export interface DistrictTotal extends Readonly<Record<CountedThing, DistrictSum>> {
  readonly course: string;
  readonly month: string;
  /** How many houses told anything. */
  readonly houses: number;
}

/** Rows of many houses by course and month, in the order of their names. The same row twice is counted once. */
export function addDistrictRows(rows: readonly DistrictRow[]): readonly DistrictTotal[] {
  const once = new Map(rows.map((row) => [`${row.house}\n${row.course}\n${row.month}`, row]));
  const groups = Map.groupBy(once.values(), ({ course, month }) => `${course}\n${month}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, group]) => {
      const [course = '', month = ''] = name.split('\n');
      const sums = countedThings.map((thing) => [thing, addTold(group.map((row) => row[thing]))] as const);
      const houses = new Set(group.map(({ house }) => house)).size;
      return { course, month, houses, ...(Object.fromEntries(sums) as Record<CountedThing, DistrictSum>) };
    });
}

function addTold(counts: readonly ToldCount[]): DistrictSum {
  const told = counts.filter((count) => count !== tooFew);
  return { told: told.reduce<number>((sum, count) => sum + count, 0), hidden: counts.length - told.length };
}

function tell(count: number): ToldCount {
  return count < fewestTold ? tooFew : count;
}
