import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPackAddress } from '#domain/offline/sets.ts';
import { fileDigest } from '#release/file-digest.ts';
import { listReleases, readRelease, releaseFolder } from '#server/release/release.ts';

/** A pack that phones may have kept. */
export interface EarlierPack {
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** The different packs of a set that the last releases offered, newest first; without those that are lost or damaged. */
export type EarlierPacks = (set: string) => Promise<readonly EarlierPack[]>;

/** How many releases back a phone is brought up to date by a delta. */
const releasesBack = 2;

export function openEarlierPacks(dataFolder: string): EarlierPacks {
  const files = new Map<string, Map<string, string>>();
  for (const id of listReleases(dataFolder).slice(-releasesBack).reverse()) {
    const client = join(releaseFolder(dataFolder, id), 'client');
    for (const path of Object.keys(readRelease(dataFolder, id)?.files ?? {})) {
      const { set, digest } = readPackAddress(`/${path}`) ?? {};
      if (set === undefined || digest === undefined) continue;
      const ofSet = files.get(set) ?? new Map<string, string>();
      files.set(set, ofSet.set(digest, ofSet.get(digest) ?? join(client, path)));
    }
  }
  return async (set) => {
    const packs: EarlierPack[] = [];
    for (const [digest, file] of files.get(set) ?? []) {
      const bytes = await readFile(file).catch(() => undefined);
      if (bytes !== undefined && fileDigest(bytes) === digest) packs.push({ digest, bytes });
    }
    return packs;
  };
}
