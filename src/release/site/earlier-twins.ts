import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDigests } from '#server/release/damage.ts';
import { digestOf } from '#server/release/digests.ts';
import { type ClientFile, findNewestRelease, releaseFolder } from '#server/release/release.ts';

/** The compressed twins of a file, as an earlier release holds them; absent where compressing saved nothing. */
export interface Twins {
  readonly br?: Buffer;
  readonly gz?: Buffer;
}

/** Finds the twins of a content by its `hash`, whatever the file was called. */
export type FindTwins = (hash: string) => Promise<Twins | undefined>;

/**
 * Twins of the newest release: compressing is most of the work of a release. Nothing is taken over that is not, byte by byte,
 * what that release wrote down when it was built.
 */
export async function openEarlierTwins(dataFolder: string): Promise<FindTwins> {
  const newest = findNewestRelease(dataFolder);
  const digests = newest && (await readDigests(releaseFolder(dataFolder, newest.id)));
  if (newest === undefined || digests === undefined) return async () => undefined;
  const client = join(releaseFolder(dataFolder, newest.id), 'client');
  const byHash = new Map<string, readonly [string, ClientFile]>();
  for (const [name, file] of Object.entries(newest.files)) byHash.set(file.hash, [name, file]);

  const readTwin = async (path: string): Promise<Buffer | undefined> => {
    const bytes = await readFile(join(client, path)).catch(() => undefined);
    return bytes !== undefined && digestOf(bytes) === digests.get(`client/${path}`)?.digest ? bytes : undefined;
  };
  return async (hash) => {
    const [name, file] = byHash.get(hash) ?? [];
    if (name === undefined || file === undefined) return undefined;
    const br = file.brBytes === undefined ? undefined : await readTwin(`${name}.br`);
    const gz = file.gzBytes === undefined ? undefined : await readTwin(`${name}.gz`);
    const isWhole =
      (file.brBytes === undefined) === (br === undefined) && (file.gzBytes === undefined) === (gz === undefined);
    return isWhole ? { ...(br && { br }), ...(gz && { gz }) } : undefined;
  };
}
