import { SearchFailure } from '#client/search/engine/failure.ts';
import type { SiteSearch } from '#client/search/engine/site-answer.ts';

/** The search of this site, brought when it is first asked for anything: the page itself stays light. */
export function loadSiteSearch(bundle: string): SiteSearch {
  let loading: Promise<SiteSearch> | undefined;
  const load = (): Promise<SiteSearch> => {
    loading ??= start(bundle).catch((error: unknown) => {
      loading = undefined;
      throw new SearchFailure('offline', error);
    });
    return loading;
  };
  return {
    ask: async (asked) => (await load()).ask(asked),
    findUrgent: async (query) => (await load()).findUrgent(query),
    suggest: async (query) => (await load()).suggest(query),
    prepare: () =>
      load().then(
        (search) => search.prepare(),
        () => undefined,
      ),
  };
}

async function start(bundle: string): Promise<SiteSearch> {
  // What the search will ask for one after the other comes at once: on a slow line each way there and back counts.
  bring(`${bundle}pagefind.js`, 'modulepreload');
  bring(`${bundle}wasm.id.pagefind`, 'preload');
  bring(`${bundle}kata.json`, 'preload');
  const { openSiteSearch } = await import('#client/search/engine/site-answer.ts');
  return openSiteSearch({ bundle });
}

function bring(href: string, rel: 'modulepreload' | 'preload'): void {
  const link = document.createElement('link');
  link.rel = rel;
  link.href = href;
  link.crossOrigin = 'anonymous';
  if (rel === 'preload') link.as = 'fetch';
  document.head.append(link);
}
