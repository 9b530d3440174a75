import type { Statement } from '#db/client.ts';
import { dayMs } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { missedLimit, missedQuery } from '#domain/search/missed.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import { takeWork } from '#server/records/intake/rate.ts';
import type { DataServices } from '#server/services.ts';

/** A search of the last 90 days that found nothing, and how often. */
export interface MissedSearch {
  readonly query: string;
  readonly count: number;
}

const keptDays = 90;
const shownLimit = 20;
/** Different searches of one house in one day; more of them are not people's. */
const dailyLimit = 200;

/**
 * Counts searches that found nothing for the viewer's house, each once. Who searched, on which phone and at what hour is
 * not kept, and nothing older than 90 days.
 * @throws Refusal invalid when they are not texts or too many, too_many when they come too fast
 */
export async function countMissedSearches(
  { db }: DataServices,
  { id, house }: Viewer,
  values: readonly unknown[],
): Promise<void> {
  takeWork(id);
  if (values.length > missedLimit) throw new Refusal('invalid', `queries must be at most ${missedLimit}`);
  const queries = values.map((value) => (typeof value === 'string' ? missedQuery(value) : undefined));
  if (queries.includes(undefined)) throw new Refusal('invalid', 'queries must be texts of at most 40 signs, no digits');
  const day = today();
  const statements = [...new Set(queries)].map((query): Statement => ({
    sql: `INSERT INTO missed_search (house, query, day, count) SELECT ?, ?, ?, 1
        WHERE (SELECT count(*) FROM missed_search WHERE house = ? AND day = ?) < ?
        ON CONFLICT (house, query, day) DO UPDATE SET count = count + 1`,
    args: [house, query ?? '', day, house, day, dailyLimit],
  }));
  await db.write([{ sql: 'DELETE FROM missed_search WHERE day <= ?', args: [day - keptDays] }, ...statements]);
}

/** What was searched for and not found in the viewer's house, most often first. @throws Refusal unauthenticated, forbidden */
export async function listMissedSearches(
  { db }: DataServices,
  viewer: Viewer | undefined,
): Promise<readonly MissedSearch[]> {
  const { house } = requireStaff(viewer);
  const { rows } = await db.client.execute({
    sql: `SELECT query, sum(count) AS total FROM missed_search WHERE house = ? AND day > ?
      GROUP BY query ORDER BY total DESC, query LIMIT ?`,
    args: [house, today() - keptDays, shownLimit],
  });
  return rows.map(({ query, total }) => ({ query: String(query), count: Number(total) }));
}

function today(): number {
  return Math.floor(Date.now() / dayMs);
}
