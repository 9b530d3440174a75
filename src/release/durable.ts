import { readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileDigest, digestOf, digestsFile, formatDigests } from '#server/release/digests.ts';
import { flushFolder, replaceFile } from '#server/release/disk.ts';
import { listClientFiles } from '#release/site/client-files.ts';

/** Waiting for the disk takes longer than working. */
const atOnce = 16;

/**
 * Writes down what each file of the release in `folder` is, and waits until all of it is on disk: files, folders and the
 * list itself.
 */
export async function makeDurable(folder: string): Promise<void> {
  const paths = listClientFiles(folder).filter((path) => path !== digestsFile);
  const digests = new Map<string, FileDigest>();
  const waiting = [...paths];
  const work = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      digests.set(path, await flushFile(join(folder, path)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  replaceFile(join(folder, digestsFile), formatDigests(new Map([...digests].sort(([a], [b]) => (a < b ? -1 : 1)))));
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (name.isDirectory()) flushFolder(join(name.parentPath, name.name));
  }
  flushFolder(folder);
}

/** What is read is what the digest stands for, whatever the disk keeps. */
async function flushFile(file: string): Promise<FileDigest> {
  // Windows flushes only what was opened for writing.
  const handle = await open(file, 'r+');
  try {
    const bytes = await handle.readFile();
    await handle.sync();
    return { sizeBytes: bytes.byteLength, digest: digestOf(bytes) };
  } finally {
    await handle.close();
  }
}
