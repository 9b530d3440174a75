import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '#domain/course/catalogue.ts';

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

export function releaseFolder(dataFolder: string, id: string): string {
  return join(releasesFolder(dataFolder), id);
}

export function pointerFile(dataFolder: string): string {
  return join(dataFolder, 'current.json');
}

/** Undefined when nothing was released yet. */
export function readPointer(dataFolder: string): ReleasePointer | undefined {
  const pointer = readJson<ReleasePointer>(pointerFile(dataFolder));
  return pointer !== undefined && existsSync(releaseFolder(dataFolder, pointer.current)) ? pointer : undefined;
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
  return readdirSync(folder)
    .filter((name) => /^r\d{6}-[0-9a-f]{8}$/.test(name))
    .sort();
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

/** Goes back to the release before. Answers its id, undefined when there is none. */
export function undoRelease(dataFolder: string): string | undefined {
  const pointer = readPointer(dataFolder);
  const previous = pointer?.previous;
  if (!previous || !existsSync(releaseFolder(dataFolder, previous))) return undefined;
  const older = listReleases(dataFolder).filter((id) => id < previous);
  writePointer(dataFolder, { current: previous, previous: older.at(-1) ?? null });
  return previous;
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

/** Writes a small file so that a power cut leaves the old one or the new one, never half of it. */
export function replaceFile(file: string, text: string): void {
  const aside = `${file}.${process.pid}`;
  const descriptor = openSync(aside, 'w');
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(aside, file);
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
