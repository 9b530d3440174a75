import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { replaceFile } from './disk.ts';

/** A file that anybody may fetch, with the sizes of its compressed twins. */
export interface ClientFile {
  /** Digest of the content: the same in every release that holds the same file. */
  readonly hash: string;
  readonly sizeBytes: number;
  readonly brBytes?: number;
  readonly gzBytes?: number;
}

/** `release.json`: what the host must know of one built site. */
export interface Release {
  /** `r000012-1a2b3c4d`: number in order of building, and the start of the source digest. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly builtAt: string;
  readonly sourceDigest: string;
  /** `sha256-…` of inline styles, for the content security policy. */
  readonly styleHashes: readonly string[];
  /** By path below `client/`. */
  readonly files: Readonly<Record<string, ClientFile>>;
}

/** `current.json`: which release is served, and which one `--undo` goes back to. */
export interface ReleasePointer {
  readonly current: string;
  readonly previous: string | null;
}

/** How many releases stay on disk. */
const keptReleases = 3;

export function releasesFolder(dataFolder: string): string {
  return join(dataFolder, 'releases');
}

/** Makes the folders that releases are kept in. They hold all keys: nobody else on this machine reads them. */
export function makeReleasesFolder(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  mkdirSync(releasesFolder(dataFolder), { recursive: true, mode: 0o700 });
  chmodSync(releasesFolder(dataFolder), 0o700);
}

export function releaseFolder(dataFolder: string, id: string): string {
  return join(releasesFolder(dataFolder), id);
}

export function pointerFile(dataFolder: string): string {
  return join(dataFolder, 'current.json');
}

/** Undefined when nothing was released yet, or when what stands there is no pointer. */
export function readPointer(dataFolder: string): ReleasePointer | undefined {
  const pointer = readJson<Partial<ReleasePointer>>(pointerFile(dataFolder));
  if (typeof pointer?.current !== 'string' || !isReleaseId(pointer.current)) return undefined;
  const { current, previous } = pointer;
  return { current, previous: typeof previous === 'string' && isReleaseId(previous) ? previous : null };
}

/** Undefined when there is no finished release of this id. */
export function readRelease(dataFolder: string, id: string): Release | undefined {
  return readJson<Release>(join(releaseFolder(dataFolder, id), 'release.json'));
}

/** What the release that is served knows of `content/`; undefined when nothing was released yet. */
export function readCurrentCatalogue(dataFolder: string): Catalogue | undefined {
  const current = readPointer(dataFolder)?.current;
  if (current === undefined) return undefined;
  return readJson<Catalogue>(join(releaseFolder(dataFolder, current), 'catalogue.json'));
}

/** The ids of finished releases in order of building. */
export function listReleases(dataFolder: string): string[] {
  const folder = releasesFolder(dataFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter(isReleaseId).sort();
}

/** The id of a release that is made now. Numbers, not times: the clock of an old laptop may go back. */
export function nextReleaseId(dataFolder: string, sourceDigest: string): string {
  // A number that was set aside is not given again.
  const numbers = readdirSync(releasesFolder(dataFolder)).map((name) => name.replace(asideEnding, ''));
  const last = Math.max(0, ...numbers.filter(isReleaseId).map((name) => Number(name.slice(1, 7))));
  return `r${String(last + 1).padStart(6, '0')}-${sourceDigest.slice(0, 8)}`;
}

/** Takes a damaged release out of the list; the next build removes it. */
export function setAside(dataFolder: string, id: string): void {
  const folder = releaseFolder(dataFolder, id);
  if (existsSync(folder)) renameSync(folder, `${folder}${asideEnding}`);
}

/** How the folder of a release ends that was set aside. */
export const asideEnding = '.damaged';

function isReleaseId(name: string): boolean {
  return /^r\d{6}-[0-9a-f]{8}$/.test(name);
}

/** The release that was built last; after an undo it is not the current one. */
export function findNewestRelease(dataFolder: string): Release | undefined {
  const newest = listReleases(dataFolder).at(-1);
  return newest === undefined ? undefined : readRelease(dataFolder, newest);
}

/** Makes a finished release the current one, in one step. */
export function switchRelease(dataFolder: string, id: string): void {
  const before = readPointer(dataFolder)?.current ?? null;
  writePointer(dataFolder, { current: id, previous: before === id ? null : before });
}

/** Makes an older release the current one, and those before it the ones to go back to. */
export function returnToRelease(dataFolder: string, id: string): void {
  const older = listReleases(dataFolder).filter((it) => it < id);
  writePointer(dataFolder, { current: id, previous: older.at(-1) ?? null });
}

/** Removes all but the newest releases; never the current one or the one to go back to. */
export function pruneReleases(dataFolder: string): void {
  const pointer = readPointer(dataFolder);
  const old = listReleases(dataFolder).slice(0, -keptReleases);
  for (const id of old) {
    if (id === pointer?.current || id === pointer?.previous) continue;
    rmSync(releaseFolder(dataFolder, id), { recursive: true, force: true });
  }
}

function writePointer(dataFolder: string, pointer: ReleasePointer): void {
  replaceFile(pointerFile(dataFolder), `${JSON.stringify(pointer)}\n`);
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
