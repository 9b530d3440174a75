import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, digestsFile, type FileDigest, parseDigests } from './digests.ts';

type Files = ReadonlyMap<string, FileDigest>;

/** So many files are looked at side by side. */
const atOnce = 32;

/** What the server itself runs on: judged wholly before anything of a release is used. */
const isEssential = (path: string): boolean => /^(release\.json|catalogue\.json|server\/)/.test(path);

/**
 * What is wrong with the release in `folder`, in English, by a look that is quick even on a slow disk: each file is there in
 * its size, and what the server runs on is as it was built. Undefined when nothing is.
 */
export async function findDamage(folder: string): Promise<string | undefined> {
  const files = await readDigests(folder);
  if (files === undefined) return `${digestsFile} is missing or damaged`;
  const sizes = await findFirst([...files], ([path, expected]) => findWrongSize(folder, path, expected));
  if (sizes !== undefined) return sizes;
  return findFirst(
    [...files].filter(([path]) => isEssential(path)),
    ([path, expected]) => findWrongBytes(folder, path, expected),
  );
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

async function findWrongSize(folder: string, path: string, { sizeBytes }: FileDigest): Promise<string | undefined> {
  const found = await stat(join(folder, path)).catch(() => undefined);
  if (found === undefined) return `${path} is missing`;
  return found.size === sizeBytes ? undefined : `${path} has ${found.size} bytes instead of ${sizeBytes}`;
}

async function findWrongBytes(folder: string, path: string, { digest }: FileDigest): Promise<string | undefined> {
  const bytes = await readFile(join(folder, path)).catch(() => undefined);
  if (bytes === undefined) return `${path} cannot be read`;
  return digestOf(bytes) === digest ? undefined : `${path} is not as it was built`;
}

async function findFirst<T>(
  items: readonly T[],
  find: (item: T) => Promise<string | undefined>,
): Promise<string | undefined> {
  for (let at = 0; at < items.length; at += atOnce) {
    const found = await Promise.all(items.slice(at, at + atOnce).map(find));
    const wrong = found.find((it) => it !== undefined);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
