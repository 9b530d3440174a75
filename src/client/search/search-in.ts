import { buildExcerpts, type Excerpts } from '#domain/search/excerpt.ts';
import { analyseQuery, literalTerms, type QueryAnalysis, type Term, wordsToLookUp } from '#domain/search/query.ts';
import { type FormHits, type RankedPage, rankPages } from '#domain/search/score.ts';
import { queryLimit, quotedPhrase } from '#domain/search/text.ts';
import { type FoundHit, type FoundPage, openEngine, type ReadFile } from './engine.ts';
import { searchFailure } from './failure.ts';
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
}

export interface Search {
  /**
   * Searches for any text. With `literal` every word is taken as it is typed.
   * @throws searchFailure offline, stale
   */
  search(query: string, options?: { readonly literal?: boolean }): Promise<SearchAnswer>;
  /** The pages that filters leave. @throws searchFailure offline, stale */
  filter(filters: Readonly<Record<string, readonly string[]>>): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

/** Opens a search in a built site. Without its word list it is the engine's own search. @throws searchFailure offline */
export async function searchIn({ bundle, fetch: read }: SearchPlace): Promise<Search> {
  const words = openWordParts(bundle, read ?? ((address) => fetch(address, { cache: 'no-cache' })));
  const [engine, parts] = await Promise.all([openEngine(bundle, read), words]);
  const found = new Map<string, Promise<readonly FoundHit[]>>();
  const find = (form: string): Promise<readonly FoundHit[]> => {
    const hits = found.get(form) ?? engine.find(form);
    found.set(form, hits);
    return hits;
  };
  return {
    async search(query, { literal = false } = {}) {
      const phrase = quotedPhrase(query);
      if (phrase !== undefined) return phraseAnswer(await find(`"${phrase}"`), phrase);
      if (parts === undefined) return plainAnswer(await find(query.slice(0, queryLimit)), query);
      const analysis = literal ? { terms: literalTerms(query) } : await analyse(query, parts);
      return rank(analysis, await findTerms(analysis.terms, find), parts.manifest.pages);
    },
    filter: (filters) => engine.findFiltered(filters),
    close: () => engine.close(),
  };
}

type TermFinds = readonly (readonly (readonly FoundHit[])[])[];

async function analyse(query: string, parts: WordParts): Promise<QueryAnalysis> {
  // A word that is not there leads to the parts of its bases and of what it may have been meant as.
  for (let round = 0; round < 3; round += 1) {
    if (!(await parts.load(wordsToLookUp(query, parts.list)))) break;
  }
  return analyseQuery(query, parts.list);
}

/** By term, by reading: the hits of its forms, of one reading after the other. */
async function findTerms(
  terms: readonly Term[],
  find: (form: string) => Promise<readonly FoundHit[]>,
): Promise<readonly TermFinds[number][][]> {
  const finds = await Promise.all(
    terms.map(({ readings }) => Promise.all(readings.map(({ forms }) => Promise.all(forms.map(find))))),
  );
  // The site has the word, but the index does not: a piece of it could not be read, or is of another build.
  const isTorn = terms.some(({ readings }, term) =>
    readings.some(({ known }, reading) => known && finds[term]?.[reading]?.every((hits) => hits.length === 0)),
  );
  if (isTorn) throw searchFailure('stale');
  return finds;
}

function rank(analysis: QueryAnalysis, finds: readonly TermFinds[number][][], pages: number): SearchAnswer {
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
  const results = ranked.map((page) => ({ ...page, load: () => loadPage(hitsOf.get(page.page) ?? []) }));
  return { results, terms: analysis.terms, ...(analysis.assumed === undefined ? {} : { assumed: analysis.assumed }) };
}

function formHits(hits: readonly FoundHit[]): FormHits {
  return { scores: new Map(hits.map(({ page, score }) => [page, score])), pages: hits.length };
}

function phraseAnswer(hits: readonly FoundHit[], phrase: string): SearchAnswer {
  return plainAnswer(hits, phrase);
}

/** The engine's own order. */
function plainAnswer(hits: readonly FoundHit[], query: string): SearchAnswer {
  return {
    results: hits.map((hit) => ({ page: hit.page, score: hit.score, share: 1, load: () => loadPage([[hit]]) })),
    terms: literalTerms(query),
  };
}

async function loadPage(hitsByTerm: readonly (readonly FoundHit[])[]): Promise<FoundPage & Excerpts> {
  const hit = hitsByTerm.flat()[0];
  if (hit === undefined) throw searchFailure('stale');
  const locations = hitsByTerm.map((hits) => hits.flatMap((it) => it.locations));
  try {
    const page = await hit.load();
    return { ...page, ...buildExcerpts(page, locations) };
  } catch (error) {
    throw searchFailure('stale', error);
  }
}
