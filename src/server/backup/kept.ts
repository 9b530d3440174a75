import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Backups that the keeper asks for in the browser lie beside the database until they are downloaded. They are encrypted.

/** So many of the newest stay. */
const most = 3;

/** The folder of a database's backups; it need not be there. */
export function keptFolder(databaseFile: string): string {
  return join(dirname(databaseFile), 'cadangan');
}

/** Where the backup of a moment goes: names in order of time. */
export function keptFile(databaseFile: string, at: Date): string {
  const stamp = at.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  return join(keptFolder(databaseFile), `cadangan-${stamp}.age`);
}

/** Names of the backups that are there, the newest last. */
export function listKept(databaseFile: string): readonly string[] {
  const folder = keptFolder(databaseFile);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^cadangan-[\d-]+\.age$/.test(name))
    .sort();
}

/** Removes all but the newest, and what an interrupted one left behind. */
export function pruneKept(databaseFile: string): void {
  const folder = keptFolder(databaseFile);
  const old = listKept(databaseFile).slice(0, -most);
  const broken = readdirSync(folder).filter((name) => name.endsWith('.part'));
  for (const name of [...old, ...broken]) rmSync(join(folder, name), { force: true });
}
