import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { flushFile, flushFolder } from '#server/release/disk.ts';
import { readPepper, writePepper } from '#server/accounts/pepper.ts';

// A restored database takes the place of another by several renames. That of the old database file is the one that decides: what
// a power cut leaves before it is dropped, what it leaves after it is finished at the next start.

/**
 * Puts `copy` in the place of the database and, where one is given, a pepper in the place of the one beside it. What is replaced
 * is moved aside, never deleted.
 * @returns where the replaced files are now
 */
export function swapIn(file: string, copy: string, pepper: Uint8Array | undefined): readonly string[] {
  clearStaged(file);
  if (pepper !== undefined) writePepper(stagedPepper(file), pepper);
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
    rmSync(stagedPepper(file), { force: true });
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
  const pepper = join(dirname(file), 'pepper');
  const written = readPepper(stagedPepper(file));
  if (written !== undefined) {
    aside.push(...moveAside(pepper, stamp));
    renameSync(stagedPepper(file), pepper);
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
  for (const path of [staged(file), stagedPepper(file)]) rmSync(path, { force: true });
}

function staged(file: string): string {
  return `${file}.restored`;
}

function stagedPepper(file: string): string {
  return `${file}.restored-pepper`;
}
