import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { flushFile, flushFolder } from '#server/release/disk.ts';
import { readSecretFile, writeSecretFile } from '#server/secret-file.ts';

// A restored database takes the place of another by several renames. That of the old database file is the one that decides: what
// a power cut leaves before it is dropped, what it leaves after it is finished at the next start.

/** The secrets beside a database, by the names of their files. */
export const secretNames = ['pepper', 'house-key'] as const;
export type Secrets = Readonly<Partial<Record<(typeof secretNames)[number], Uint8Array>>>;

/**
 * Puts `copy` in the place of the database, and the secrets that are given in the place of those beside it. What is replaced
 * is moved aside, never deleted.
 * @returns where the replaced files are now
 */
export function swapIn(file: string, copy: string, secrets: Secrets): readonly string[] {
  clearStaged(file);
  for (const name of secretNames) {
    const bytes = secrets[name];
    if (bytes !== undefined) writeSecretFile(stagedSecret(file, name), bytes);
  }
  flushFile(copy);
  renameSync(copy, staged(file));
  flushFolder(dirname(file));
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const aside = moveAside(file, stamp);
  return [...aside, ...finishSwap(file, stamp)];
}

/** Ends what a power cut interrupted. Whether there was anything to finish. */
export function settleSwap(file: string): boolean {
  if (!existsSync(staged(file))) {
    clearStaged(file);
    return false;
  }
  if (existsSync(file)) {
    clearStaged(file);
    return false;
  }
  finishSwap(file, new Date().toISOString().replaceAll(/[:.]/g, '-'));
  return true;
}

function finishSwap(file: string, stamp: string): readonly string[] {
  // SQLite would take the log of the old database for one of the new.
  const aside = [`${file}-wal`, `${file}-shm`].flatMap((path) => moveAside(path, stamp, file));
  for (const name of secretNames) {
    if (readSecretFile(stagedSecret(file, name)) === undefined) continue;
    const secret = join(dirname(file), name);
    aside.push(...moveAside(secret, stamp));
    renameSync(stagedSecret(file, name), secret);
  }
  renameSync(staged(file), file);
  flushFolder(dirname(file));
  return aside;
}

/** SQLite looks for the log under the name of its file: `app.db.replaced-…-wal`. */
function moveAside(path: string, stamp: string, file = path): string[] {
  if (!existsSync(path)) return [];
  const to = `${file}.replaced-${stamp}${path.slice(file.length)}`;
  renameSync(path, to);
  return [to];
}

function clearStaged(file: string): void {
  const secrets = secretNames.map((name) => stagedSecret(file, name));
  for (const path of [staged(file), ...secrets]) rmSync(path, { force: true });
}

function staged(file: string): string {
  return `${file}.restored`;
}

function stagedSecret(file: string, name: string): string {
  return `${file}.restored-${name}`;
}
