import { possibleBases } from '#domain/search/words/affixes.ts';
import { asksFor } from '#domain/search/answer.ts';
import type { Excerpts } from '#domain/search/excerpt.ts';
import { tokenize } from '#domain/search/words/text.ts';
import { answersAddress, type PublishedAnswer } from '#domain/search/urgent-answer.ts';
import { courseMessages } from '#messages/course.ts';
import { searchMessages } from '#messages/search.ts';
import type { Asked } from '#client/search/address.ts';
import type { FoundPage } from './engine.ts';
import { failureKind, SearchFailure } from './failure.ts';
import { type ChosenAnswers, openChosenAnswers } from './urgent-answers.ts';
import { type Search, type SearchAnswer, type SearchPlace, type SearchResult, searchIn } from './search-in.ts';

export type ShownPage = FoundPage & Excerpts;

/** What this site shows for a query. */
export interface SiteAnswer {
  readonly count: number;
  readonly assumed?: string;
  /** Words of the query that are nowhere on the site. */
  readonly missing: readonly string[];
  /** True when only the engine's own answer could be had, which needs every word as it is written. */
  readonly isPlain: boolean;
  /** How many would be left with these filters instead. */
  countWith(filters: Asked['filters']): Promise<number>;
  /** Terms that were asked for. */
  readonly meanings: readonly ShownPage[];
  /** Loads the next pages, best first; empty when all were shown. */
  next(): Promise<readonly ShownPage[]>;
}

export interface SiteSearch {
  /** @throws SearchFailure */
  ask(asked: Asked): Promise<SiteAnswer>;
  /** Chosen answers for what a query speaks of. They need no index, so that they are there when all else fails. */
  findUrgent(query: string): Promise<readonly PublishedAnswer[]>;
  /** Queries that a query may become: its last word finished by words that the site uses, most frequent first. */
  suggest(query: string): Promise<readonly string[]>;
  /** Loads what every search needs. */
  prepare(): Promise<void>;
}

/** Words of those who lead a course. */
const guideWords: ReadonlySet<string> = new Set([
  'panduan',
  'pandu',
  'pelatih',
  'latih',
  'fasilitator',
  'ajar',
  'pimpin',
]);

const pageSize = 5;
const meaningLimit = 2;
/** Terms, contacts and practices are short: a word in them weighs more than it says, and one alone is no answer to several. */
const shortWeight = 0.7;

/** The search of this site: opened when it is first needed, and anew after it failed. */
export function openSiteSearch(place: SearchPlace): SiteSearch {
  let chosen: Promise<ChosenAnswers | undefined> | undefined;
  const openChosen = async (): Promise<ChosenAnswers | undefined> => {
    chosen ??= openChosenAnswers(answersOf(place), place.fetch ?? ((address) => fetch(address)));
    const answers = await chosen;
    // Asked for again the next time: the network may be back.
    if (answers === undefined) chosen = undefined;
    return answers;
  };
  const findUrgent = async (query: string): Promise<readonly PublishedAnswer[]> => {
    const answers = await openChosen();
    return (await answers?.find(query, async (words) => (await open()).knowWords(words))) ?? [];
  };
  let opened: Promise<Search> | undefined;
  const open = (): Promise<Search> => {
    opened ??= searchIn(place);
    return opened;
  };
  const attempt = async (asked: Asked): Promise<SiteAnswer> => answerOf(await open(), asked, findUrgent);
  const reopen = async (): Promise<void> => {
    const old = opened;
    opened = undefined;
    await old?.then(({ close }) => close()).catch(() => undefined);
  };
  return {
    findUrgent,
    suggest: async (query) => (await open()).suggest(query),
    async prepare() {
      await Promise.all([open().catch(reopen), openChosen()]);
    },
    async ask(asked) {
      try {
        return await attempt(asked);
      } catch (error) {
        await reopen();
        // A release may have taken over while the page was open: its index has other files.
        if (failureKind(error) !== 'stale') throw error;
        // Without a network the engine would fail where nobody can catch it.
        if (!(await isReachable(place))) throw new SearchFailure('offline', error);
        return attempt(asked).catch(async (again: unknown) => {
          await reopen();
          throw navigator.onLine ? again : new SearchFailure('offline', again);
        });
      }
    },
  };
}

