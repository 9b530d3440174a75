import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createClient } from '@libsql/client';
import { desc } from 'drizzle-orm';
import { type Database, openDatabase } from '#db/client.ts';
import { closeFileClient } from '#db/close.ts';
import { databaseFile, fileAddress, inspectFile, requireWritable } from '#db/file.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { pepper as pepperTable } from '#db/schema/accounts.ts';
import { digestPepper } from '#server/accounts/pepper.ts';
import { findCurrentKey, houseKeyFile, publicKeyOf, readHouseKey } from '#server/certificates/house-key.ts';
import { readSecretFile } from '#server/secret-file.ts';
import { ArchiveFault, isArchive, openArchive } from './archive.ts';
import { countRows, requireLocal } from './backup.ts';
import { type Carried, carryForward } from './carry-forward.ts';
import { identityOf, readRecipient, readWords, recipientOf, writeRecipient } from './recovery-sheet.ts';
import { checkSeal, unseal } from './seal.ts';
import { settleSwap, swapIn } from './swap.ts';

export interface RestoreOrder {
  /** `DATABASE_URL`. */
  readonly url: string;
  /** The backup; the secrets of a plain one are looked for at `FILE.pepper` and `FILE.key`. */
  readonly backup: string;
  /** Restore although the pepper is lost: every PIN must then be reset. */
  readonly withoutPepper?: boolean | undefined;
  /** Asks for the words of the recovery sheet; only for an encrypted backup. */
  readonly askWords?: (() => Promise<string>) | undefined;
}

export interface RestoreSummary extends Carried {
  readonly file: string;
  readonly persons: number;
  readonly records: number;
  /** Whether the key that its certificates are signed with is in its place. */
  readonly hasKey: boolean;
  /** Where the replaced files are now. */
  readonly aside: readonly string[];
  /** Whether the backup carried a digest to be compared; older ones did not. */
  readonly compared: boolean;
}

/**
 * Puts a backup in the place of the database. Everything is checked on a copy before anything is touched; what is replaced
 * is moved aside, never deleted.
 * @throws errors whose message is one sentence that says what to do
 */
export async function restore(order: RestoreOrder): Promise<RestoreSummary> {
  const file = resolve(requireLocal(databaseFile(order.url)));
  const source = resolve(order.backup);
  const encrypted = requireBackup(source, file);
  requireWritable(file);
  settleSwap(file);
  await requireNotInUse(file);
  const copy = `${file}.restoring`;
  const copied = { pepper: `${copy}-pepper`, 'house-key': `${copy}-house-key` };
  const leftovers = [...['', '-wal', '-shm'].map((ending) => copy + ending), ...Object.values(copied)];
  for (const path of leftovers) rmSync(path, { force: true });
  try {
    const recipient = encrypted ? await unpackInto(order, source, { database: copy, ...copied }) : undefined;
    const compared = encrypted || (await copySealed(source, copy));
    const { counts, carried, pepperDigest, publicKey } = await checkCopy(source, copy, file);
    const saved = encrypted ? copied : { pepper: `${source}.pepper`, 'house-key': `${source}.key` };
    const pepper = choosePepper(saved.pepper, file, pepperDigest, order.withoutPepper ?? false);
    const { key, hasKey } = chooseKey(saved['house-key'], file, publicKey);
    const aside = swapIn(file, copy, { ...(pepper && { pepper }), ...(key && { 'house-key': key }) });
    if (recipient !== undefined && readRecipient(dirname(file)) === undefined) writeRecipient(dirname(file), recipient);
    return { file, ...counts, ...carried, hasKey, aside, compared };
  } finally {
    for (const path of leftovers) rmSync(path, { force: true });
  }
}

/** Whether the backup is an encrypted one. @throws when it is none at all */
function requireBackup(source: string, file: string): boolean {
  if (!existsSync(source)) throw new Error(`There is no file ${source}: name a backup.`);
  if (source === file) throw new Error(`${source} is the database itself: name a backup.`);
  if (isArchive(source)) return true;
  let found: string;
  try {
    found = inspectFile(source);
  } catch (cause) {
    const foreign = cause instanceof Error && 'code' in cause && cause.code === 'database_foreign';
    throw refuseBackup(source, foreign ? 'is a database of another program' : 'is damaged or no backup', cause);
  }
  if (found === 'absent') throw refuseBackup(source, 'is empty');
  return false;
}

/** A process that was killed a moment ago may still hold what it had open. */
const tries = { most: 5, everyMs: 400 };

/** Whether another process holds the database: nobody can have it alone then. */
async function requireNotInUse(file: string): Promise<void> {
  for (let left = tries.most; await isInUse(file); await new Promise((resolve) => setTimeout(resolve, tries.everyMs))) {
    left -= 1;
    if (left === 0) throw new Error(`A server is running on ${file}: stop it, then restore.`);
  }
}

