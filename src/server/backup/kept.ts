import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Backups in a folder of their own, the newest few of which stay: those that the keeper asks for in the browser lie beside the
// database until they are downloaded, those of each stop on a stick. They are encrypted.

/** The folder of a database's backups; it need not be there. */
export function keptFolder(databaseFile: string): string {
  return join(dirname(databaseFile), 'cadangan');
}

/** Where in `folder` the backup of a moment goes: names in order of time. */
export function keptFile(folder: string, at: Date): string {
  const stamp = at.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  return join(folder, `cadangan-${stamp}.age`);
}

/** Names of the backups in `folder`, the newest last; it need not be there. */
export function listKept(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^cadangan-[\d-]+\.age$/.test(name))
    .sort();
}

/** Removes all but the `most` newest, and what an interrupted one left behind. */
export function pruneKept(folder: string, most: number): void {
  const old = listKept(folder).slice(0, -most);
  const broken = readdirSync(folder).filter((name) => name.endsWith('.part'));
  for (const name of [...old, ...broken]) rmSync(join(folder, name), { force: true });
}
