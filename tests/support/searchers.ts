import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { openEngine, type ReadFile } from '#client/search/engine/engine.ts';
import { openSiteSearch, type SiteSearch } from '#client/search/engine/site-answer.ts';
import { isFunctionWord } from '#domain/search/words/function-words.ts';
import { tokenize } from '#domain/search/words/text.ts';
import { readFragments } from '#release/search/fragments.ts';
import { pageName, type Searcher } from './judged-queries.ts';

/** Reads a bundle from disk, as a browser would from the host; counts what it brings. */
export function fileReader(): {
  read: ReadFile;
  bytes: () => number;
  files: () => readonly string[];
  sizeOf: (path: string) => number;
} {
  const sizes = new Map<string, number>();
  return {
    async read(address) {
      const path = fileURLToPath(address.replace(/\?.*/, ''));
      try {
        const body = await readFile(path);
        sizes.set(path, await travelBytes(path, body));
        return new Response(body);
      } catch {
        return new Response('', { status: 404 });
      }
    },
    bytes: () => [...sizes.values()].reduce((sum, size) => sum + size, 0),
    files: () => [...sizes.keys()],
    sizeOf: (path) => sizes.get(path) ?? 0,
  };
}

export function bundleAddress(clientFolder: string): string {
  return pathToFileURL(join(clientFolder, 'pagefind/')).href;
}

/** Our own search, as the search page runs it. */
export function openOurs(clientFolder: string): { search: SiteSearch; find: Searcher } {
  const search = openSiteSearch({ bundle: bundleAddress(clientFolder), fetch: fileReader().read });
  return {
    search,
    async find(query) {
      const answer = await search.ask({ query, filters: {}, literal: false });
      const urls: string[] = [];
      for (let pages = await answer.next(); pages.length > 0 && urls.length < 40; pages = await answer.next()) {
        urls.push(...pages.map(({ url }) => url));
      }
      return pageNames(urls);
    },
  };
}

/** Pagefind as it comes: every word of the query at once. */
export async function openPlainPagefind(clientFolder: string): Promise<Searcher> {
  const engine = await openEngine(bundleAddress(clientFolder), fileReader().read);
  return async (query) => pagesOf(await engine.find(query));
}

/** MiniSearch over the same texts, with function words dropped, prefixes and fuzziness. */
export async function openMiniSearch(clientFolder: string): Promise<Searcher> {
  const fragments = await readFragments(join(clientFolder, 'pagefind'));
  const index = new MiniSearch<{ id: string; title: string; content: string }>({
    fields: ['title', 'content'],
    tokenize,
    processTerm: (term) => (isFunctionWord(term) ? null : term),
    searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true },
  });
  for (const [at, { url, content, meta }] of fragments.entries()) {
    index.add({ id: `${at} ${url}`, title: meta.title ?? '', content });
  }
  return async (query) => pageNames(index.search(query).map(({ id }) => String(id)));
}

async function pagesOf(results: readonly { load(): Promise<{ readonly url: string }> }[]): Promise<readonly string[]> {
  const urls: string[] = [];
  for (const result of results.slice(0, 40)) urls.push((await result.load()).url);
  return pageNames(urls);
}

function pageNames(urls: readonly string[]): readonly string[] {
  return [...new Set(urls.map(pageName).filter((name) => name !== undefined))];
}

const travelled = new Map<string, Promise<number>>();

/** Bytes of a file as it comes over the line; packed once, for it stays as it is. */
function travelBytes(path: string, body: Buffer): Promise<number> {
  const known = travelled.get(path);
  if (known !== undefined) return known;
  const bytes = readFile(`${path}.br`).then(
    (packed) => packed.byteLength,
    () => Math.min(body.byteLength, brotliCompressSync(body).byteLength),
  );
  travelled.set(path, bytes);
  return bytes;
}
