import { assetCache, visitedCache } from '#domain/offline/sets.ts';

/** How many visited pages are kept. */
const most = 60;
/** Room that is left to what people do: answers come before pages. In bytes. */
const roomBytes = 5_000_000;

const titleHeader = 'x-judul';
const assetsHeader = 'x-aset';

/** A page that was visited while there was a line. */
export interface VisitedPage {
  readonly address: string;
  readonly title: string;
}

export async function visitedPages(): Promise<readonly VisitedPage[]> {
  const cache = await caches.open(visitedCache);
  const pages = await Promise.all(
    [...(await cache.keys())].reverse().map(async (request) => ({ request, page: await cache.match(request) })),
  );
  return pages.map(({ request, page }) => ({
    address: new URL(request.url).pathname,
    title: decodeURIComponent(page?.headers.get(titleHeader) ?? ''),
  }));
}

export async function visitedPage(address: string): Promise<Response | undefined> {
  return (await caches.open(visitedCache)).match(address);
}

export async function visitedAsset(address: string): Promise<Response | undefined> {
  return (await caches.open(assetCache)).match(address);
}

/** Keeps a page, once everything that it names is kept: a page without its scripts would be half a page. */
export async function keepVisited(address: string, page: Response): Promise<void> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < roomBytes) return;
  const html = await page.text();
  const assets = await keepAssets(html);
  const headers = new Headers(page.headers);
  headers.set(titleHeader, encodeURIComponent(/<title>([^<·]*[^<·\s])/.exec(html)?.[1] ?? address));
  headers.set(assetsHeader, [...assets].join(' '));
  const cache = await caches.open(visitedCache);
  // The oldest stand first: what is visited again goes to the end.
  await cache.delete(address);
  await cache.put(address, new Response(html, { headers }));
  await forgetOldest(cache);
}

async function keepAssets(html: string): Promise<ReadonlySet<string>> {
  const cache = await caches.open(assetCache);
  const found = new Set<string>();
  const open = namesIn(html, '/');
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    const kept = await cache.match(name);
    const asset = kept ?? (await fetch(name));
    // A name in a text that is no file is none that the page needs.
    if (asset.status === 404) continue;
    if (!asset.ok) throw new Error(name);
    if (kept === undefined) await cache.put(name, asset.clone());
    found.add(name);
    if (/\.(js|css)$/.test(name)) open.push(...namesIn(await asset.text(), name));
  }
  return found;
}

/** Hashed files that a page or script names; a script names others beside itself. */
function namesIn(text: string, base: string): string[] {
  const named = text.match(/\/_astro\/[\w.@~-]+/g) ?? [];
  const beside = base.endsWith('.js') ? [...text.matchAll(/["'`](\.\/[\w.@~-]+\.js)["'`]/g)] : [];
  return [...named, ...beside.map(([, name = '']) => new URL(name, location.origin + base).pathname)];
}

async function forgetOldest(cache: Cache): Promise<void> {
  const pages = await cache.keys();
  if (pages.length <= most) return;
  await Promise.all(pages.slice(0, -most).map((page) => cache.delete(page)));
  const left = await Promise.all(pages.slice(-most).map((page) => cache.match(page)));
  const needed = new Set(left.flatMap((page) => page?.headers.get(assetsHeader)?.split(' ') ?? []));
  const assets = await caches.open(assetCache);
  for (const asset of await assets.keys()) {
    if (!needed.has(new URL(asset.url).pathname)) await assets.delete(asset);
  }
}
