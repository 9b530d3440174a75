import type { Database } from '#db/client.ts';
import { listBackups } from '#server/backup/copies.ts';

/** Body and status of `GET /healthz`. */
export interface Health {
  readonly status: 200 | 503;
  readonly body: {
    readonly status: 'ok' | 'failing';
    readonly release: string;
    readonly database: 'ok' | 'failing';
    /** Whole hours since the last backup; null when none is known, and absent where the database is no file here. */
    readonly backupAgeHours?: number | null;
  };
}

const patienceMs = 2_000;

/** How long the outcome of one try is given to everybody who asks. */
const goodForMs = 10_000;

/** Whether the database takes a write, and how old its last backup is. */
export interface DatabaseState {
  readonly works: boolean;
  readonly backupAgeHours?: number | null;
}

/** Looks at most every ten seconds, whoever asks how often. */
export type DatabaseHealth = () => Promise<DatabaseState>;

export function openDatabaseHealth(db: Database, now: () => number = () => performance.now()): DatabaseHealth {
  let tried: { readonly at: number; readonly outcome: Promise<DatabaseState> } | undefined;
  return () => {
    if (tried === undefined || now() - tried.at >= goodForMs) tried = { at: now(), outcome: look(db) };
    return tried.outcome;
  };
}

export function healthOf(release: string, { works, ...backup }: DatabaseState): Health {
  return works
    ? { status: 200, body: { status: 'ok', release, database: 'ok', ...backup } }
    : { status: 503, body: { status: 'failing', release, database: 'failing', ...backup } };
}

async function look(db: Database): Promise<DatabaseState> {
  const works = await tryWrite(db);
  return db.file === undefined ? { works } : { works, backupAgeHours: backupAge(db.file) };
}

function backupAge(databaseFile: string): number | null {
  const newest = Math.max(...listBackups(databaseFile).map(({ at }) => at));
  // A clock that was set back must not say that a backup is yet to come.
  return Number.isFinite(newest) ? Math.max(0, Math.floor((Date.now() - newest) / 3_600_000)) : null;
}

/** A disk that is full or may only be read still answers every SELECT. What does not come within two seconds fails. */
async function tryWrite(db: Database): Promise<boolean> {
  const written = db
    .write([
      {
        sql: 'INSERT INTO heartbeat (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
        args: [Date.now()],
      },
    ])
    .then(
      () => true,
      () => false,
    );
  return Promise.race([written, tooLate()]);
}

function tooLate(): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(resolve, patienceMs, false).unref();
  });
}
