/** A page's text as the index keeps it. */
export interface PageText {
  readonly content: string;
  /** Headings that can be linked to, with the number of the word where each begins. */
  readonly anchors: readonly {
    readonly id: string;
    readonly text: string;
    readonly location: number;
    readonly element: string;
  }[];
}

/** Numbers of the words of a page that one word of the query matched. */
export type TermLocations = readonly number[];

export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly excerpt: readonly ExcerptPart[];
}

export interface Excerpts {
  readonly excerpt: readonly ExcerptPart[];
  /** Parts of the page under a heading of their own that hold what was asked for, best first, at most three. */
  readonly sections: readonly Section[];
}

const sectionLimit = 3;

/** Cuts what answers a query best out of a page; every matched word is marked, whichever search it came from. Plain text. */
export function buildExcerpts(page: PageText, terms: readonly TermLocations[], length = 28): Excerpts {
  const words = page.content.includes('\u200b') ? page.content.split('\u200b') : page.content.split(/\s+/);
  const matches = terms
    .flatMap((locations, term) => [...new Set(locations)].map((at) => ({ at, term })))
    .filter(({ at }) => at >= 0 && at < words.length)
    .sort((a, b) => a.at - b.at);
  const marked = new Set(matches.map(({ at }) => at));
  const cut = (from: number, until: number, within: readonly Match[]): readonly ExcerptPart[] =>
    joinParts(words, marked, { ...bestWindow(within, { from, until, length }), whole: { from, until } });

  const headings = page.anchors
    .filter(({ element, text }) => /^h[2-4]$/i.test(element) && text.trim() !== '')
    .sort((a, b) => a.location - b.location);
  const sections = headings
    .map(({ id, text, location }, at) => {
      const until = headings[at + 1]?.location ?? words.length;
      const within = matches.filter((match) => match.at >= location && match.at < until);
      return { id, title: text.trim(), location, until, within, terms: new Set(within.map(({ term }) => term)).size };
    })
    .filter(({ within }) => within.length > 0)
    .sort((a, b) => b.terms - a.terms || b.within.length - a.within.length || a.location - b.location)
    .slice(0, sectionLimit)
    .map(({ id, title, location, until, within }) => {
      // The heading is shown above the excerpt.
      const from = Math.min(location + title.split(/\s+/).length, until);
      return {
        id,
        title,
        excerpt: cut(
          from,
          until,
          within.filter(({ at }) => at >= from),
        ),
      };
    });
  return { excerpt: cut(0, words.length, matches), sections };
}

interface Match {
  readonly at: number;
  readonly term: number;
}

interface Window {
  readonly from: number;
  readonly until: number;
}

/** The stretch with the most different words of the query, then the most matches, a few words before the first. */
function bestWindow(matches: readonly Match[], { from, until, length }: Window & { readonly length: number }): Window {
  let best = { start: from, terms: 0, count: 0 };
  for (const [index, { at }] of matches.entries()) {
    const within: Match[] = [];
    for (let next = index; next < matches.length && (matches[next]?.at ?? 0) < at + length - 4; next += 1) {
      within.push(matches[next] as Match);
    }
    const terms = new Set(within.map(({ term }) => term)).size;
    if (terms > best.terms || (terms === best.terms && within.length > best.count)) {
      best = { start: at - 4, terms, count: within.length };
    }
  }
  const start = Math.max(from, Math.min(best.start, until - length));
  return { from: start, until: Math.min(until, start + length) };
}

/** Words with a space between; what is around a marked word belongs to nobody's mark. Three dots stand for what was cut off. */
function joinParts(
  words: readonly string[],
  marked: ReadonlySet<number>,
  { from, until, whole }: Window & { readonly whole: Window },
): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const add = (text: string, isMarked: boolean): void => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.marked === isMarked) parts[parts.length - 1] = { text: last.text + text, marked: isMarked };
    else parts.push({ text, marked: isMarked });
  };
  if (from > whole.from) add('… ', false);
  for (let at = from; at < until; at += 1) {
    const word = words[at] ?? '';
    if (at > from) add(' ', marked.has(at) && marked.has(at - 1) && /[\p{L}\p{N}]$/u.test(words[at - 1] ?? ''));
    const [, before = '', core = word, after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
    add(before, false);
    add(core, marked.has(at));
    add(after, false);
  }
  if (until < whole.until) add(' …', false);
  return parts;
}
