import { asideHeader, searchSets } from '#domain/offline/sets.ts';
import { answersAddress } from '#domain/search/urgent-answer.ts';
import { keptFile, keptPacks } from './kept-files.ts';
import { notKeptPage } from './not-kept-page.ts';
import { keepVisited, visitedAsset, visitedPage } from './visited.ts';
import type { AskedEvent, WorkerScope } from './worker-scope.ts';

// Answers for pages and files that this phone keeps. What people do here is never kept and never answered for: signing in,
// own pages, records and staff's pages go to the network as if there were no worker.

const scope = globalThis as unknown as WorkerScope;

/** After so long without an answer a kept copy is shown; the line may still bring the page for the next time. */
const patienceMs = 3000;
/** After so long there is no hope for a page that was never kept. */
const hopeMs = 20_000;

/** Pages that are the same for everybody. */
const staticPages =
  /^\/($|(kursus|istilah|jalur)\/(?!.*\/(jawab|ikut)\/)(.*\/)?$|(cari|bantuan|privasi|periksa|luring)\/$)/;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || request.headers.has(asideHeader)) return;
  if (request.mode === 'navigate') {
    const isStatic = staticPages.test(pathname);
    event.respondWith(isStatic ? answerPage(event, pathname) : answerPrivate(request));
  } else if (pathname.startsWith('/_astro/')) event.respondWith(answerAsset(request, pathname));
  else if (pathname.startsWith('/pagefind/') || pathname === answersAddress)
    event.respondWith(answerSearch(event, pathname));
  else if (/^\/[\w-]+\.(svg|png)$/.test(pathname)) {
    event.respondWith(fetch(request).catch(async (error: unknown) => (await keptFile(pathname)) ?? fail(error)));
  }
});

async function answerPage(event: AskedEvent, address: string): Promise<Response> {
  const line = fetch(event.request);
  const fresh = await within(patienceMs, line);
  if (fresh !== undefined && fresh.status < 500) {
    if (fresh.ok && isPublic(fresh)) event.waitUntil(keep(address, fresh.clone()));
    return fresh;
  }
  const kept = (await keptFile(address)) ?? (await visitedPage(address));
  return kept ?? fresh ?? (await within(hopeMs, line)) ?? notKeptPage(address);
}

async function answerPrivate(request: Request): Promise<Response> {
  return (await within(hopeMs, fetch(request))) ?? notKeptPage(new URL(request.url).pathname);
}

/** A hashed name is always the same file, whoever kept it. */
async function answerAsset(request: Request, address: string): Promise<Response> {
  return (await keptFile(address)) ?? (await visitedAsset(address)) ?? fetch(request);
}

/** Which part with the engine answers for a page: the files of one search are never those of two releases. */
const engines = new Map<string, string>();
/** More pages than this are open at once on no phone; the one that searched longest ago is forgotten. */
const mostEngines = 20;

async function answerSearch({ request, clientId }: AskedEvent, address: string): Promise<Response> {
  const packs = await keptPacks();
  const engine =
    packs.find((pack) => pack.address === engines.get(clientId)) ?? packs.find(({ set }) => set === searchSets[0]);
  if (engine === undefined) return fetch(request);
  // What was asked last goes to the end.
  engines.delete(clientId);
  engines.set(clientId, engine.address);
  if (engines.size > mostEngines) engines.delete([...engines.keys()][0] ?? '');
  return (await engine.answer(address)) ?? (await keptFile(address)) ?? fetch(request);
}

/** What a pack holds is not kept a second time, and the list of what is kept is not part of it. */
async function keep(address: string, page: Response): Promise<void> {
  if (address === '/luring/') return;
  const packs = await keptPacks();
  if (!packs.some((pack) => pack.has(address))) await keepVisited(address, page).catch(() => undefined);
}

/** Whether the host sends it to everybody alike. */
function isPublic({ headers, redirected }: Response): boolean {
  return !redirected && headers.has('etag') && headers.get('cache-control') === 'no-cache';
}

/** Undefined when there is no answer within so many milliseconds, or none at all. */
async function within(ms: number, answer: Promise<Response>): Promise<Response | undefined> {
  return Promise.race([
    answer.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms)),
  ]);
}

function fail(error: unknown): never {
  throw error;
}
