/** What the index answered to one form of a word. */
export interface FormHits {
  /** Score by page. */
  readonly scores: ReadonlyMap<string, number>;
  /** On how many pages it found the form, filters aside. */
  readonly pages: number;
}

/** What was found for one word of a query: by reading, with the reading's weight. */
export interface TermHits {
  readonly readings: readonly { readonly weight: number; readonly forms: readonly FormHits[] }[];
}

export interface RankedPage {
  readonly page: string;
  readonly score: number;
  /** How much of the query the page holds, by rarity of its words; 0 to 1. */
  readonly share: number;
}

/** How telling a word is that stands on `found` of `pages` pages. */
export function rarity(found: number, pages: number): number {
  return Math.log(1 + (Math.max(pages, found) - found + 0.5) / (found + 0.5));
}

/**
 * Ranks pages for a query of several words on a site of `pages` pages. Per word the best form counts, with the rarity of
 * the whole family instead of its own; words are added up; a page that lacks telling words loses their share once more.
 * Pages of the same score keep the order of their names.
 */
export function rankPages(terms: readonly TermHits[], pages: number): RankedPage[] {
  const scores = new Map<string, { score: number; found: number }>();
  let whole = 0;
  for (const term of terms) {
    const { rare, best } = weighTerm(term, pages);
    if (best.size === 0) continue;
    whole += rare;
    for (const [page, score] of best) {
      const before = scores.get(page) ?? { score: 0, found: 0 };
      scores.set(page, { score: before.score + score, found: before.found + rare });
    }
  }
  return [...scores]
    .map(([page, { score, found }]) => {
      const share = whole === 0 ? 0 : Math.min(1, found / whole);
      return { page, score: score * share, share };
    })
    .sort((a, b) => b.score - a.score || (a.page < b.page ? -1 : 1));
}

function weighTerm({ readings }: TermHits, pages: number): { rare: number; best: ReadonlyMap<string, number> } {
  const best = new Map<string, number>();
  let rare = 0;
  for (const { weight, forms } of readings) {
    const found = Math.max(
      new Set(forms.flatMap(({ scores }) => [...scores.keys()])).size,
      ...forms.map((it) => it.pages),
    );
    if (found === 0) continue;
    const family = rarity(found, pages);
    rare = Math.max(rare, family);
    for (const form of forms) {
      const own = rarity(form.pages, pages);
      for (const [page, score] of form.scores) {
        const weighed = weight * score * (own > 0 ? family / own : 1);
        if (weighed > (best.get(page) ?? 0)) best.set(page, weighed);
      }
    }
  }
  return { rare, best };
}
