import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { sources } from './source-digest.ts';

/** By path what stands over the shipped content; null where a file is taken away. */
export type Overlay = ReadonlyMap<string, Buffer | null>;

/**
 * Copies all that a site is made of into `folder`, and writes an overlay over its content: pages are then built as if the
 * project had always held it, and nothing that changes in the project meanwhile gets into them.
 */
export function openWorkshop(root: string, folder: string, overlay: Overlay): void {
  mkdirSync(folder, { recursive: true });
  for (const name of sources) cpSync(join(root, name), join(folder, name), { recursive: true, filter: isSource(root) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeOver(folder, overlay);
}

/** Writes an overlay over the content that a folder holds. */
export function writeOver(folder: string, overlay: Overlay): void {
  for (const [path, bytes] of overlay) {
    const file = join(folder, path);
    if (bytes === null) {
      rmSync(file, { force: true });
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** The database and its releases lie among the sources. */
function isSource(root: string): (path: string) => boolean {
  return (path) => relative(root, path).split(sep).join('/') !== 'db/data';
}
