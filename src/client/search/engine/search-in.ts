import { buildExcerpts, type Excerpts } from '#domain/search/excerpt.ts';
import {
  analyseQuery,
  basesToLookUp,
  furtherWords,
  literalTerms,
  type QueryAnalysis,
  wordsToLookUp,
} from '#domain/search/query.ts';
import { isReal, realBases } from '#domain/search/words/real-words.ts';
import type { Term } from '#domain/search/words/term.ts';
import { type FormHits, type RankedPage, rankPages } from '#domain/search/score.ts';
import { suggestQueries } from '#domain/search/suggest.ts';
import { queryLimit, queryWords, quotedPhrase } from '#domain/search/words/text.ts';
import { type Filters, type FoundHit, type FoundPage, openEngine, type ReadFile } from './engine.ts';
import { SearchFailure } from './failure.ts';
import { openWordParts, type WordParts } from './word-parts.ts';

export interface SearchPlace {
  /** Address of the bundle that the build wrote; ends with a slash. */
  readonly bundle: string;
  /** Reads the bundle's files; `fetch` when left out. */
  readonly fetch?: ReadFile;
}

/** A page that was found; its text is loaded when it is asked for. */
export interface SearchResult extends RankedPage {
  load(): Promise<FoundPage & Excerpts>;
}

export interface SearchAnswer {
  /** Best first. */
  readonly results: readonly SearchResult[];
  /** What was searched for, when that is not what was typed. */
  readonly assumed?: string;
  /** What was understood; without terms nothing was asked. */
  readonly terms: readonly Term[];
  /** Words of the query that are nowhere, nor anything like them. */
  readonly missing: readonly string[];
  /** True when the word list could not be had: the engine's own answer, which needs every word as it is written. */
  readonly isPlain: boolean;
  /** Of the pages found, those that filters leave. @throws SearchFailure offline, stale */
  within(filters: Filters): Promise<ReadonlySet<string>>;
}

export interface Search {
  /**
   * Searches for any text. With `literal` every word is taken as it is typed.
   * @throws SearchFailure offline, stale
   */
  search(query: string, options?: { readonly literal?: boolean }): Promise<SearchAnswer>;
  /** What a query may become once its last word is finished. */
  suggest(query: string): Promise<readonly string[]>;
  /** Tells which of these words are words of the site or of the language, and no slips. */
  knowWords(words: readonly string[]): Promise<(word: string) => boolean>;
  close(): Promise<void>;
}

/** Opens a search in a built site. Without its word list it is the engine's own search. @throws SearchFailure offline */
export async function searchIn({ bundle, fetch: read }: SearchPlace): Promise<Search> {
  const words = openWordParts(bundle, read ?? ((address) => fetch(address)));
  const [engine, parts] = await Promise.all([openEngine(bundle, read), words]);
  const found = new Map<string, Promise<readonly FoundHit[]>>();
  const find: Find = (form, filters) => {
    const key = JSON.stringify([form, filters]);
    const hits = found.get(key) ?? engine.find(form, filters);
    found.set(key, hits);
    return hits;
  };
  return {
    async search(query, { literal = false } = {}) {
      const phrase = quotedPhrase(query);
      if (parts === undefined) return plainAnswer(query.slice(0, queryLimit), find);
      const isWhole = await parts.load(wordsToLookUp(query));
      const analysis =
        literal || phrase !== undefined ? { terms: literalTerms(query, parts.list) } : await analyse(query, parts);
      const finds = await findTerms(analysis.terms, find);
      // Nobody knows whether such a word is there: the part that would tell is not.
      if (!isWhole && finds.some((term) => term.flat(2).length === 0)) throw new SearchFailure('offline');
      const answer = rank(analysis, { find, finds, pages: parts.manifest.pages });
      if (phrase === undefined) return answer;
      const holding = new Set((await find(`"${phrase}"`)).map(({ page }) => page));
      return { ...answer, results: answer.results.filter(({ page }) => holding.has(page)) };
    },
    async suggest(query) {
      await parts?.load(queryWords(query).slice(-1));
      return parts === undefined ? [] : suggestQueries(query, parts.list);
    },
    async knowWords(asked) {
      if (parts === undefined) return () => true;
      await parts.load(asked);
      const elsewhere = asked.filter((word) => parts.list.find(word) === undefined);
      await parts.loadReal(elsewhere.flatMap(realBases));
      return (word) => parts.list.find(word) !== undefined || isReal(word, parts.isBase);
    },
    close: () => engine.close(),
  };
}

