import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPauses } from '#server/pauses.ts';
import { digestOf, digestsFile, type FileDigest, parseDigests } from './digests.ts';

type Files = ReadonlyMap<string, FileDigest>;

/** What the server itself runs on: judged wholly before anything of a release is used. */
const isEssential = (path: string): boolean => /^(release\.json|catalogue\.json|server\/)/.test(path);

/**
 * What is wrong with the release in `folder`, in English, by a look that is quick even on a slow disk: each file is there in
 * its size, and what the server runs on is as it was built. Undefined when nothing is.
 */
export async function findDamage(folder: string): Promise<string | undefined> {
  const files = await readDigests(folder);
  if (files === undefined) return `${digestsFile} is missing or damaged`;
  const pause = openPauses();
  for (const [path, expected] of files) {
    const wrong = findWrongSize(folder, path, expected);
    if (wrong !== undefined) return wrong;
    await pause();
  }
  for (const [path, expected] of files) {
    const wrong = isEssential(path) ? await findWrongBytes(folder, path, expected) : undefined;
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** The same for the bytes of every file, one after the other, so that whoever is served meanwhile hardly notices. */
export async function findHiddenDamage(folder: string, stopped: AbortSignal): Promise<string | undefined> {
  for (const [path, expected] of (await readDigests(folder)) ?? []) {
    if (stopped.aborted) return undefined;
    const wrong = await findWrongBytes(folder, path, expected);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** What each file of the release in `folder` must be; undefined when its list is missing or damaged. */
export async function readDigests(folder: string): Promise<Files | undefined> {
  const text = await readFile(join(folder, digestsFile), 'utf8').catch(() => '');
  return parseDigests(text);
}

function findWrongSize(folder: string, path: string, { sizeBytes }: FileDigest): string | undefined {
  const found = sizeOf(join(folder, path));
  if (found === undefined) return `${path} is missing`;
  return found === sizeBytes ? undefined : `${path} has ${found} bytes instead of ${sizeBytes}`;
}

/** Asked for at once: as a promise, each of thousands would cost twice the CPU. */
function sizeOf(path: string): number | undefined {
  try {
    return statSync(path).size;
  } catch {
    return undefined;
  }
}

async function findWrongBytes(folder: string, path: string, { digest }: FileDigest): Promise<string | undefined> {
  const bytes = await readFile(join(folder, path)).catch(() => undefined);
  if (bytes === undefined) return `${path} cannot be read`;
  return digestOf(bytes) === digest ? undefined : `${path} is not as it was built`;
}
