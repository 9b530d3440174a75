import { indexForm } from './index-form.ts';

/** What a built site knows of one of its words. */
export interface SiteWord {
  readonly word: string;
  readonly base: string;
  /** On how many pages, as a power of two: 0 for a base that stands on no page itself, else 1 + log2, rounded down. */
  readonly rank: number;
  /** At most four forms of the base that the index keeps apart and that together find every page; its own form first. */
  readonly family: readonly string[];
}

/** The words of one base that a site has. */
export interface WordFamily {
  readonly base: string;
  readonly words: readonly { readonly word: string; readonly rank: number }[];
}

/** How often a site uses a folded word. */
export interface WordCount {
  readonly word: string;
  /** On how many pages. */
  readonly pages: number;
}

export const familyLimit = 4;

/** Of the pages that the index finds by a form, a family has at least such a share, or the form is another word's. */
const leastShare = 0.25;

/** Words that can be looked up; which of them there are depends on the parts that were loaded. */
export interface WordList {
  find(word: string): SiteWord | undefined;
  /** All loaded words that begin with the same sign. */
  beginningWith(sign: string): readonly SiteWord[];
}

/**
 * The families of a site, by base; `baseOf` finds bases. A base that stands on no page is a word too, for queries that use it.
 * A word that the index takes for another one, `menandai` for `anda`, counts as standing on no page while its base has
 * others: with it the family would find the pages of the other one.
 */
export function groupWords(counts: readonly WordCount[], baseOf: (word: string) => string): WordFamily[] {
  const counted = new Set(counts.map(({ word }) => word));
  const families = Map.groupBy(counts, ({ word }) => baseOf(word));
  const pagesByForm = countByForm(counts);
  return [...families]
    .map(([base, members]) => {
      const own = countByForm(members);
      const shareOf = (form: string): number => (own.get(form) ?? 0) / (pagesByForm.get(form) ?? 1);
      const hasOwn = [...own.keys()].some((form) => shareOf(form) >= leastShare);
      const words = members.map(({ word, pages }) => ({
        word,
        rank: hasOwn && shareOf(indexForm(word)) < leastShare ? 0 : 1 + Math.floor(Math.log2(Math.max(1, pages))),
      }));
      const all = counted.has(base) ? words : [...words, { word: base, rank: 0 }];
      return { base, words: all.sort((a, b) => compare(a.word, b.word)) };
    })
    .sort((a, b) => compare(a.base, b.base));
}

function countByForm(counts: readonly WordCount[]): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  for (const it of counts) pages.set(indexForm(it.word), (pages.get(indexForm(it.word)) ?? 0) + it.pages);
  return pages;
}

export function openWordList(families: Iterable<WordFamily>): WordList {
  const words = new Map<string, SiteWord>();
  const bySign = new Map<string, SiteWord[]>();
  for (const family of families) {
    for (const { word, rank } of family.words) {
      if (words.has(word)) continue;
      const known = siteWord(word, rank, family);
      words.set(word, known);
      const sign = beginningOf(word, 1);
      const group = bySign.get(sign) ?? [];
      group.push(known);
      bySign.set(sign, group);
    }
  }
  return { find: (word) => words.get(word), beginningWith: (sign) => bySign.get(sign) ?? [] };
}

/** The first signs of a word: whole ones, also those that take two units of UTF-16. */
export function beginningOf(word: string, length: number): string {
  return Array.from(word.slice(0, 2 * length))
    .slice(0, length)
    .join('');
}

// Few of the words of a list are ever asked for their family.
function siteWord(word: string, rank: number, family: WordFamily): SiteWord {
  let forms: readonly string[] | undefined;
  return {
    word,
    base: family.base,
    rank,
    get family() {
      forms ??= formsFor(word, family);
      return forms;
    },
  };
}

/** One word of each form that the index keeps apart, that of `word` first, then the most frequent ones. */
function formsFor(word: string, { words }: WordFamily): readonly string[] {
  const forms = new Map<string, { word: string; rank: number; pages: number }>();
  for (const it of words) {
    if (it.rank === 0) continue;
    const form = indexForm(it.word);
    const pages = 2 ** it.rank + (forms.get(form)?.pages ?? 0);
    const most = forms.get(form);
    forms.set(form, {
      word: most !== undefined && most.rank >= it.rank ? most.word : it.word,
      rank: Math.max(it.rank, most?.rank ?? 0),
      pages,
    });
  }
  const own = indexForm(word);
  return [...forms]
    .sort(
      ([formA, a], [formB, b]) =>
        Number(formB === own) - Number(formA === own) || b.pages - a.pages || compare(a.word, b.word),
    )
    .slice(0, familyLimit)
    .map(([, form]) => form.word);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
