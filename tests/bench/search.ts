import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSiteSearch } from '#client/search/engine/site-answer.ts';
import { dataFolder } from '#server/host/environment.ts';
import { readFragments } from '#release/search/fragments.ts';
import { writeSearchIndex } from '#release/search/index-files.ts';
import { readPointer, releaseFolder } from '#server/release/release.ts';
import {
  compare,
  findAnswerable,
  judge,
  type JudgedQuery,
  pageName,
  queryClasses,
  readJudgedQueries,
  type Searcher,
} from '../support/judged-queries.ts';
import { bundleAddress, fileReader, openMiniSearch, openOurs, openPlainPagefind } from '../support/searchers.ts';
import { writeCollection } from './large-collection.ts';

type Show = (what: string, figure: string | number) => void;

/** The current release's search beside others on the same pages, and ours on collections of 1,000 and 5,000 pages. */
export async function benchSearch(show: Show): Promise<void> {
  const client = join(releaseFolder(dataFolder, readPointer(dataFolder)?.current ?? ''), 'client');
  const fragments = await readFragments(join(client, 'pagefind'));
  const pages = fragments.map(({ url }) => pageName(url));
  const queries = findAnswerable(readJudgedQueries(), pages);
  const searchers: Readonly<Record<string, Searcher>> = {
    'plain Pagefind': await openPlainPagefind(client),
    MiniSearch: await openMiniSearch(client),
    ours: openOurs(client).find,
  };
  for (const [name, find] of Object.entries(searchers)) {
    for (const kind of queryClasses) await showQuality(show, `${name}, ${kind}`, find, byClass(queries, kind));
    await showQuality(show, `${name}, all`, find, queries);
    await showQuality(
      show,
      `${name}, all held out`,
      find,
      queries.filter(({ heldOut }) => heldOut),
    );
  }
  await showCosts(
    show,
    client,
    queries.map(({ q }) => q),
  );

  const text = fragments.filter(({ url }) => url.startsWith('/kursus/')).map(({ content }) => content);
  const sentences = text.flatMap((it) => it.split(/(?<=[.!?])\s+/)).filter((it) => it.length > 40);
  for (const size of [1_000, 5_000]) await benchCollection(show, size, sentences);
}

/** Median, 90th percentile and the most of them. */
export function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1);
  return `median ${at(0.5)}, p90 ${at(0.9)}, most ${at(1)}`;
}

async function benchCollection(show: Show, size: number, sentences: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rumah-belajar-collection-'));
  const pages = await writeCollection(folder, size, sentences);
  const startedAt = performance.now();
  await writeSearchIndex(folder, { pages: pages.map(({ path }) => path) });
  show(`index of ${size} made-up pages (s)`, ((performance.now() - startedAt) / 1000).toFixed(1));
  const asked = pages.filter((_, at) => at % Math.floor(size / 40) === 0);
  const right = asked.map(({ query: q, path }) => ({ q, path: `/${path.replace('index.html', '')}` }));
  let reciprocal = 0;
  const { search } = openOurs(folder);
  for (const { q, path } of right) {
    const found = await (await search.ask({ query: q, filters: {}, literal: false })).next();
    const at = found.findIndex(({ url }) => url === path);
    reciprocal += at === -1 ? 0 : 1 / (at + 1);
  }
  show(`  two words of a page, MRR@5`, (reciprocal / right.length).toFixed(3));
  await showCosts(
    show,
    folder,
    right.map(({ q }) => q),
  );
  rmSync(folder, { recursive: true, force: true });
}

/** Bytes that a phone brings first and for each query with nothing kept, and milliseconds once all of it is there. */
async function showCosts(show: Show, folder: string, queries: readonly string[]): Promise<void> {
  const bundle = bundleAddress(folder);
  const sizes: number[] = [];
  let engineBytes = 0;
  for (const query of queries) {
    const reader = fileReader();
    const search = openSiteSearch({ bundle, fetch: reader.read });
    await search.ask({ query: 'xqz', filters: {}, literal: true });
    engineBytes = reader.bytes();
    await ask(search, query);
    sizes.push(reader.bytes() - engineBytes);
  }
  show('  engine without its script, first use (KB)', (engineBytes / 1024).toFixed(1));
  show('  a query (KB)', spread(sizes.map((size) => size / 1024)));

  // Files are kept, what was found is not.
  const files = new Map<string, ArrayBuffer>();
  const { read } = fileReader();
  const kept = async (address: string): Promise<Response> => {
    const body = files.get(address) ?? (await (await read(address)).arrayBuffer());
    files.set(address, body);
    return new Response(body);
  };
  const times: number[] = [];
  for (const round of ['bring', 'measure'] as const) {
    const search = openSiteSearch({ bundle, fetch: kept });
    for (const query of queries) {
      const startedAt = performance.now();
      await ask(search, query);
      if (round === 'measure') times.push(performance.now() - startedAt);
    }
  }
  show('  a warm query (ms)', spread(times));
}

async function ask(search: ReturnType<typeof openSiteSearch>, query: string): Promise<void> {
  await (await search.ask({ query, filters: {}, literal: false })).next();
}

async function showQuality(show: Show, name: string, find: Searcher, queries: readonly JudgedQuery[]): Promise<void> {
  const { mrr, recall, ndcg, none } = await judge(find, queries);
  const isSpoilt = queries.length > 0 && queries.every(({ clean }) => clean !== undefined);
  const left = isSpoilt ? `, ${(100 * (await compare(find, queries))).toFixed(0)} % of the clean queries' value` : '';
  const figures = `MRR@10 ${mrr.toFixed(3)}  Recall@10 ${recall.toFixed(3)}  nDCG@10 ${ndcg.toFixed(3)}`;
  show(`${name} (${queries.length})`, `${figures}  nothing ${(100 * none).toFixed(1)} %${left}`);
}

function byClass(queries: readonly JudgedQuery[], kind: JudgedQuery['class']): readonly JudgedQuery[] {
  return queries.filter((query) => query.class === kind);
}
