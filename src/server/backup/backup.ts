import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createClient } from '@libsql/client';
import type { Database } from '#db/client.ts';
import { closeFileClient } from '#db/close.ts';
import { fileAddress, inspectFile } from '#db/file.ts';
import { flushFile, flushFolder } from '#server/release/disk.ts';
import { pepperFile } from '#server/accounts/pepper.ts';
import { houseKeyFile, readHouseKey } from '#server/certificates/house-key.ts';
import { readSecretFile, writeSecretFile } from '#server/secret-file.ts';
import { isArchive, writeArchive } from './archive.ts';
import { rememberBackup } from './copies.ts';
import { makeSheet, readRecipient, writeRecipient } from './recovery-sheet.ts';
import { checkSeal, digestFile, seal } from './seal.ts';

/** What a backup holds. */
export interface BackupSummary {
  readonly file: string;
  readonly encrypted: boolean;
  /** Of a plain backup: the pepper's copy, without which no PIN of it is right. An encrypted one holds it. */
  readonly pepperFile?: string;
  /** Whether the key that certificates are signed with is in it, or (of a plain one) beside it as `FILE.key`. */
  readonly hasKey: boolean;
  readonly persons: number;
  readonly records: number;
}

/** A backup that may leave the house: encrypted to the recovery sheet. */
export interface Encrypted {
  /** Makes a new sheet although there is one. */
  readonly newSheet?: boolean | undefined;
  /** Is given the words of a new sheet before anything is encrypted to it for good: they are kept nowhere. */
  showWords(words: readonly string[]): void;
}

/** In clear only onto the disk that holds the database. */
export type BackupForm = 'plain' | Encrypted;

/**
 * Copies the whole database into one consistent file of mode 0600 while others read and write it. An earlier backup of that
 * name is replaced, when the new one is complete; nothing else is.
 * @throws errors whose message is one sentence that says what to do
 */
export async function backUp(db: Database, target: string, form: BackupForm): Promise<BackupSummary> {
  const source = requireLocal(db.file);
  const file = resolve(target);
  requireReplaceable(source, file);
  if (readSecretFile(pepperFile(db, dirname(source))) === undefined) {
    throw new Error(`There is no pepper beside ${source}: start the server once, then back up.`);
  }
  if (form === 'plain') requireSameDisk(source, file);
  const part = `${file}.part`;
  makeEmpty(part, `${file} cannot be written: name a file in a folder that exists and that you can write.`);
  try {
    const made = form === 'plain' ? await copyPlain(db, source, part, file) : await encrypt(db, source, part, form);
    renameSync(part, file);
    flushFolder(dirname(file));
    const { size: sizeBytes } = statSync(file);
    rememberBackup(source, { file, at: Date.now(), encrypted: form !== 'plain', sizeBytes, checked: true });
    return { file, ...made, ...(await countRows(db)) };
  } finally {
    rmSync(part, { force: true });
  }
}

async function copyPlain(db: Database, source: string, part: string, file: string) {
  await db.client.execute({ sql: 'VACUUM INTO ?', args: [part] });
  await requireWhole(part);
  await seal(part);
  flushFile(part);
  if ((await checkSeal(part)) !== 'whole') throw unreadable(file);
  const pepper = readSecretFile(pepperFile(db, dirname(source))) ?? new Uint8Array();
  replaceSecret(`${file}.pepper`, pepper);
  const key = readHouseKey(houseKeyFile(db, dirname(source)));
  // Where there is no key any more, the copy beside an earlier backup may be the last one.
  if (key !== undefined) replaceSecret(`${file}.key`, key);
  return { encrypted: false, pepperFile: `${file}.pepper`, hasKey: key !== undefined };
}

/** The clear copy is made beside the database, never where the backup goes. */
async function encrypt(db: Database, source: string, part: string, { newSheet = false, showWords }: Encrypted) {
  const folder = dirname(source);
  const known = newSheet ? undefined : readRecipient(folder);
  const sheet = known === undefined ? await makeSheet() : undefined;
  const recipient = known ?? sheet?.recipient ?? '';
  const copy = `${source}.backing-up`;
  const keyFile = houseKeyFile(db, folder);
  const hasKey = readHouseKey(keyFile) !== undefined;
  makeEmpty(copy, `${copy} cannot be written: free some space on this disk.`);
  try {
    await db.client.execute({ sql: 'VACUUM INTO ?', args: [copy] });
    await requireWhole(copy);
    const digest = await writeArchive(part, recipient, [
      { name: 'database', file: copy },
      { name: 'pepper', file: pepperFile(db, folder) },
      ...(hasKey ? [{ name: 'house-key', file: keyFile }] : []),
    ]);
    if ((await digestFile(part, statSync(part).size)) !== digest) throw unreadable(part);
  } finally {
    rmSync(copy, { force: true });
  }
  if (sheet !== undefined) {
    showWords(sheet.words);
    writeRecipient(folder, sheet.recipient);
  }
  return { encrypted: true, hasKey };
}

/** @throws when the copy is not what a restore would take */
async function requireWhole(copy: string): Promise<void> {
  const client = createClient({ url: fileAddress(copy), concurrency: 1 });
  try {
    const { rows } = await client.execute('PRAGMA quick_check(1)');
    if (rows[0]?.[0] === 'ok') return;
    throw new Error(`The copy of the database is damaged (${String(rows[0]?.[0])}): no backup was made.`);
  } finally {
    await closeFileClient(client);
  }
}

function unreadable(file: string): Error {
  return new Error(`${file} could not be read back as it was written: the disk is bad, name a file on another one.`);
}

/** The path of a local database. @throws when it is remote */
export function requireLocal(file: string | undefined): string {
  if (file !== undefined) return file;
  throw new Error('This database is not a file here: use the backups of the server that DATABASE_URL names.');
}

/** How much a database holds. */
export async function countRows(db: Database): Promise<{ readonly persons: number; readonly records: number }> {
  const { rows } = await db.client.execute(
    'SELECT (SELECT count(*) FROM person) AS persons, (SELECT count(*) FROM record) AS records',
  );
  return { persons: Number(rows[0]?.persons), records: Number(rows[0]?.records) };
}

/** Made before SQLite writes into it, which would make it readable by everybody. */
function makeEmpty(file: string, otherwise: string): void {
  try {
    rmSync(file, { force: true });
    closeSync(openSync(file, 'wx', 0o600));
  } catch (cause) {
    throw new Error(otherwise, { cause });
  }
}

function replaceSecret(file: string, bytes: Uint8Array): void {
  rmSync(file, { force: true });
  writeSecretFile(file, bytes);
}

function requireSameDisk(source: string, file: string): void {
  const folder = dirname(file);
  if (existsSync(folder) && statSync(folder).dev !== statSync(dirname(source)).dev) {
    throw new Error(
      `${folder} is on another disk than the database, and what leaves this machine is encrypted: leave out --plain.`,
    );
  }
}

function requireReplaceable(source: string, file: string): void {
  if (!existsSync(file)) return;
  if (realpathSync(file) === realpathSync(source)) {
    throw new Error(`${file} is the database itself: name another file.`);
  }
  try {
    if (statSync(file).isFile() && isArchive(file)) return;
    inspectFile(file);
  } catch (cause) {
    throw new Error(`${file} is no backup of this program and was not touched: name another file.`, { cause });
  }
}
