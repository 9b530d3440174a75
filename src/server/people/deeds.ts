import type { Database, Statement } from '#db/client.ts';
import { storageTroubleOf } from '#db/fault.ts';
import type { Deed } from '#domain/person/deed.ts';
import { dayMs } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { requireRole } from '#server/accounts/guards.ts';

// Who of the staff did what to whom, and who looked at whom: one row each, never changed.

/** A deed as a page tells it; `by` is the name of who did it, undefined once that person is erased. */
export interface ToldDeed {
  readonly act: Deed;
  readonly at: number;
  readonly by: string | undefined;
}

/** So many of the newest deeds are told. */
const toldLimit = 20;

export function deedStatement(act: Deed, { by, person }: { readonly by: string; readonly person: string }): Statement {
  return { sql: 'INSERT INTO deed (at, act, "by", person) VALUES (?, ?, ?, ?)', args: [Date.now(), act, by, person] };
}

/** The same, kept only where the statement before it in the same transaction changed something. */
export function deedIfChanged(act: Deed, { by, person }: { readonly by: string; readonly person: string }): Statement {
  return {
    sql: 'INSERT INTO deed (at, act, "by", person) SELECT ?, ?, ?, ? WHERE changes() > 0',
    args: [Date.now(), act, by, person],
  };
}

/** Notes that somebody looked at a person, once a day. Where nothing can be written the page is shown all the same. */
export async function noteLook(db: Database, by: string, person: string): Promise<void> {
  const now = Date.now();
  const noted = db.write([
    {
      sql: `INSERT INTO deed (at, act, "by", person) SELECT ?, 'look', ?, ? WHERE NOT EXISTS (
        SELECT 1 FROM deed WHERE person = ? AND at > ? AND act = 'look' AND "by" = ?)`,
      args: [now, by, person, person, now - dayMs, by],
    },
  ]);
  await noted.catch((error: unknown) => {
    if (storageTroubleOf(error) === undefined) throw error;
  });
}

/** What was done to a person, the newest first. */
export async function listDeeds({ client }: Database, person: string): Promise<ToldDeed[]> {
  const { rows } = await client.execute({
    sql: `SELECT deed.act, deed.at, person.name FROM deed LEFT JOIN person ON person.id = deed."by"
      WHERE deed.person = ? ORDER BY deed.at DESC, deed.id DESC LIMIT ?`,
    args: [person, toldLimit],
  });
  return rows.map(({ act, at, name }) => ({
    act: act as Deed,
    at: Number(at),
    by: name === null ? undefined : String(name),
  }));
}

/** A deed with whom it was done to. */
export interface HouseDeed extends ToldDeed {
  readonly id: string;
  readonly person: string;
}

/** So many of a house's newest deeds are told. */
const houseLimit = 500;

/** What was done to the people of the viewer's house, the newest first. @throws Refusal unauthenticated, forbidden */
export async function listHouseDeeds({ client }: Database, viewer: Viewer | undefined): Promise<HouseDeed[]> {
  const { house } = requireRole({ viewer }, 'coordinator');
  const { rows } = await client.execute({
    // From the house's people to their deeds: what other houses do costs nothing here.
    sql: `SELECT deed.act, deed.at, actor.name AS "by", person.id, person.name FROM person
      CROSS JOIN deed ON deed.person = person.id LEFT JOIN person AS actor ON actor.id = deed."by"
      WHERE person.house = ? ORDER BY deed.at DESC, deed.id DESC LIMIT ?`,
    args: [house, houseLimit],
  });
  return rows.map(({ act, at, by, id, name }) => ({
    ...{ act: act as Deed, at: Number(at), by: by === null ? undefined : String(by) },
    ...{ id: String(id), person: String(name) },
  }));
}
