import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { isSystemFile } from '#content/files/system-file.ts';
import type { Contents } from './tar-file.ts';

/** What of the project serving needs: rooms, and single files. The builder and what tests need stay behind. */
const rooms = ['content', 'db', 'src/content', 'src/domain', 'src/messages', 'src/server'];
const files = ['package.json', 'package-lock.json', 'src/release/source-digest.ts'];
export const servingCommands = ['adopt', 'backup', 'person', 'regrade', 'restore', 'start'];

/** The project's own files, by path. */
export function listProgramFiles(root: string): Contents {
  const commands = readdirSync(join(root, 'src/cli'))
    .filter((name) => name.endsWith('.mjs') || servingCommands.includes(basename(name, '.ts')))
    .map((name) => `src/cli/${name}`);
  const paths = [...rooms.flatMap((room) => listFiles(root, room)), ...files, ...commands];
  return new Map(
    paths
      .filter((path) => !path.startsWith('db/data/') && path !== 'db/drizzle.config.ts')
      .map((path) => [path, join(root, path)]),
  );
}

/** The files of a folder below `root`, by path from there. */
export function listFiles(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isSystemFile(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The modules among files, as text. */
export function* readModules(contents: Contents): Generator<string> {
  for (const [path, file] of contents) if (/\.m?[jt]s$/.test(path)) yield readFileSync(file, 'utf8');
}

/** The files of a package that a running program reads, and its licence. */
export function isNeededOfPackage(path: string): boolean {
  if (/^node-[^/]+\/(?:include|share)\//.test(path.replace('node_modules/', ''))) return false;
  const name = basename(path);
  if (/^(?:licen[cs]e|notice|copying)/i.test(name)) return true;
  return !/\.(?:d\.[cm]?ts|map|md|markdown)$/.test(name) && !path.includes('/.bin/');
}
