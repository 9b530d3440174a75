import { randomInt } from 'node:crypto';
import type { Database } from '#db/client.ts';
import { makeJoinCode, readJoinCode } from '#domain/person/join-code.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import { countGuess, forgiveGuess } from '#server/accounts/throttle.ts';
import { openTurns } from '#server/accounts/turns.ts';
import type { DataServices } from '#server/services.ts';
import { type Cohort, requireCohort } from './cohort-rows.ts';

/** A cohort's open code; `joined` people came in by it. */
export interface JoinCode {
  readonly code: string;
  readonly since: number;
  readonly joined: number;
}

/** A cohort as its code shows it to whoever may come in. */
export interface JoinDoor {
  readonly cohort: Pick<Cohort, 'id' | 'name' | 'course'>;
  readonly house: string;
  readonly code: string;
}

/** The cohort and its open code, where it has one. @throws Refusal unauthenticated, forbidden, not_found */
export async function readCohortCode(
  { db }: DataServices,
  asked: Viewer | undefined,
  id: string,
): Promise<{ readonly cohort: Cohort; readonly open: JoinCode | undefined }> {
  const { house } = requireStaff(asked);
  const cohort = await requireCohort(db, house, id);
  const { rows } = await db.client.execute({
    sql: `SELECT code, since, (SELECT count(*) FROM cohort_member AS m
        WHERE m.cohort = join_code.cohort AND m."by" = m.person AND m.since >= join_code.since) AS joined
      FROM join_code WHERE cohort = ? AND ended_at IS NULL`,
    args: [id],
  });
  const [row] = rows;
  const open = row && { code: String(row.code), since: Number(row.since), joined: Number(row.joined) };
  return { cohort, open };
}

/** Gives a cohort a new code; the one before leads nowhere from then on. @throws Refusal not_found, closed (`cohort_closed`) */
export async function renewJoinCode({ db }: DataServices, asked: Viewer | undefined, id: string): Promise<void> {
  const viewer = requireStaff(asked);
  const cohort = await requireCohort(db, viewer.house, id);
  if (cohort.closed) throw new Refusal('closed', 'cohort_closed');
  const now = Date.now();
  for (;;) {
    const [, added] = await db.write([
      endStatement(id, now),
      {
        sql: `INSERT INTO join_code (code, cohort, since, "by") VALUES (?, ?, ?, ?) ON CONFLICT (code) DO NOTHING RETURNING code`,
        args: [makeJoinCode(randomInt), id, now, viewer.id],
      },
    ]);
    if (added?.rows.length === 1) return;
  }
}

/** Closes a cohort's code: nobody comes in by it any more. @throws Refusal not_found */
export async function closeJoinCode({ db }: DataServices, asked: Viewer | undefined, id: string): Promise<void> {
  const viewer = requireStaff(asked);
  await requireCohort(db, viewer.house, id);
  await db.write([endStatement(id, Date.now())]);
}

/**
 * The cohort that a typed code leads to. Wrong ones are counted by the address they come from.
 * @throws Refusal not_found (`code`); closed (`code_closed`) for one that was good; too_many with the seconds to wait
 */
export async function findJoinDoor({ db }: DataServices, typed: string, address: string): Promise<JoinDoor> {
  const code = readJoinCode(typed);
  if (code === undefined) throw new Refusal('not_found', 'code');
  return inTurn(async () => {
    const counted = await countGuess(db, address);
    const { rows } = await db.client.execute({
      sql: `SELECT c.id, c.course, c.house, coalesce(s.name, c.name) AS name, coalesce(s.closed, 0) AS closed, j.ended_at
        FROM join_code AS j JOIN cohort AS c ON c.id = j.cohort
        LEFT JOIN cohort_setting AS s ON s.id = (SELECT max(id) FROM cohort_setting WHERE cohort = c.id)
        WHERE j.code = ?`,
      args: [code],
    });
    const [row] = rows;
    if (row === undefined) throw new Refusal('not_found', 'code');
    await forgiveGuess(db, counted);
    if (row.ended_at !== null || Number(row.closed) === 1) throw new Refusal('closed', 'code_closed');
    const cohort = { id: String(row.id), name: String(row.name), course: String(row.course) };
    return { cohort, house: String(row.house), code };
  });
}

/** Guesses are looked at few at a time, so that a room that types at once stays below its limit. */
const inTurn = openTurns({ atOnce: 4, waiting: 128 });

function endStatement(cohort: string, now: number): Parameters<Database['write']>[0][number] {
  return { sql: 'UPDATE join_code SET ended_at = ? WHERE cohort = ? AND ended_at IS NULL', args: [now, cohort] };
}
