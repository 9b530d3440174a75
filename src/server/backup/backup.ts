import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Database } from '#db/client.ts';
import { inspectFile } from '#db/file.ts';
import { pepperFile, readPepper, writePepper } from '#server/accounts/pepper.ts';

/** What a backup holds. */
export interface BackupSummary {
  readonly file: string;
  /** The pepper's copy: without it no PIN of this backup is right. */
  readonly pepperFile: string;
  readonly persons: number;
  readonly records: number;
}

/**
 * Copies the whole database into one consistent file of mode 0600 while others read and write it, and its pepper into
 * `FILE.pepper` beside it. An earlier backup of that name is replaced, when the new one is complete; nothing else is.
 * @throws errors whose message is one sentence that says what to do
 */
export async function backUp(db: Database, target: string): Promise<BackupSummary> {
  const source = requireLocal(db.file);
  const file = resolve(target);
  requireReplaceable(source, file);
  const pepper = readPepper(pepperFile(db, dirname(source)));
  if (pepper === undefined)
    throw new Error(`There is no pepper beside ${source}: start the server once, then back up.`);
  const part = `${file}.part`;
  try {
    rmSync(part, { force: true });
    // Made before SQLite writes into it, which would make it readable by everybody.
    closeSync(openSync(part, 'wx', 0o600));
  } catch (cause) {
    throw new Error(`${file} cannot be written: name a file in a folder that exists and that you can write.`, {
      cause,
    });
  }
  try {
    await db.client.execute({ sql: 'VACUUM INTO ?', args: [part] });
    flush(part);
    rmSync(`${file}.pepper`, { force: true });
    writePepper(`${file}.pepper`, pepper);
    renameSync(part, file);
    flush(dirname(file));
  } finally {
    rmSync(part, { force: true });
  }
  return { file, pepperFile: `${file}.pepper`, ...(await countRows(db)) };
}

/** The path of a local database. @throws when it is remote */
export function requireLocal(file: string | undefined): string {
  if (file !== undefined) return file;
  throw new Error('This database is not a file here: use the backups of the server that DATABASE_URL names.');
}

/** Writes a file (or the names in a folder) from the machine's memory to its disk. */
export function flush(path: string): void {
  // Windows opens no folder; it writes names by itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** How much a database holds. */
export async function countRows(db: Database): Promise<{ readonly persons: number; readonly records: number }> {
  const { rows } = await db.client.execute(
    'SELECT (SELECT count(*) FROM person) AS persons, (SELECT count(*) FROM record) AS records',
  );
  return { persons: Number(rows[0]?.persons), records: Number(rows[0]?.records) };
}

function requireReplaceable(source: string, file: string): void {
  if (!existsSync(file)) return;
  if (realpathSync(file) === realpathSync(source)) {
    throw new Error(`${file} is the database itself: name another file.`);
  }
  try {
    inspectFile(file);
  } catch (cause) {
    throw new Error(`${file} is no backup of this program and was not touched: name another file.`, { cause });
  }
}