type Find = (form: string, filters?: Filters) => Promise<readonly FoundHit[]>;

async function analyse(query: string, parts: WordParts): Promise<QueryAnalysis> {
  await parts.load(furtherWords(query, parts.list));
  await parts.loadReal(basesToLookUp(query, parts.list));
  return analyseQuery(query, parts.list, parts.isBase);
}

/** By term, by reading: the hits of each of its forms. */
type TermFinds = readonly (readonly (readonly (readonly FoundHit[])[])[])[];

async function findTerms(terms: readonly Term[], find: Find): Promise<TermFinds> {
  const finds = await Promise.all(
    terms.map(({ readings }) =>
      Promise.all(readings.map(({ forms, known }) => Promise.all(forms.map((form) => findForm(form, known, find))))),
    ),
  );
  // The site has the form, but the index does not: a piece of it could not be read, or is of another build.
  const isTorn = terms.some(({ readings }, term) =>
    readings.some(({ known }, reading) => known && finds[term]?.[reading]?.some((hits) => hits.length === 0)),
  );
  if (isTorn) throw new SearchFailure('stale');
  return finds;
}

/** The engine takes every word for a beginning as well: of a whole one, `calo`, only what holds it counts, and not `calon`. */
async function findForm(form: string, isWhole: boolean, find: Find): Promise<readonly FoundHit[]> {
  if (!isWhole) return find(form);
  const hits = await find(form);
  // Nothing, or a piece of the index could not be had: then asking again would only fail again.
  if (hits.length === 0) return hits;
  const holding = new Set((await find(`"${form}"`)).map(({ page }) => page));
  return hits.filter(({ page }) => holding.has(page));
}

function rank(
  analysis: QueryAnalysis,
  { find, finds, pages }: { readonly find: Find; readonly finds: TermFinds; readonly pages: number },
): SearchAnswer {
  const ranked = rankPages(
    analysis.terms.map(({ readings }, term) => ({
      readings: readings.map(({ weight }, reading) => ({
        weight,
        forms: (finds[term]?.[reading] ?? []).map(formHits),
      })),
    })),
    pages,
  );
  const hitsOf = new Map<string, FoundHit[][]>();
  for (const [term, readings] of finds.entries()) {
    for (const hit of readings.flat(2)) {
      const byTerm = hitsOf.get(hit.page) ?? finds.map(() => []);
      byTerm[term]?.push(hit);
      hitsOf.set(hit.page, byTerm);
    }
  }
  const forms = analysis.terms.flatMap(({ readings }) => readings.flatMap((reading) => reading.forms));
  return {
    ...analysis,
    isPlain: false,
    missing: analysis.terms.filter((term, at) => isMissing(term, finds[at] ?? [])).map(({ word }) => word),
    results: ranked.map((page) => ({ ...page, load: () => loadPage(hitsOf.get(page.page) ?? []) })),
    within: (filters) => findWithin(forms, filters, find),
  };
}

function isMissing({ isForeign }: Term, finds: TermFinds[number]): boolean {
  return (isForeign ? (finds[0] ?? []) : finds.flat()).every((hits) => hits.length === 0);
}

function formHits(hits: readonly FoundHit[]): FormHits {
  return { scores: new Map(hits.map(({ page, score }) => [page, score])), pages: hits.length };
}

/** The engine's own answer, in its own order. */
async function plainAnswer(query: string, find: Find): Promise<SearchAnswer> {
  const hits = await find(query);
  return {
    results: hits.map((hit) => ({ page: hit.page, score: hit.score, share: 1, load: () => loadPage([[hit]]) })),
    terms: literalTerms(query),
    missing: [],
    isPlain: true,
    within: (filters) => findWithin([query], filters, find),
  };
}

// Asked for a filter alone, the engine would read its whole index.
async function findWithin(queries: readonly string[], filters: Filters, find: Find): Promise<ReadonlySet<string>> {
  const hits = await Promise.all(queries.map((query) => find(query, filters)));
  return new Set(hits.flat().map(({ page }) => page));
}

async function loadPage(hitsByTerm: readonly (readonly FoundHit[])[]): Promise<FoundPage & Excerpts> {
  const hit = hitsByTerm.flat()[0];
  if (hit === undefined) throw new SearchFailure('stale');
  const locations = hitsByTerm.map((hits) => hits.flatMap((it) => it.locations));
  try {
    const page = await hit.load();
    return { ...page, ...buildExcerpts(page, locations) };
  } catch (error) {
    throw new SearchFailure('stale', error);
  }
}
