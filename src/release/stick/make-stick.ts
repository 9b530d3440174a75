import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flushFolder, replaceFile } from '#server/release/disk.ts';
import { fetchPackages } from './fetch-packages.ts';
import { namedPackages, type Packages, readLock, withNeeded } from './packages.ts';
import { type Platform, platforms } from './platform.ts';
import { isNeededOfPackage, listFiles, listProgramFiles, readModules } from './program-files.ts';
import { type Contents, writeTarFile } from './tar-file.ts';

export interface StickOrder {
  /** Folder of the project. */
  readonly root: string;
  /** The stick. What else lies on it is not touched. */
  readonly folder: string;
  /** Folder of the finished release that goes along. */
  readonly release: string;
  /** Sorts after those of earlier sticks. */
  readonly version: string;
  /** Names of platforms; all when absent. */
  readonly only?: readonly string[] | undefined;
  /** Of gzip; best when absent. */
  readonly level?: number | undefined;
  /** What an archive may have; 110 MB when absent. */
  readonly limitBytes?: number | undefined;
}

export interface MadeStick {
  readonly written: readonly { readonly platform: string; readonly sizeBytes: number; readonly packages: number }[];
  /** Names of platforms whose packages could not be fetched. */
  readonly leftOut: readonly string[];
}

/** The archive of a platform, in its folder on the stick. */
export const archiveName = 'rumah-belajar.tar.gz';
export const versionName = 'VERSI';
const launcherNames = ['mulai.sh', 'mulai.cmd', 'BACA-INI.txt'];

/** So much of prepaid data, or of a slow stick, an archive may cost. */
const usualLimitBytes = 110_000_000;

/**
 * Writes onto a stick what a laptop needs to serve: an archive a platform and the launchers. Whenever it is stopped, a
 * launcher finds archives that fit the version beside them, or refuses them.
 * @throws one sentence, also when an archive is too large
 */
export async function makeStick(order: StickOrder): Promise<MadeStick> {
  const { root, folder, only, version } = order;
  const work = mkdtempSync(join(tmpdir(), 'rumah-belajar-stick-'));
  try {
    const launchers = writeLaunchers(work, version);
    const written: MadeStick['written'][number][] = [];
    const leftOut: string[] = [];
    for (const platform of platforms.filter(({ name }) => only?.includes(name) ?? true)) {
      const packages = listPackages(order, platform);
      const own = join(folder, platform.name);
      const found = findPackages(root, packages, join(work, platform.name));
      if (found === undefined) {
        leftOut.push(platform.name);
        // An older archive would not fit the version beside it.
        rmSync(join(own, archiveName), { force: true });
        continue;
      }
      mkdirSync(own, { recursive: true });
      const contents = new Map([...found, ...listProgramFiles(root), ...releaseFiles(order.release), ...launchers]);
      const sizeBytes = await writeArchive(join(own, archiveName), contents, order);
      written.push({ platform: platform.name, sizeBytes, packages: packages.size });
    }
    if (written.length > 0) {
      for (const name of launcherNames) replaceFile(join(folder, name), readFileSync(join(work, name), 'utf8'));
      replaceFile(join(folder, versionName), `${version}\n`);
    }
    return { written, leftOut };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What the sources and the release import, with all that this needs. */
function listPackages({ root, release }: StickOrder, platform: Platform): Packages {
  const lock = readLock(join(root, 'package-lock.json'));
  const server = new Map([...releaseFiles(release)].filter(([path]) => path.startsWith('rilis/server/')));
  return withNeeded(namedPackages(readModules(new Map([...listProgramFiles(root), ...server])), lock), lock, platform);
}

/** Their files; those of another kind of computer are fetched into `folder`. Undefined when one could not be. */
function findPackages(root: string, packages: Packages, folder: string): Contents | undefined {
  const missing = new Map([...packages].filter(([path]) => !existsSync(join(root, path, 'package.json'))));
  if (missing.size > 0 && !fetchPackages(missing, folder)) return undefined;
  const files = [...packages.keys()].flatMap((path) => {
    const from = missing.has(path) ? folder : root;
    // What lies inside of a package is one of its own, when it is needed.
    const isOwn = (file: string) => !file.slice(path.length).includes('/node_modules/');
    const wanted = listFiles(from, path).filter((file) => isOwn(file) && isNeededOfPackage(file));
    return wanted.map((file) => [file, join(from, file)] as const);
  });
  return new Map(files);
}

function releaseFiles(release: string): Contents {
  return new Map(listFiles(release, '.').map((path) => [`rilis/${path}`, join(release, path)]));
}

/** A file that is there is whole: it was written aside. */
async function writeArchive(
  target: string,
  contents: Contents,
  { level = 9, limitBytes = usualLimitBytes }: StickOrder,
): Promise<number> {
  const part = `${target}.part`;
  try {
    await writeTarFile(part, contents, level);
    const { size } = statSync(part);
    if (size > limitBytes) {
      throw new Error(
        `${target} would have ${Math.ceil(size / 1e6)} MB, more than ${limitBytes / 1e6}: take something out.`,
      );
    }
    renameSync(part, target);
    flushFolder(join(target, '..'));
    return size;
  } finally {
    rmSync(part, { force: true });
  }
}

/** Windows reads commands and notes with its own line ends. */
function writeLaunchers(folder: string, version: string): Contents {
  for (const name of launcherNames) {
    const text = readFileSync(join(import.meta.dirname, 'launcher', name), 'utf8');
    writeFileSync(join(folder, name), name.endsWith('.sh') ? text : text.replaceAll('\n', '\r\n'), { mode: 0o755 });
  }
  writeFileSync(join(folder, versionName), `${version}\n`);
  return new Map([...launcherNames, versionName].map((name) => [name, join(folder, name)]));
}
