import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPackAddress } from '#domain/offline/sets.ts';
import { listReleases, readRelease, releaseFolder } from '#server/release/release.ts';

/** A pack that phones may have kept. */
export interface EarlierPack {
  readonly digest: string;
  read(): Uint8Array;
}

/** The different packs of a set that the last releases offered, newest first. */
export type EarlierPacks = (set: string) => readonly EarlierPack[];

/** How many releases back a phone is brought up to date by a delta. */
const releasesBack = 2;

export function openEarlierPacks(dataFolder: string): EarlierPacks {
  const bySet = new Map<string, Map<string, EarlierPack>>();
  for (const id of listReleases(dataFolder).slice(-releasesBack).reverse()) {
    const client = join(releaseFolder(dataFolder, id), 'client');
    for (const path of Object.keys(readRelease(dataFolder, id)?.files ?? {})) {
      const named = readPackAddress(`/${path}`);
      if (named === undefined) continue;
      const packs = bySet.get(named.set) ?? new Map<string, EarlierPack>();
      bySet.set(named.set, packs);
      if (!packs.has(named.digest))
        packs.set(named.digest, { digest: named.digest, read: () => readFileSync(join(client, path)) });
    }
  }
  return (set) => [...(bySet.get(set)?.values() ?? [])];
}
