import type { Database } from '#db/client.ts';

/** Body and status of `GET /healthz`. */
export interface Health {
  readonly status: 200 | 503;
  readonly body: { readonly status: 'ok' | 'failing'; readonly release: string; readonly database: 'ok' | 'failing' };
}

const patienceMs = 2_000;

/** How long the outcome of one try is given to everybody who asks. */
const goodForMs = 10_000;

/** Whether the database takes a write; asks it at most every ten seconds, whoever asks how often. */
export type DatabaseHealth = () => Promise<boolean>;

export function openDatabaseHealth(db: Database, now: () => number = () => performance.now()): DatabaseHealth {
  let tried: { readonly at: number; readonly outcome: Promise<boolean> } | undefined;
  return () => {
    if (tried === undefined || now() - tried.at >= goodForMs) tried = { at: now(), outcome: tryWrite(db) };
    return tried.outcome;
  };
}

export function healthOf(release: string, databaseWorks: boolean): Health {
  return databaseWorks
    ? { status: 200, body: { status: 'ok', release, database: 'ok' } }
    : { status: 503, body: { status: 'failing', release, database: 'failing' } };
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
