import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Database } from '#db/client.ts';
import { dayMs } from '#domain/local-date.ts';
import { replaceFile } from '#server/release/disk.ts';

// The copies that this product knows of: an erasure must reach them or name them.

/** A backup that was made. `at`: instant in milliseconds. */
export interface KnownBackup {
  readonly file: string;
  readonly at: number;
  readonly encrypted: boolean;
  /** Of the file; absent where it was made before sizes were kept. */
  readonly sizeBytes?: number | undefined;
  /** Whether what it holds was looked through, and its bytes were read back from the disk. */
  readonly checked?: boolean | undefined;
}

const kept = 500;
const schema = z.array(
  z.object({
    file: z.string(),
    at: z.number(),
    encrypted: z.boolean(),
    sizeBytes: z.number().optional(),
    checked: z.boolean().optional(),
  }),
);

/** Backups of a database, newest last; each path once. */
export function listBackups(databaseFile: string): readonly KnownBackup[] {
  const file = listFile(databaseFile);
  if (!existsSync(file)) return [];
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // A list that nobody can read any more must not keep a backup from being made.
    return [];
  }
}

/** Whole days since the last backup; undefined when none is known, or the database is no file here. */
export function lastBackupDays({ file }: Pick<Database, 'file'>): number | undefined {
  const newest = file === undefined ? undefined : listBackups(file).at(-1);
  // A clock that was set back must not say that a backup is yet to come.
  return newest && Math.max(0, Math.floor((Date.now() - newest.at) / dayMs));
}

/** Adds a backup to the list; an earlier one of the same path was replaced by it. */
export function rememberBackup(databaseFile: string, backup: KnownBackup): void {
  const others = listBackups(databaseFile).filter(({ file }) => file !== backup.file);
  replaceFile(listFile(databaseFile), `${JSON.stringify([...others, backup].slice(-kept))}\n`, 0o600);
}

/** Database files that restoring has put aside. */
export function listAside(databaseFile: string): readonly string[] {
  const folder = dirname(databaseFile);
  const beginning = `${basename(databaseFile)}.replaced-`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(beginning) && !/-(wal|shm)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function listFile(databaseFile: string): string {
  return join(dirname(databaseFile), 'backups.json');
}
