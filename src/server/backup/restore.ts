import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createClient } from '@libsql/client';
import { desc } from 'drizzle-orm';
import { type Database, openDatabase } from '#db/client.ts';
import { closeFileClient } from '#db/close.ts';
import { databaseFile, fileAddress, inspectFile, requireWritable } from '#db/file.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { pepper as pepperTable } from '#db/schema.ts';
import { countRows, flush, requireLocal } from './backup.ts';
import { digestPepper, readPepper, writePepper } from '#server/accounts/pepper.ts';

export interface RestoreOrder {
  /** `DATABASE_URL`. */
  readonly url: string;
  /** The backup; its pepper is looked for at `FILE.pepper`. */
  readonly backup: string;
  /** Restore although the pepper is lost: every PIN must then be reset. */
  readonly withoutPepper?: boolean | undefined;
}

export interface RestoreSummary {
  readonly file: string;
  readonly persons: number;
  readonly records: number;
  /** Where the replaced files are now. */
  readonly aside: readonly string[];
}

/**
 * Puts a backup in the place of the database. Everything is checked on a copy before anything is touched; what is replaced
 * is moved aside, never deleted.
 * @throws errors whose message is one sentence that says what to do
 */
export async function restore({ url, backup, withoutPepper = false }: RestoreOrder): Promise<RestoreSummary> {
  const file = resolve(requireLocal(databaseFile(url)));
  const source = resolve(backup);
  requireBackup(source, file);
  requireWritable(file);
  await requireNotInUse(file);
  const copy = `${file}.restoring`;
  try {
    const { counts, pepperDigest } = await checkCopy(source, copy);
    const pepper = choosePepper(source, file, pepperDigest, withoutPepper);
    const aside = moveAside(file, pepper);
    if (pepper.write !== undefined) writePepper(join(dirname(file), 'pepper'), pepper.write);
    renameSync(copy, file);
    flush(dirname(file));
    return { file, ...counts, aside };
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true });
  }
}

function requireBackup(source: string, file: string): void {
  if (!existsSync(source)) throw new Error(`There is no file ${source}: name a backup.`);
  if (source === file) throw new Error(`${source} is the database itself: name a backup.`);
  let found: string;
  try {
    found = inspectFile(source);
  } catch (cause) {
    const foreign = cause instanceof Error && 'code' in cause && cause.code === 'database_foreign';
    throw refuseBackup(source, foreign ? 'is a database of another program' : 'is damaged or no backup', cause);
  }
  if (found === 'absent') throw refuseBackup(source, 'is empty');
}

/** Whether another process holds the database: nobody can have it alone then. */
async function requireNotInUse(file: string): Promise<void> {
  if (!existsSync(file)) return;
  try {
    if (inspectFile(file) === 'absent') return;
  } catch {
    // A damaged or foreign file: no server of ours can have it open and be well. It is moved aside like any other.
    return;
  }
  const client = createClient({ url: fileAddress(file), concurrency: 1, timeout: 0 });
  try {
    await client.execute('PRAGMA locking_mode = EXCLUSIVE');
    await client.executeMultiple('BEGIN EXCLUSIVE; COMMIT;');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_BUSY') {
      throw new Error(`A server is running on ${file}: stop it, then restore.`, { cause });
    }
  } finally {
    await closeFileClient(client);
  }
}

/** Copies the backup beside the database and reads it through; the backup itself is only read. */
async function checkCopy(source: string, copy: string) {
  for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true });
  copyFileSync(source, copy);
  chmodSync(copy, 0o600);
  let db: Database | undefined;
  try {
    db = await openDatabase({ url: fileAddress(copy) });
    const { rows } = await db.client.execute('PRAGMA integrity_check(1)');
    if (rows[0]?.[0] !== 'ok') throw new Error(String(rows[0]?.[0]));
    await migrateDatabase(db);
    const [expected] = await db.orm.select().from(pepperTable).orderBy(desc(pepperTable.since)).limit(1);
    return { counts: await countRows(db), pepperDigest: expected?.digest };
  } catch (cause) {
    const newer = cause instanceof Error && 'code' in cause && cause.code === 'database_newer';
    throw refuseBackup(source, newer ? 'was made by a newer version of this program' : 'is damaged', cause);
  } finally {
    await db?.close();
    if (db !== undefined) flush(copy);
  }
}

/** The pepper that fits the backup: the one in place, or the one that was saved with the backup. */
function choosePepper(
  source: string,
  file: string,
  digest: string | undefined,
  without: boolean,
): { write?: Uint8Array } {
  const fits = (bytes: Uint8Array | undefined) => bytes !== undefined && digestPepper(bytes) === digest;
  if (digest === undefined || fits(readPepper(join(dirname(file), 'pepper')))) return {};
  const saved = readPepper(`${source}.pepper`);
  if (saved !== undefined && fits(saved)) return { write: saved };
  if (without) return {};
  throw new Error(
    `${source}.pepper is ${saved === undefined ? 'missing' : 'of another backup'}, without it no PIN is right: put it beside the backup, ` +
      'or restore with --without-pepper and reset every PIN afterwards.',
  );
}

function moveAside(file: string, { write }: { readonly write?: Uint8Array }): string[] {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const pepper = join(dirname(file), 'pepper');
  const replaced = [file, `${file}-wal`, `${file}-shm`, ...(write === undefined ? [] : [pepper])];
  return replaced.filter(existsSync).map((path) => {
    // SQLite looks for the log under the name of its file.
    const to = path.startsWith(file)
      ? `${file}.replaced-${stamp}${path.slice(file.length)}`
      : `${path}.replaced-${stamp}`;
    renameSync(path, to);
    return to;
  });
}

function refuseBackup(source: string, what: string, cause?: unknown): Error {
  return new Error(`${source} ${what}: nothing was changed; name another backup.`, { cause });
}
