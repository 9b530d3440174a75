import type { PageText } from '#domain/search/excerpt.ts';
import { SearchFailure } from './failure.ts';

/** Reads a file of the bundle: `fetch`, or anything that answers like it. */
export type ReadFile = (address: string) => Promise<Response>;

/** A page as the engine keeps it. */
export interface FoundPage extends PageText {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

export interface FoundHit {
  readonly page: string;
  readonly score: number;
  /** Numbers of the matched words of the page. */
  readonly locations: readonly number[];
  load(): Promise<FoundPage>;
}

/** Of each name one of its values. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** Pagefind as it comes, set to the ranking that was measured best for single words. */
export interface Engine {
  /** What the index has for a word or, in quotation marks, a phrase, of the pages that filters leave. */
  find(query: string, filters?: Filters): Promise<readonly FoundHit[]>;
  close(): Promise<void>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
  data(): Promise<FoundPage>;
}

interface PagefindInstance {
  init(): Promise<void>;
  search(
    query: string,
    options?: { readonly filters?: Readonly<Record<string, unknown>> },
  ): Promise<{ readonly results: readonly PagefindResult[] }>;
  destroy(): Promise<void>;
}

interface PagefindModule {
  createInstance(options: Readonly<Record<string, unknown>>): PagefindInstance;
}

const ranking = {
  termSaturation: 1.2,
  termSimilarity: 3,
  pageLength: 0.75,
  // That a lesson belongs to a course of this name says nothing of the lesson.
  metaWeights: { title: 1, nama: 3, juga: 2, sering: 1, disebut: 0.3, ditanya: 1.5, ringkas: 0.7, course: 0 },
} as const;

/** Opens the bundle at `bundle`, an address that ends with a slash. @throws SearchFailure offline when it cannot be loaded */
export async function openEngine(bundle: string, read: ReadFile | undefined): Promise<Engine> {
  try {
    const { createInstance } =
      read === undefined
        ? ((await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as PagefindModule)
        : await importReading(bundle, read);
    // What is read from files has no address of its own.
    // A worker is the whole engine once more to load, for searches of a few milliseconds.
    const pagefind = createInstance({
      ranking,
      basePath: bundle,
      noWorker: true,
      ...(read === undefined ? {} : { baseUrl: '/' }),
    });
    await pagefind.init();
    return engineOf(pagefind);
  } catch (error) {
    throw new SearchFailure('offline', error);
  }
}

function engineOf(pagefind: PagefindInstance): Engine {
  return {
    async find(query, filters = {}) {
      const wanted = Object.entries(filters).map(([name, values]) => [name, { any: values }]);
      const { results } = await pagefind.search(query, { filters: Object.fromEntries(wanted) });
      return results.map((result) => ({
        page: result.id,
        score: result.score,
        locations: result.words,
        load: () => result.data(),
      }));
    },
    close: () => pagefind.destroy(),
  };
}

let copies = 0;

/**
 * The engine asks the `fetch` around it. Where a reader is handed in, as from files, it gets a copy of its own module in which
 * that is what stands around it. A browser needs none: it would not run such a copy.
 */
async function importReading(bundle: string, read: ReadFile): Promise<PagefindModule> {
  const source = await (await read(`${bundle}pagefind.js`)).text();
  copies += 1;
  const copy = `let fetch; export function readThrough(read) { fetch = read; } ${source}\n// ${copies}`;
  const address = `data:text/javascript,${encodeURIComponent(copy)}`;
  const engine = (await import(/* @vite-ignore */ address)) as PagefindModule & { readThrough(read: ReadFile): void };
  engine.readThrough(read);
  return engine;
}
