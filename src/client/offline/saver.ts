import { applyDelta } from '#domain/offline/delta.ts';
import {
  asideHeader,
  assetCache,
  commonSet,
  courseSet,
  deltaAddress,
  type Offer,
  type OfferedSet,
  offerAddress,
  packAddress,
  packCache,
  readPackAddress,
  searchSets,
  visitedCache,
} from '#domain/offline/sets.ts';

/** Room that is left to what people do: answers come before lessons. In bytes. */
const roomBytes = 5_000_000;

/** Why something was not kept: no room, the line broke, what came was not what was offered. */
export class KeepFailure extends Error {
  override readonly name = 'KeepFailure';
  readonly code: 'full' | 'cut' | 'damaged';
  constructor(code: KeepFailure['code']) {
    super(code);
    this.code = code;
  }
}

/** The sets that make a course readable without network. */
export function setsOfCourse(course: string): readonly string[] {
  return [commonSet, courseSet(course)];
}

/** The page that asks it, then the texts of pages: an engine that is kept has everything it asks for. */
export const setsOfSearch: readonly string[] = [commonSet, ...[...searchSets].reverse()];

/** What this phone keeps: digests by set, the newest last. */
export async function listKept(): Promise<ReadonlyMap<string, readonly string[]>> {
  const kept = new Map<string, string[]>();
  for (const { url } of await (await caches.open(packCache)).keys()) {
    const named = readPackAddress(new URL(url).pathname);
    if (named !== undefined) kept.set(named.set, [...(kept.get(named.set) ?? []), named.digest]);
  }
  return kept;
}

/** What the host offers now. @throws KeepFailure cut */
export async function fetchOffer(): Promise<Offer> {
  return (await fetchAside(offerAddress)).json() as Promise<Offer>;
}

/** Bytes on the line until all of the sets are kept as they are offered; 0 when they are. */
export function bytesToBring(
  sets: readonly string[],
  { sets: offered }: Offer,
  kept: ReadonlyMap<string, readonly string[]>,
): number {
  return sets.reduce((sum, set) => {
    const offer = offered[set];
    const digests = kept.get(set) ?? [];
    if (offer === undefined || digests.includes(offer.digest)) return sum;
    return sum + (findDelta(offer, digests)?.travels ?? offer.travels);
  }, 0);
}

/**
 * Keeps the sets as they are offered, one after the other; each is kept whole or not at all, so that what is missing after a
 * cut is brought by the next call. `tell` hears how much of all is there, 0 to 1.
 * @throws KeepFailure
 */
export async function keepSets(
  sets: readonly string[],
  offer: Offer,
  tell: (share: number) => void = () => undefined,
): Promise<void> {
  const kept = await listKept();
  const missing = sets.flatMap((set) => {
    const offered = offer.sets[set];
    const digests = kept.get(set) ?? [];
    return offered === undefined || digests.includes(offered.digest) ? [] : [{ set, offered, digests }];
  });
  const all = missing.reduce((sum, { offered }) => sum + offered.bytes, 0);
  await askForRoom(all);
  let before = 0;
  for (const { set, offered, digests } of missing) {
    await keepSet(set, offered, digests, (bytes) => tell((before + Math.min(bytes, offered.bytes)) / all));
    before += offered.bytes;
  }
}

/** Takes older packs of a set off the phone where a newer one stands beside them. */
export async function forgetOlder(): Promise<void> {
  const cache = await caches.open(packCache);
  for (const [set, digests] of await listKept()) {
    for (const digest of digests.slice(0, -1)) await cache.delete(packAddress(set, digest));
  }
}

/** Takes sets off the phone; what all courses share goes with the last of them. */
export async function forgetSets(sets: readonly string[]): Promise<void> {
  const cache = await caches.open(packCache);
  const kept = await listKept();
  const forget = async (set: string) => {
    for (const digest of kept.get(set) ?? []) await cache.delete(packAddress(set, digest));
  };
  for (const set of sets) await forget(set);
  const left = [...kept.keys()].filter((set) => !sets.includes(set));
  if (!left.some((set) => set.startsWith(courseSet('')))) for (const set of left) await forget(set);
}

/** Takes the visited pages off the phone. */
export async function forgetVisited(): Promise<void> {
  await Promise.all([caches.delete(visitedCache), caches.delete(assetCache)]);
}

/** Whether the browser promises not to clear what is kept by itself. */
export async function isPersistent(): Promise<boolean> {
  return navigator.storage.persisted();
}

async function keepSet(
  set: string,
  offered: OfferedSet,
  digests: readonly string[],
  tell: (bytes: number) => void,
): Promise<void> {
  const address = packAddress(set, offered.digest);
  const cache = await caches.open(packCache);
  const delta = findDelta(offered, digests);
  const brought = delta && (await bringByDelta(cache, set, offered, delta.from).catch(keepOnlyCuts));
  const pack = brought ?? (await bringWhole(address, tell));
  if ((await digestOf(pack)) !== offered.digest) throw new KeepFailure('damaged');
  try {
    await cache.put(address, new Response(pack));
  } catch {
    throw new KeepFailure('full');
  }
}

/** A delta that does not fit is no reason to go without; a line that is cut is. */
function keepOnlyCuts(error: unknown): undefined {
  if (error instanceof KeepFailure) throw error;
  return undefined;
}

/** Undefined when what comes out is not what was offered. */
async function bringByDelta(
  cache: Cache,
  set: string,
  { digest }: OfferedSet,
  from: string,
): Promise<Blob | undefined> {
  const old = await cache.match(packAddress(set, from));
  if (old === undefined) return undefined;
  const delta = await bytesOf(await fetchAside(deltaAddress(set, from, digest)));
  const parts = applyDelta(new Uint8Array(await old.arrayBuffer()), delta);
  const pack = new Blob([...parts]);
  return (await digestOf(pack)) === digest ? pack : undefined;
}

async function bringWhole(address: string, tell: (bytes: number) => void): Promise<Blob> {
  const { body } = await fetchAside(address);
  if (body === null) throw new KeepFailure('cut');
  const reader = body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => cut());
    if (done) return new Blob([...parts]);
    parts.push(value);
    bytes += value.byteLength;
    tell(bytes);
  }
}

function findDelta(
  offered: OfferedSet,
  digests: readonly string[],
): { readonly from: string; readonly travels: number } | undefined {
  const [from] = digests.filter((digest) => digest in offered.deltas).slice(-1);
  const travels = from === undefined ? undefined : offered.deltas[from];
  return from === undefined || travels === undefined ? undefined : { from, travels };
}

async function fetchAside(address: string): Promise<Response> {
  const response = await fetch(address, { headers: { [asideHeader]: '1' } }).catch(() => cut());
  return response.ok ? response : cut();
}

async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await response.arrayBuffer().catch(() => cut()));
}

async function digestOf(pack: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await pack.arrayBuffer()));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22);
}

async function askForRoom(bytes: number): Promise<void> {
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < bytes + roomBytes) throw new KeepFailure('full');
  await navigator.storage.persist();
}

function cut(): never {
  throw new KeepFailure('cut');
}
