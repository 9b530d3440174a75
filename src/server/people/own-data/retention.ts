import type { Database } from '#db/client.ts';
import { dayMs } from '#domain/local-date.ts';

// What nobody needs any more goes by itself; `/privasi/` tells the times.

const hourMs = 60 * 60_000;

/** Days after which a thing is forgotten. */
export const keptDays = { failedSignIn: 1, missedSearch: 90, device: 400, lostCard: 365, sheet: 30 } as const;

/** Forgets what is too old. */
export async function forgetOld(db: Database, now = Date.now()): Promise<void> {
  const before = (days: number) => now - days * dayMs;
  await db.write([
    { sql: 'DELETE FROM session WHERE expires_at <= ?', args: [now] },
    { sql: 'DELETE FROM sign_in_attempt WHERE at <= ?', args: [before(keptDays.failedSignIn)] },
    { sql: 'DELETE FROM missed_search WHERE day <= ?', args: [Math.floor(before(keptDays.missedSearch) / dayMs)] },
    { sql: 'DELETE FROM known_device WHERE seen_at <= ?', args: [before(keptDays.device)] },
    {
      // A shown sheet gives way to a newer one of its lesson, and to being taken back.
      sql: `DELETE FROM record WHERE kind = 'worksheet' AND EXISTS (SELECT 1 FROM record AS newer
        WHERE newer.person = record.person AND newer.course = record.course AND newer.name = record.name
          AND newer.kind = 'worksheet' AND newer.ordinal > record.ordinal AND newer.recorded_at <= ?)`,
      args: [before(keptDays.sheet)],
    },
    { sql: 'DELETE FROM card WHERE ended_at <= ?', args: [before(keptDays.lostCard)] },
  ]);
}

/** Forgets at once and then every six hours, without keeping the process alive. */
export function keepForgetting(db: Database, failed: (error: unknown) => void): void {
  const forget = () => void forgetOld(db).catch(failed);
  forget();
  setInterval(forget, 6 * hourMs).unref();
}
