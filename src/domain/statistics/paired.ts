/** How many questions somebody had all right, of how many. */
export interface RightOf {
  readonly right: number;
  readonly of: number;
}

/** One participant who did both forms. */
export interface Pair {
  readonly before: RightOf;
  readonly after: RightOf;
}

export type Change = 'more' | 'same' | 'fewer';

/** What a class's pairs say together, in people and questions, never in percent of a few. */
export interface PairedSummary {
  readonly pairs: number;
  readonly more: number;
  readonly same: number;
  readonly fewer: number;
  /**
   * Whether chance alone would seldom bring so many to one side: two-sided sign test, below 1 in 20. Those who stayed the same
   * tell nothing. @see https://en.wikipedia.org/wiki/Sign_test
   */
  readonly clear: boolean;
  /** Mean number of right answers, of the mean number asked; undefined below `fewestForMean` pairs. */
  readonly mean: { readonly before: RightOf; readonly after: RightOf } | undefined;
}

/** Below this many pairs a mean is one person's good or bad day. */
export const fewestForMean = 5;

/** Whether somebody knew more afterwards; forms of different length are held against each other by their shares. */
export function changeOf({ before, after }: Pair): Change {
  const difference = after.right * before.of - before.right * after.of;
  if (difference === 0) return 'same';
  return difference > 0 ? 'more' : 'fewer';
}

export function comparePairs(pairs: readonly Pair[]): PairedSummary {
  const changes = pairs.map(changeOf);
  const count = (change: Change) => changes.filter((it) => it === change).length;
  const [more, same, fewer] = [count('more'), count('same'), count('fewer')];
  return {
    pairs: pairs.length,
    ...{ more, same, fewer },
    clear: signTest(more, fewer) < 0.05,
    mean:
      pairs.length < fewestForMean
        ? undefined
        : { before: meanOf(pairs.map(({ before }) => before)), after: meanOf(pairs.map(({ after }) => after)) },
  };
}

/** How probable chance alone makes a split at least as uneven as this one, 0–1. */
export function signTest(more: number, fewer: number): number {
  const all = more + fewer;
  let tail = 0;
  for (let at = Math.max(more, fewer); at <= all; at += 1) tail += choose(all, at) / 2 ** all;
  return Math.min(1, 2 * tail);
}

function meanOf(all: readonly RightOf[]): RightOf {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { right: mean(all.map(({ right }) => right)), of: mean(all.map(({ of }) => of)) };
}

function choose(all: number, some: number): number {
  let ways = 1;
  for (let at = 1; at <= some; at += 1) ways = (ways * (all - some + at)) / at;
  return ways;
}