function isReachable({ bundle, fetch: read }: SearchPlace): Promise<boolean> {
  const address = `${bundle}pagefind-entry.json`;
  return (read === undefined ? fetch(address, { cache: 'no-store' }) : read(address)).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Beside the index: `/pagefind/` → `/cari/jawaban.json`. */
function answersOf({ bundle }: SearchPlace): string {
  return bundle.replace(/\/[^/]+\/$/, '') + answersAddress;
}

async function answerOf(
  search: Search,
  { query, filters, literal }: Asked,
  findUrgent: SiteSearch['findUrgent'],
): Promise<SiteAnswer> {
  const { kinds } = searchMessages;
  const narrow = Object.entries(filters).map(([name, value]) => [name, [value]] as const);
  const [answer, urgent] = await Promise.all([search.search(query, { literal }), findUrgent(query)]);
  const [terms, short, guides, allowed] = await Promise.all([
    answer.within({ jenis: [kinds.term] }),
    answer.within({ jenis: [kinds.term, kinds.practice, kinds.contact] }),
    asksForGuide(query, filters) ? undefined : answer.within({ jenis: [kinds.guide] }),
    narrow.length > 0 ? answer.within(Object.fromEntries(narrow)) : undefined,
  ]);
  const found = answer.results
    .filter(({ page }) => !guides?.has(page))
    .map((result) => ({
      ...result,
      score: result.score * (short.has(result.page) ? shortWeight * result.share : 1),
    }))
    .sort((a, b) => b.score - a.score);
  const results = found.filter(({ page }) => allowed?.has(page) ?? true);
  const candidates = results.filter(({ page }) => terms.has(page)).slice(0, 3 * meaningLimit);
  const meanings = await findMeanings(answer, candidates);
  const waiting = results.filter(({ page }) => !meanings.has(page));
  const chosen = narrow.length > 0 ? [] : urgent.map(pageOf);
  const chosenPages = new Set(chosen.map(({ url }) => url));
  const next = async (): Promise<readonly ShownPage[]> => {
    const first = chosen.splice(0);
    const pages = await Promise.all(waiting.splice(0, pageSize).map((result) => result.load()));
    const others = pages.filter(({ url }) => !chosenPages.has(url));
    // All of a batch may have been shown already.
    return pages.length > 0 && first.length + others.length === 0 ? next() : [...first, ...others];
  };
  return {
    count: Math.max(results.length, chosen.length),
    ...(answer.assumed === undefined ? {} : { assumed: answer.assumed }),
    // Whoever gets a chosen answer is not told that there is none.
    missing: urgent.length > 0 ? [] : answer.missing,
    isPlain: answer.isPlain,
    meanings: [...meanings.values()],
    next,
    async countWith(others) {
      const wanted = Object.entries(others).map(([name, value]) => [name, [value]] as const);
      const kept = await answer.within(Object.fromEntries(wanted));
      return found.filter(({ page }) => kept.has(page)).length;
    },
  };
}

/** Guides are for who leads a course: found when they are asked for, and in nobody else's way. */
function asksForGuide(query: string, filters: Asked['filters']): boolean {
  if (filters.jenis === searchMessages.kinds.guide || filters.untuk === courseMessages.audiences.pelatih) return true;
  return tokenize(query).some((word) => possibleBases(word).some((base) => guideWords.has(base)));
}

/** A chosen answer as if the search had found it, first of all. */
function pageOf({ url, page, course, section }: PublishedAnswer): ShownPage {
  const [address = url, id] = url.split('#');
  return {
    url: address,
    content: '',
    anchors: [],
    meta: { title: page, ...(course === undefined ? {} : { course }) },
    filters: { jenis: [searchMessages.kinds.lesson] },
    excerpt: [],
    sections: id === undefined || section === undefined ? [] : [{ id, title: section, excerpt: [] }],
  };
}

async function findMeanings(
  { terms }: SearchAnswer,
  candidates: readonly SearchResult[],
): Promise<ReadonlyMap<string, ShownPage>> {
  const loaded = await Promise.all(candidates.map(async (result) => [result.page, await result.load()] as const));
  const asked = loaded.filter(([, { meta }]) =>
    asksFor(
      terms,
      [meta.title, meta.full, ...(meta.nama ?? '').split(',')].filter((name) => name !== undefined),
    ),
  );
  return new Map(asked.slice(0, meaningLimit));
}
