import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stickMessages } from '#messages/stick.ts';
import { carriedFile } from '#server/release/carried.ts';
import { readDigests } from '#server/release/damage.ts';
import { digestOf, digestsFile, type FileDigest, formatDigests } from '#server/release/digests.ts';
import { flushFile, flushFolder, replaceFile } from '#server/release/disk.ts';
import {
  makeReleasesFolder,
  nextReleaseId,
  pruneReleases,
  readPointer,
  releaseFolder,
  releasesFolder,
  switchRelease,
} from '#server/release/release.ts';
import { readServing } from '#server/release/serving.ts';

export interface Adoption {
  /** Folder of the program as it was unpacked, beside the one in use. */
  readonly program: string;
  /** `RumahBelajar`: program, data, settings. */
  readonly house: string;
  /** What the stick says of itself. */
  readonly version: string;
}

/** Waiting for the disk takes longer than working. */
const atOnce = 16;
const launchers = ['mulai.sh', 'mulai.cmd', 'BACA-INI.txt'];

/**
 * Makes an unpacked program ready to take the place of the one in use, which the launcher does by renaming: every byte is as
 * it left, and on disk; its release stands on the shelf; settings are there. Nothing of the house is changed before.
 * @returns `running` when a server holds the house's data
 * @throws one Indonesian sentence when the copy is not whole
 */
export async function adoptProgram({ program, house, version }: Adoption): Promise<'ready' | 'running'> {
  const dataFolder = join(house, 'data');
  if (readServing(dataFolder) !== undefined) return 'running';
  const files = await readDigests(program);
  if (files === undefined) throw new Error(stickMessages.damaged(digestsFile));
  await checkAndFlush(program, files);
  if (readFileSync(join(program, 'VERSI'), 'utf8').trim() !== version) throw new Error(stickMessages.otherVersion);
  const id = await shelve(join(program, 'rilis'), dataFolder);
  replaceFile(join(program, carriedFile), `${id}\n`);
  flushFolders(program);
  if (!existsSync(join(house, 'pengaturan.txt'))) replaceFile(join(house, 'pengaturan.txt'), stickMessages.settings);
  for (const name of launchers) replaceCopy(join(program, name), join(house, name));
  // What power cuts left behind.
  for (const name of readdirSync(house).filter((it) => /^baru\.\d+$/.test(it) && it !== basename(program))) {
    rmSync(join(house, name), { recursive: true, force: true });
  }
  flushFolder(house);
  return 'ready';
}

async function checkAndFlush(folder: string, files: ReadonlyMap<string, FileDigest>): Promise<void> {
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [path, expected] = next;
      if ((await flushedDigest(join(folder, path))) !== expected.digest) throw new Error(stickMessages.damaged(path));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** Undefined when it cannot be read. */
async function flushedDigest(file: string): Promise<string | undefined> {
  // Windows flushes only what was opened for writing; nobody writes to the Node that runs this.
  const mayFlush = process.platform !== 'win32' || file !== process.execPath;
  const handle = await open(file, process.platform === 'win32' && mayFlush ? 'r+' : 'r').catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const digest = digestOf(await handle.readFile());
    if (mayFlush) await handle.sync();
    return digest;
  } finally {
    await handle.close();
  }
}

/** Puts the release that came along on the shelf, as the newest there. Answers its id. */
async function shelve(carried: string, dataFolder: string): Promise<string> {
  makeReleasesFolder(dataFolder);
  const digests = new Map(await readDigests(carried));
  const file = join(carried, 'release.json');
  const release = JSON.parse(readFileSync(file, 'utf8')) as { readonly sourceDigest: string };
  const id = nextReleaseId(dataFolder, release.sourceDigest);
  const text = JSON.stringify({ ...release, id });
  replaceFile(file, text);
  digests.set('release.json', { sizeBytes: Buffer.byteLength(text), digest: digestOf(text) });
  replaceFile(join(carried, digestsFile), formatDigests(digests));
  flushFolders(carried);
  renameSync(carried, releaseFolder(dataFolder, id));
  flushFolder(releasesFolder(dataFolder));
  // The first one is current at once; later ones when the program is that they came with.
  if (readPointer(dataFolder) === undefined) switchRelease(dataFolder, id);
  pruneReleases(dataFolder);
  return id;
}

function flushFolders(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) flushFolder(join(entry.parentPath, entry.name));
  }
  flushFolder(folder);
}

function replaceCopy(from: string, to: string): void {
  copyFileSync(from, `${to}.part`);
  flushFile(`${to}.part`);
  renameSync(`${to}.part`, to);
}
