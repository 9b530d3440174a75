import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';

/** Body and status of `GET /healthz`. */
export interface Health {
  readonly status: 200 | 503;
  readonly body: { readonly status: 'ok' | 'failing'; readonly release: string; readonly database: 'ok' | 'failing' };
}

const patienceMs = 2_000;

/** Asks the database for a real answer; one that does not come within two seconds counts as failing. */
export async function checkHealth(db: Database, release: string): Promise<Health> {
  const asked = db.orm.run(sql`select count(*) from setup`).then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([asked, tooLate()]);
  return answered
    ? { status: 200, body: { status: 'ok', release, database: 'ok' } }
    : { status: 503, body: { status: 'failing', release, database: 'failing' } };
}

function tooLate(): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(resolve, patienceMs, false).unref();
  });
}
