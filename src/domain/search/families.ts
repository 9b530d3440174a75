import { familyLimit, type SiteWord } from './word-list.ts';

/** How often a site uses a folded word. */
export interface WordCount {
  readonly word: string;
  /** On how many pages. */
  readonly pages: number;
}

/**
 * The word list of a site. `baseOf` finds bases; `indexForm` tells what the index makes of a word: forms that it makes the
 * same are one to it. Bases that stand on no page are listed too, for queries that use them.
 */
export function buildWordList(
  counts: readonly WordCount[],
  baseOf: (word: string) => string,
  indexForm: (word: string) => string,
): SiteWord[] {
  const byBase = Map.groupBy(counts, ({ word }) => baseOf(word));
  const words: SiteWord[] = [];
  for (const [base, members] of byBase) {
    const sorted = members.toSorted((a, b) => b.pages - a.pages || compare(a.word, b.word));
    const forms = [...Map.groupBy(sorted, ({ word }) => indexForm(word)).entries()].map(([form, same]) => ({
      form,
      word: same[0]?.word ?? form,
      pages: same.reduce((sum, { pages }) => sum + pages, 0),
    }));
    const family = forms.toSorted((a, b) => b.pages - a.pages || compare(a.word, b.word));
    for (const { word, pages } of sorted) {
      const own = indexForm(word);
      const first = family.filter(({ form }) => form === own);
      const rest = family.filter(({ form }) => form !== own);
      words.push({
        word,
        base,
        rank: 1 + Math.floor(Math.log2(Math.max(1, pages))),
        family: [...first, ...rest].slice(0, familyLimit).map((it) => it.word),
      });
    }
    if (!members.some(({ word }) => word === base)) {
      words.push({ word: base, base, rank: 0, family: family.slice(0, familyLimit).map(({ word }) => word) });
    }
  }
  return words.sort((a, b) => compare(a.word, b.word));
}

/** Splits a sorted word list by first sign, and a part that is too large by one sign more. */
export function splitWordList(words: readonly SiteWord[], partLimit = 300): Map<string, readonly SiteWord[]> {
  return splitBy(words, 1, partLimit);
}

function splitBy(words: readonly SiteWord[], length: number, limit: number): Map<string, readonly SiteWord[]> {
  const parts = new Map<string, readonly SiteWord[]>();
  for (const [beginning, group] of Map.groupBy(words, ({ word }) => word.slice(0, length))) {
    if (group.length <= limit || length === 4) {
      parts.set(beginning, group);
      continue;
    }
    // A word that is the beginning itself stays in the part of that name.
    const short = group.filter(({ word }) => word.length <= length);
    if (short.length > 0) parts.set(beginning, short);
    const longer = group.filter(({ word }) => word.length > length);
    for (const [name, part] of splitBy(longer, length + 1, limit)) parts.set(name, part);
  }
  return parts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
