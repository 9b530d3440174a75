import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseFault } from './fault.ts';

/** `PRAGMA application_id` of our files ("RBDm"), so that a foreign SQLite file is never taken for ours. */
export const applicationId = 0x5242446d;

/** The path of a `file:` address; undefined for a remote one. */
export function databaseFile(url: string): string | undefined {
  if (!url.startsWith('file:')) return undefined;
  if (url.startsWith('file://')) return fileURLToPath(url);
  return decodeURIComponent(url.slice('file:'.length));
}

/** The address of a file that libSQL reads back as the same path, whatever signs are in it and on whatever system. */
export function fileAddress(file: string): string {
  return `file:${file.replaceAll('%', '%25').replaceAll('?', '%3F').replaceAll('#', '%23')}`;
}

/**
 * What stands at `file`, read without opening it as a database. Nothing is changed.
 * @throws `database_damaged`, `database_foreign`, `database_missing`, `database_unwritable`
 */
export function inspectFile(file: string): 'ours' | 'absent' {
  if (!existsSync(file)) {
    requireNothingLeft(file);
    return 'absent';
  }
  const header = readHeader(file);
  if (header.length === 0) {
    // SQLite would start anew in an empty file; beside a pepper it is what a power cut left of a full one.
    if (existsSync(join(dirname(file), 'pepper'))) throw damaged(file, 'it is empty');
    return 'absent';
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0' || header.length < 100) {
    throw damaged(file, 'it does not begin like a database');
  }
  if (header.readUInt32BE(68) !== applicationId) {
    throw databaseFault(
      'database_foreign',
      `${file} is a database of another program and was not touched: set DATABASE_URL to another file, or move this one away.`,
    );
  }
  return 'ours';
}

/** A database that is gone beside what belongs to it is no first start: a new one would take the place of its log for good. */
function requireNothingLeft(file: string): void {
  const left = [`${file}-wal`, join(dirname(file), 'pepper')].find(existsSync);
  if (left === undefined) return;
  throw databaseFault(
    'database_missing',
    `There is no database ${file}, but ${left} of one is there: put it back with "npm run restore -- BACKUP" and your newest backup. ` +
      `To begin anew without its people and results, move ${left} away first.`,
  );
}

/**
 * Makes the folder of `file` when it is missing.
 * @throws `database_unwritable`
 */
export function requireWritable(file: string): void {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unwritable(`The folder ${folder}`, cause);
  }
  try {
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw unwritable(`The file ${file}`, cause);
  }
}

/** The fault of a file that was once a database, or should be one. */
export function damaged(file: string, what: string, cause?: unknown): Error {
  return databaseFault(
    'database_damaged',
    `${file} is damaged (${what.replaceAll(/\s+/g, ' ')}) and was not touched: stop the server and run "npm run restore -- BACKUP" with your newest backup.`,
    cause,
  );
}

function unwritable(what: string, cause: unknown): Error {
  return databaseFault(
    'database_unwritable',
    `${what} cannot be written: give this account the right to write there, or set DATABASE_URL to a place that it can write.`,
    cause,
  );
}

function readHeader(file: string): Buffer {
  if (!statSync(file).isFile()) throw damaged(file, 'it is no file');
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (cause) {
    throw unwritable(`The file ${file}`, cause);
  }
  try {
    const header = Buffer.alloc(100);
    return header.subarray(0, readSync(descriptor, header, 0, 100, 0));
  } finally {
    closeSync(descriptor);
  }
}
