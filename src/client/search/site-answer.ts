import { asksFor } from '#domain/search/answer.ts';
import type { Excerpts } from '#domain/search/excerpt.ts';
import { searchMessages } from '#messages/search.ts';
import type { Asked } from './address.ts';
import type { FoundPage } from './engine.ts';
import { failureKind, searchFailure } from './failure.ts';
import { type Search, type SearchAnswer, type SearchPlace, type SearchResult, searchIn } from './search-in.ts';

export type ShownPage = FoundPage & Excerpts;

/** What this site shows for a query. */
export interface SiteAnswer {
  readonly count: number;
  readonly assumed?: string;
  /** Words of the query that are nowhere on the site. */
  readonly missing: readonly string[];
  /** Terms that were asked for. */
  readonly meanings: readonly ShownPage[];
  /** Loads the next pages, best first; empty when all were shown. */
  next(): Promise<readonly ShownPage[]>;
}

export interface SiteSearch {
  /** @throws searchFailure */
  ask(asked: Asked): Promise<SiteAnswer>;
  /** Loads what every search needs. */
  prepare(): Promise<void>;
}

const pageSize = 5;
const meaningLimit = 2;
/** Terms, contacts and practices are short: a word in them weighs more than it says, and one alone is no answer to several. */
const shortWeight = 0.7;

/** The search of this site: opened when it is first needed, and anew after it failed. */
export function openSiteSearch(place: SearchPlace): SiteSearch {
  let opened: Promise<Search> | undefined;
  const open = (): Promise<Search> => {
    opened ??= searchIn(place);
    return opened;
  };
  const attempt = async (asked: Asked): Promise<SiteAnswer> => answerOf(await open(), asked);
  const reopen = async (): Promise<void> => {
    const old = opened;
    opened = undefined;
    await old?.then(({ close }) => close()).catch(() => undefined);
  };
  return {
    async prepare() {
      await open().catch(reopen);
    },
    async ask(asked) {
      try {
        return await attempt(asked);
      } catch (error) {
        await reopen();
        // A release may have taken over while the page was open: its index has other files.
        if (failureKind(error) !== 'stale') throw error;
        // Without a network the engine would fail where nobody can catch it.
        if (!(await isReachable(place))) throw searchFailure('offline', error);
        return attempt(asked).catch(async (again: unknown) => {
          await reopen();
          throw navigator.onLine ? again : searchFailure('offline', again);
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

async function answerOf(search: Search, { query, filters, literal }: Asked): Promise<SiteAnswer> {
  const { kinds } = searchMessages;
  const narrow = Object.entries(filters).map(([name, value]) => [name, [value]] as const);
  const answer = await search.search(query, { literal });
  const [terms, short, allowed] = await Promise.all([
    answer.within({ jenis: [kinds.term] }),
    answer.within({ jenis: [kinds.term, kinds.practice, kinds.contact] }),
    narrow.length > 0 ? answer.within(Object.fromEntries(narrow)) : undefined,
  ]);
  const results = answer.results
    .filter(({ page }) => allowed?.has(page) ?? true)
    .map((result) => ({ ...result, score: result.score * (short.has(result.page) ? shortWeight * result.share : 1) }))
    .sort((a, b) => b.score - a.score);
  const candidates = results.filter(({ page }) => terms.has(page)).slice(0, 3 * meaningLimit);
  const meanings = await findMeanings(answer, candidates);
  const waiting = results.filter(({ page }) => !meanings.has(page));
  return {
    count: results.length,
    ...(answer.assumed === undefined ? {} : { assumed: answer.assumed }),
    missing: answer.missing,
    meanings: [...meanings.values()],
    next: () => Promise.all(waiting.splice(0, pageSize).map((result) => result.load())),
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
