import { closeSync, openSync } from 'node:fs';
import { type Client, createClient } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { whileBusy } from './busy.ts';
import { closeFileClient, finaliseStatements } from './close.ts';
import { databaseFault } from './fault.ts';
import { applicationId, damaged, databaseFile, fileAddress, inspectFile, requireWritable } from './file.ts';
import { mayCheckLater, readWholeFile } from './integrity.ts';
import { openWriteQueue, type WriteQueue } from './write-queue.ts';

export type { RowsStatement } from './row-groups.ts';
export type { Statement } from './write-queue.ts';

/** The door to the data. */
export interface Database {
  /** For reading, and for building statements that `write` runs. */
  readonly orm: LibSQLDatabase;
  readonly client: Client;
  /** Path of the database file; undefined when the database is remote. */
  readonly file: string | undefined;
  /**
   * Runs the statements in one transaction and resolves when they are durable, one result each. Several waiting
   * writes share one commit; a failing one fails alone.
   */
  readonly write: WriteQueue['write'];
  /** The same for statements of many rows each. */
  readonly writeRows: WriteQueue['writeRows'];
  /** Takes a fresh connection: one on which BEGIN has failed keeps its snapshot, and with it every later write from working. */
  renew(): Promise<void>;
  /** Reads all of a file that was opened without. Answers `database_damaged` when it is; undefined when all is well. */
  checkWhole(): Promise<Error | undefined>;
  /** Finishes waiting writes, empties the write-ahead log into the file and closes. */
  close(): Promise<void>;
}

/** How long a write waits for another program that holds the file. */
const patienceMs = 5000;

/** How long SQLite itself waits, and with it everything else in this process. */
const busyTimeoutMs = 20;

/** Where a database is. `url`: `file:…`, `libsql://…` or `http(s)://…`. */
export interface DatabaseAddress {
  readonly url: string;
  readonly authToken?: string | undefined;
  /** Opens a large file that was closed in order before all of it was read; `checkWhole` must follow. */
  readonly checkLater?: boolean;
}

/**
 * Opens the database, and begins an empty one where there is none; `migrateDatabase` must follow.
 * A file that is damaged or not ours is refused untouched.
 * @throws errors with a `DatabaseFaultCode` and one sentence that says what to do
 */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  const file = databaseFile(address.url);
  return file === undefined ? openRemote(address) : openFile(file, address.checkLater);
}

async function openFile(file: string, checkLater = false): Promise<Database> {
  const found = inspectFile(file);
  const later = checkLater && mayCheckLater(file);
  requireWritable(file);
  // SQLite would make the file readable by everybody.
  if (found === 'absent') closeSync(openSync(file, 'a', 0o600));
  const client = createFileClient(file);
  try {
    await whileBusy(
      async () => {
        // Before the change to WAL, so that the mark stands in the file itself and not in its log.
        if (found === 'absent') await client.execute(`PRAGMA application_id = ${applicationId}`);
        await prepareConnection(client);
        if (later) return;
        const { rows } = await client.execute('PRAGMA quick_check(1)');
        if (rows[0]?.[0] !== 'ok') throw damaged(file, String(rows[0]?.[0]));
      },
      { renew: () => reconnect(client), patienceMs },
    );
  } catch (cause) {
    await closeFileClient(client);
    throw explainFileFailure(file, cause);
  }
  return assemble(client, file, later);
}

function createFileClient(file: string): Client {
  try {
    return createClient({ url: fileAddress(file), concurrency: 1, timeout: busyTimeoutMs });
  } catch (cause) {
    throw explainFileFailure(file, cause);
  }
}

async function openRemote({ url, authToken }: DatabaseAddress): Promise<Database> {
  try {
    const client = createClient(authToken === undefined ? { url } : { url, authToken });
    await client.execute('SELECT 1');
    return assemble(client, undefined);
  } catch (cause) {
    throw databaseFault(
      'database_unreachable',
      `The database at ${url} does not answer: check DATABASE_URL, DATABASE_AUTH_TOKEN and the network.`,
      cause,
    );
  }
}

function assemble(client: Client, file: string | undefined, unread = false): Database {
  const local = file !== undefined;
  const closing = new AbortController();
  let reading: Promise<string | undefined> | undefined;
  const renew = async () => {
    if (!local || client.closed) return;
    await reconnect(client);
    await prepareConnection(client).catch(() => undefined);
  };
  const queue = openWriteQueue(client, { renew, patienceMs: local ? patienceMs : 0 });
  return {
    orm: drizzle({ client }),
    client,
    file,
    write: queue.write,
    writeRows: queue.writeRows,
    renew,
    async checkWhole() {
      if (!local || !unread) return undefined;
      reading ??= readWholeFile(file, closing.signal);
      const damage = await reading;
      return damage === undefined ? undefined : damaged(file, damage);
    },
    async close() {
      await queue.drain();
      // Who else has the file open keeps its log from going away.
      closing.abort();
      await reading;
      if (client.closed) return;
      if (!local) return client.close();
      await client.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined);
      await closeFileClient(client);
    },
  };
}

/** A fresh connection without settings; the old one lets go of what it holds. */
async function reconnect(client: Client): Promise<void> {
  // Only here is nobody between taking the connection and using it.
  await new Promise((resolve) => setImmediate(resolve));
  await client.reconnect();
  await finaliseStatements();
}

/** Settings of the one connection. Recursive triggers: else REPLACE would slip past the append-only guards. */
async function prepareConnection(client: Client): Promise<void> {
  await client.execute('PRAGMA journal_mode = WAL');
  await client.execute('PRAGMA synchronous = FULL');
  await client.execute('PRAGMA foreign_keys = ON');
  await client.execute('PRAGMA recursive_triggers = ON');
}

function explainFileFailure(file: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code.startsWith('database_')) return cause;
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') {
    return databaseFault(
      'database_busy',
      `${file} is held by another program: stop it (a restore, a database browser), then start again.`,
      cause,
    );
  }
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY' || code === 'SQLITE_FULL') {
    return databaseFault(
      'database_unwritable',
      `${file} cannot be written (${code}): free some space, or give this account the right to write there.`,
      cause,
    );
  }
  return damaged(file, cause instanceof Error ? cause.message : String(cause), cause);
}
