import { eq, lte, sql } from 'drizzle-orm';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Database } from '#db/client.ts';
import { storageTroubleOf } from '#db/fault.ts';
import { session } from '#db/schema/accounts.ts';
import { person } from '#db/schema/people.ts';
import { Refusal } from '#domain/refusal.ts';
import { sha256 } from '#server/digest.ts';

const minuteMs = 60_000;

/** Staff see other people's data: a screen left open closes itself. */
export const staffLimits = { idleMs: 60 * minuteMs, longestMs: 12 * 60 * minuteMs } as const;

/** Sessions in our own tables, found by the SHA-256 of their token: whoever reads the database can use none of them. */
export function createSessionStore(db: Database): Adapter {
  const { orm } = db;
  // Every request of somebody signed in asks this: its SQL is written once.
  const findSession = orm
    .select({
      expiresAt: session.expiresAt,
      id: person.id,
      login: person.login,
      name: person.name,
      role: person.role,
      house: person.house,
    })
    .from(session)
    .innerJoin(person, eq(person.id, session.person))
    .where(eq(session.id, sql.placeholder('id')))
    .prepare();
  return {
    async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const [row] = await findSession.all({ id: sha256(token) });
      if (row === undefined || unfinished.get(db)?.has(sha256(token))) return [null, null];
      const { expiresAt, id, ...attributes } = row;
      return [
        { id: token, userId: id, expiresAt: new Date(expiresAt), attributes: {} },
        { id, attributes },
      ];
    },
    async getUserSessions(personId) {
      const rows = await orm.select().from(session).where(eq(session.person, personId));
      return rows.map(({ id, expiresAt }) => ({
        id,
        userId: personId,
        expiresAt: new Date(expiresAt),
        attributes: {},
      }));
    },
    async setSession({ id, userId, expiresAt, attributes: { secretHash, codeGiven = false } }) {
      const now = Date.now();
      const [added] = await db.write([
        {
          sql: `INSERT INTO session (id, person, expires_at, opened_at)
            SELECT ?, id, CASE role WHEN 'participant' THEN ? ELSE ? END, ? FROM person
            WHERE id = ? AND deactivated_at IS NULL AND number_until IS NULL AND secret_hash = coalesce(?, secret_hash)
              AND (? OR NOT EXISTS (SELECT 1 FROM second_step WHERE second_step.person = person.id))
            RETURNING id`,
          args: [
            ...[sha256(id), expiresAt.getTime(), now + staffLimits.idleMs, now, userId],
            ...[secretHash ?? null, Number(codeGiven)],
          ],
        },
      ]);
      if (added?.rows.length !== 1) throw new Refusal('unauthenticated');
    },
    async updateSessionExpiration(token, expiresAt) {
      const now = Date.now();
      // What a request adds to a session of staff is written at most once a minute.
      const renewed = db.write([
        {
          sql: `UPDATE session SET expires_at = until FROM (
              SELECT session.id AS found, CASE person.role WHEN 'participant' THEN ? ELSE min(?, opened_at + ?) END AS until
              FROM session JOIN person ON person.id = session.person WHERE session.id = ?)
            WHERE session.id = found AND abs(until - expires_at) >= ?`,
          args: [expiresAt.getTime(), now + staffLimits.idleMs, staffLimits.longestMs, sha256(token), minuteMs],
        },
      ]);
      // Whoever only reads is not turned away because nothing can be written.
      await renewed.catch((error: unknown) => {
        if (storageTroubleOf(error) === undefined) throw error;
      });
    },
    async deleteSession(token) {
      await db.write([orm.delete(session).where(eq(session.id, sha256(token)))]);
    },
    async deleteUserSessions(personId) {
      await db.write([orm.delete(session).where(eq(session.person, personId))]);
    },
    async deleteExpiredSessions() {
      await db.write([orm.delete(session).where(lte(session.expiresAt, Date.now()))]);
    },
  };
}

/** Sessions that are over although their row is still there. */
const unfinished = new WeakMap<Database, Set<string>>();
const endLaterMs = 10_000;

/** Ends a session whose row cannot be taken away just now: refused at once, and its row goes as soon as it can. */
export function endLater(db: Database, id: string): void {
  const ids = unfinished.get(db) ?? new Set();
  unfinished.set(db, ids.add(id));
  setTimeout(() => {
    db.write([db.orm.delete(session).where(eq(session.id, id))]).then(
      () => ids.delete(id),
      () => endLater(db, id),
    );
  }, endLaterMs).unref();
}
