import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '#db/client.ts';
import { type ContentSource, contentOnDisk, contentOver } from '#content/files/content-source.ts';
import { listParts, readOverlay, readOverlayFiles } from './overlay.ts';

/** The project whose content is shipped: the host runs in its folder. */
const root = process.cwd();

interface KnownFile {
  readonly mark: string;
  readonly sizeBytes: number;
  bytes?: Buffer;
}

interface Snapshot {
  readonly at: number;
  readonly listed: Awaited<ReturnType<ContentSource['list']>>;
  readonly files: ReadonlyMap<string, KnownFile>;
}

/** Hundreds of files are not looked at for every page: a change of the shipped content is seen a moment later. */
const freshMs = 2_000;
const disk = contentOnDisk(root);
let snapshot: Promise<Snapshot> | undefined;

async function look(before: Snapshot | undefined): Promise<Snapshot> {
  const listed = await disk.list();
  const files = new Map<string, KnownFile>();
  for (const path of listed.paths) {
    const { mtimeMs, size: sizeBytes, ino } = await lstat(join(root, path));
    const mark = `${mtimeMs}/${sizeBytes}/${ino}`;
    const known = before?.files.get(path);
    files.set(path, known?.mark === mark ? known : { mark, sizeBytes });
  }
  return { at: Date.now(), listed, files };
}

async function freshSnapshot(): Promise<Snapshot> {
  const before = await snapshot?.catch(() => undefined);
  if (before !== undefined && Date.now() - before.at < freshMs) return before;
  snapshot = look(before);
  return snapshot;
}

/** The shipped content. A file that did not change is the same bytes as before, so that it is parsed once. */
export const shippedContent: ContentSource = {
  list: async () => (await freshSnapshot()).listed,
  size: async (path) => (await freshSnapshot()).files.get(path)?.sizeBytes,
  async read(path) {
    const file = (await freshSnapshot()).files.get(path);
    if (file === undefined) return disk.read(path);
    file.bytes ??= await disk.read(path);
    return file.bytes;
  },
};

/** What is published: the shipped content with what houses published over it. */
export async function liveContent(db: Database): Promise<ContentSource> {
  return contentOver(shippedContent, await readOverlayFiles(db, await readOverlay(db)));
}

/** What would be published if a draft were. */
export async function draftContent(db: Database, draft: string): Promise<ContentSource> {
  const parts = new Map((await listParts(db, draft)).map((it) => [it.path, it]));
  return contentOver(await liveContent(db), await readOverlayFiles(db, parts));
}

/** What a file holds; undefined where there is none. */
export async function bytesIn(source: ContentSource, path: string): Promise<Buffer | undefined> {
  return (await source.size(path)) === undefined ? undefined : source.read(path);
}

/** The same as text. */
export async function textIn(source: ContentSource, path: string): Promise<string | undefined> {
  return (await bytesIn(source, path))?.toString('utf8');
}
