import { packFrontBytes, packLengthBytes, readPackHeader } from '#domain/offline/pack.ts';
import { packCache, readPackAddress } from '#domain/offline/sets.ts';

/** A pack that is kept, with where each of its files lies. */
export interface KeptPack {
  readonly set: string;
  readonly title: string;
  readonly address: string;
  /** Size on the phone. */
  readonly bytes: number;
  answer(address: string): Promise<Response | undefined>;
  has(address: string): boolean;
}

const opened = new Map<string, Promise<KeptPack | undefined>>();

/** All packs that are kept, the one that was saved last first. */
export async function keptPacks(): Promise<readonly KeptPack[]> {
  const cache = await caches.open(packCache);
  const requests = [...(await cache.keys())].reverse();
  const packs = await Promise.all(requests.map(({ url }) => openPack(cache, new URL(url).pathname)));
  return packs.filter((pack) => pack !== undefined);
}

/** A file of any kept pack; of several the one that was saved last. */
export async function keptFile(address: string): Promise<Response | undefined> {
  return (await keptPacks()).find((pack) => pack.has(address))?.answer(address);
}

function openPack(cache: Cache, address: string): Promise<KeptPack | undefined> {
  const before = opened.get(address);
  if (before !== undefined) return before;
  const opening = readPack(cache, address).catch(() => undefined);
  opened.set(address, opening);
  return opening;
}

async function readPack(cache: Cache, address: string): Promise<KeptPack | undefined> {
  const named = readPackAddress(address);
  const blob = await (await cache.match(address))?.blob();
  if (named === undefined || blob === undefined) return undefined;
  const bytes = async (end: number) => new Uint8Array(await blob.slice(0, end).arrayBuffer());
  const { title, headers, files } = readPackHeader(await bytes(packFrontBytes(await bytes(packLengthBytes))));
  const byAddress = new Map(files.map((file) => [file.address, file]));
  return {
    set: named.set,
    title,
    address,
    bytes: blob.size,
    has: (asked) => byAddress.has(asked),
    async answer(asked) {
      const file = byAddress.get(asked);
      // Read anew: the pack may have been taken off the phone meanwhile.
      const whole = file && (await (await cache.match(address))?.blob());
      if (file === undefined || whole === undefined) return undefined;
      const body = whole.slice(file.start, file.start + file.bytes, file.type);
      return new Response(body, { headers: [...headers[file.kind].map(pair), ['Content-Type', file.type]] });
    },
  };
}

function pair([name, value]: readonly [string, string]): [string, string] {
  return [name, value];
}
