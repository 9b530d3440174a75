// Three-way comparison of texts by blocks, in the manner of diff3.

/** A run of blocks: the same in both texts, or what stands in each in its place. */
export type Difference =
  | { readonly kind: 'same'; readonly blocks: readonly string[] }
  | { readonly kind: 'changed'; readonly before: readonly string[]; readonly after: readonly string[] };

/** Paragraphs, boxes and lists of prose, with the blank lines behind them; lines of YAML. Joined they are the text again. */
export function blocksOf(path: string, text: string): readonly string[] {
  if (path.endsWith('.yaml')) return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const head = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  const fields = head.match(/[^\n]*\n/g) ?? [];
  return [...fields, ...(text.slice(head.length).match(/(?:[^\n]+\n?)+\n*|\n+/g) ?? [])];
}

/** What changed from one list of blocks to another. */
export function compareBlocks(before: readonly string[], after: readonly string[]): readonly Difference[] {
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  for (const { from, to, length } of [...sharedRuns(before, after), endOf(before, after)]) {
    if (from > i || to > j) found.push({ kind: 'changed', before: before.slice(i, from), after: after.slice(j, to) });
    if (length > 0) found.push({ kind: 'same', blocks: before.slice(from, from + length) });
    [i, j] = [from + length, to + length];
  }
  return found;
}

/**
 * What two texts that began from one base become together; undefined where both changed the same block or neighbours of it.
 */
export function mergeBlocks(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const [own, other] = [changesOf(base, mine), changesOf(base, theirs)];
  const isApart = own.every((a) => other.every((b) => isSame(a, b) || a.to < b.from || b.to < a.from));
  if (!isApart) return undefined;
  const all = [...own, ...other.filter((b) => !own.some((a) => isSame(a, b)))].sort((a, b) => a.from - b.from);
  const merged: string[] = [];
  let at = 0;
  for (const { from, to, blocks } of all) {
    merged.push(...base.slice(at, from), ...blocks);
    at = to;
  }
  return [...merged, ...base.slice(at)];
}

interface Change {
  /** Places in the base: from the first block that goes up to the first that stays. */
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly string[];
}

function changesOf(base: readonly string[], text: readonly string[]): readonly Change[] {
  let at = 0;
  return compareBlocks(base, text).flatMap((it) => {
    const from = at;
    at += it.kind === 'same' ? it.blocks.length : it.before.length;
    return it.kind === 'same' ? [] : [{ from, to: at, blocks: it.after }];
  });
}

function isSame(a: Change, b: Change): boolean {
  return a.from === b.from && a.to === b.to && a.blocks.join('\0') === b.blocks.join('\0');
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

function endOf(before: readonly string[], after: readonly string[]): Run {
  return { from: before.length, to: after.length, length: 0 };
}

/** Runs of the longest common subsequence. At most `blocksOf` a whole lesson: some hundred blocks, or lines of a quiz. */
function sharedRuns(before: readonly string[], after: readonly string[]): readonly Run[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  const [a, b] = [before.slice(start, before.length - tail), after.slice(start, after.length - tail)];
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const lengthAt = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const runs: Run[] = start > 0 ? [{ from: 0, to: 0, length: start }] : [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      runs.push({ from: start + i++, to: start + j++, length: 1 });
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  }
  if (tail > 0) runs.push({ from: before.length - tail, to: after.length - tail, length: tail });
  return runs;
}