async function isInUse(file: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  try {
    if (inspectFile(file) === 'absent') return false;
  } catch {
    // A damaged or foreign file: no server of ours can have it open and be well. It is moved aside like any other.
    return false;
  }
  const client = createClient({ url: fileAddress(file), concurrency: 1, timeout: 0 });
  try {
    await client.execute('PRAGMA locking_mode = EXCLUSIVE');
    await client.executeMultiple('BEGIN EXCLUSIVE; COMMIT;');
    return false;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_BUSY';
  } finally {
    await closeFileClient(client);
  }
}

/** Decrypts the backup. @returns what the recovery sheet encrypts to */
async function unpackInto(
  { askWords }: RestoreOrder,
  source: string,
  targets: Readonly<Record<'database' | 'pepper' | 'house-key', string>>,
): Promise<string> {
  if (askWords === undefined) throw new Error(`${source} is encrypted: the words of the recovery sheet are needed.`);
  const words = readWords(await askWords());
  try {
    const names = await openArchive(source, identityOf(words), targets);
    if (!names.includes('database')) throw refuseBackup(source, 'holds no database');
  } catch (cause) {
    if (!(cause instanceof ArchiveFault)) throw cause;
    if (cause.reason === 'other-sheet') {
      const message = `${source} was encrypted to another recovery sheet: nothing was changed; type the words of the sheet of that time.`;
      throw new Error(message, { cause });
    }
    throw refuseBackup(
      source,
      cause.reason === 'newer' ? 'was made by a newer version of this program' : 'is damaged',
      cause,
    );
  }
  return recipientOf(words);
}

/** Copies a plain backup beside the database; the backup itself is only read. Whether its digest could be compared. */
async function copySealed(source: string, copy: string): Promise<boolean> {
  const found = await checkSeal(source);
  if (found === 'changed') throw refuseBackup(source, 'is damaged');
  copyFileSync(source, copy);
  chmodSync(copy, 0o600);
  unseal(copy);
  return found === 'whole';
}

/** Reads the copy through and takes over what the database in place knows better. */
async function checkCopy(source: string, copy: string, file: string) {
  let db: Database | undefined;
  let replaced: Database | undefined;
  try {
    db = await openDatabase({ url: fileAddress(copy) });
    const { rows } = await db.client.execute('PRAGMA integrity_check(1)');
    if (rows[0]?.[0] !== 'ok') throw new Error(String(rows[0]?.[0]));
    await migrateDatabase(db);
    replaced = await openReplaced(file);
    const carried = await carryForward(db, replaced);
    const [expected] = await db.orm.select().from(pepperTable).orderBy(desc(pepperTable.since)).limit(1);
    const publicKey = await findCurrentKey(db);
    return { counts: await countRows(db), carried, pepperDigest: expected?.digest, publicKey };
  } catch (cause) {
    const newer = cause instanceof Error && 'code' in cause && cause.code === 'database_newer';
    throw refuseBackup(source, newer ? 'was made by a newer version of this program' : 'is damaged', cause);
  } finally {
    await replaced?.close();
    await db?.close();
  }
}

/** The database that will be replaced; undefined where there is none, or none that can be read. */
async function openReplaced(file: string): Promise<Database | undefined> {
  if (!existsSync(file)) return undefined;
  let db: Database | undefined;
  try {
    db = await openDatabase({ url: fileAddress(file) });
    // Another version's tables are not asked: to change them now would touch what may yet be kept.
    await db.client.execute(
      'SELECT erasure.person, known_device.seen_at, heartbeat.at FROM erasure, known_device, heartbeat LIMIT 1',
    );
    return db;
  } catch {
    await db?.close();
    return undefined;
  }
}

/** The pepper that fits the backup, if it is not in place already: the one that was saved with it. */
function choosePepper(
  savedAt: string,
  file: string,
  digest: string | undefined,
  without: boolean,
): Uint8Array | undefined {
  const fits = (bytes: Uint8Array | undefined) => bytes !== undefined && digestPepper(bytes) === digest;
  if (digest === undefined || fits(readSecretFile(join(dirname(file), 'pepper')))) return undefined;
  const saved = readSecretFile(savedAt);
  if (saved !== undefined && fits(saved)) return saved;
  if (without) return undefined;
  throw new Error(
    `${savedAt} is ${saved === undefined ? 'missing' : 'of another backup'}, without it no PIN is right: put it beside the backup, ` +
      'or restore with --without-pepper and reset every PIN afterwards.',
  );
}

/**
 * The key that the backup's certificates are signed with, if it is not in place already: the one that was saved with it. Without
 * it the house goes on, and issues no more of them.
 */
function chooseKey(
  savedAt: string,
  file: string,
  publicKey: string | undefined,
): { readonly key?: Uint8Array; readonly hasKey: boolean } {
  const fits = (bytes: Uint8Array | undefined) => bytes !== undefined && publicKeyOf(bytes) === publicKey;
  if (publicKey === undefined || fits(readHouseKey(houseKeyFile({ file }, '')))) return { hasKey: true };
  const key = readHouseKey(savedAt);
  return key !== undefined && fits(key) ? { key, hasKey: true } : { hasKey: false };
}

function refuseBackup(source: string, what: string, cause?: unknown): Error {
  return new Error(`${source} ${what}: nothing was changed; name another backup.`, { cause });
}
