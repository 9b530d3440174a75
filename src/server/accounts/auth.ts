import { eq, lte, sql } from 'drizzle-orm';
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import type { Database } from '#db/client.ts';
import { person, session } from '#db/schema.ts';
import { type Viewer, viewerOf } from '#domain/person.ts';
import { sha256 } from '#server/digest.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Auth;
    DatabaseUserAttributes: Omit<Viewer, 'id'>;
  }
}

/** Holds the session; no script can read it. */
export const sessionCookie = 'sesi';
/** Holds the person's id, no secret: tells the phone whose outbox to send. Set and removed together with the session. */
export const personCookie = 'orang';

const sessionDays = 30;

/** `cookies` are values of `Set-Cookie` headers. */
export interface OpenedSession {
  readonly token: string;
  readonly cookies: readonly string[];
}

/** Opens a session of thirty days for a person whose secret was right. */
export async function createSession(db: Database, personId: string, secure: boolean): Promise<OpenedSession> {
  const auth = luciaOf(db, secure);
  // The table stays small without a clock of its own: each sign-in sweeps.
  await auth.deleteExpiredSessions();
  const { id: token } = await auth.createSession(personId, {});
  return { token, cookies: openCookies(auth, token, personId, secure) };
}

/**
 * Who sent this `Cookie` header, and the `Set-Cookie` values that the answer must carry: cookies renewed when half of the
 * thirty days are over, removed when the session is no longer valid.
 */
export async function findViewer(
  db: Database,
  cookieHeader: string | null | undefined,
  secure: boolean,
): Promise<{ readonly viewer: Viewer | undefined; readonly cookies: readonly string[] }> {
  const auth = luciaOf(db, secure);
  const token = readToken(auth, cookieHeader);
  if (token === undefined) return { viewer: undefined, cookies: [] };
  const { session: found, user } = await auth.validateSession(token);
  if (found === null) return { viewer: undefined, cookies: blankCookies(auth, secure) };
  return { viewer: viewerOf(user), cookies: found.fresh ? openCookies(auth, token, user.id, secure) : [] };
}

/** Ends the session of this `Cookie` header, if there is one; answers the `Set-Cookie` values that remove both cookies. */
export async function endSession(
  db: Database,
  cookieHeader: string | null | undefined,
  secure: boolean,
): Promise<readonly string[]> {
  const auth = luciaOf(db, secure);
  const token = readToken(auth, cookieHeader);
  if (token !== undefined) await auth.invalidateSession(token);
  return blankCookies(auth, secure);
}

/** Signs a person out on every phone. */
export async function endSessionsOf(db: Database, personId: string): Promise<void> {
  await luciaOf(db, false).invalidateUserSessions(personId);
}

type Auth = Lucia<Record<never, never>, Omit<Viewer, 'id'>>;

const opened = new WeakMap<Database, Map<boolean, Auth>>();

function luciaOf(db: Database, secure: boolean): Auth {
  const bySecure = opened.get(db) ?? new Map<boolean, Auth>();
  opened.set(db, bySecure);
  const known = bySecure.get(secure);
  if (known !== undefined) return known;
  const auth: Auth = new Lucia(createAdapter(db), {
    sessionExpiresIn: new TimeSpan(sessionDays, 'd'),
    sessionCookie: { name: sessionCookie, attributes: { secure, sameSite: 'lax', path: '/' } },
    getUserAttributes: (attributes) => attributes,
  });
  bySecure.set(secure, auth);
  return auth;
}

/** Sessions in our own tables, found by the SHA-256 of their token: whoever reads the database can use none of them. */
function createAdapter(db: Database): Adapter {
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
      if (row === undefined) return [null, null];
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
    async setSession({ id, userId, expiresAt }) {
      await db.write([orm.insert(session).values({ id: sha256(id), person: userId, expiresAt: expiresAt.getTime() })]);
    },
    async updateSessionExpiration(token, expiresAt) {
      await db.write([
        orm
          .update(session)
          .set({ expiresAt: expiresAt.getTime() })
          .where(eq(session.id, sha256(token))),
      ]);
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

function readToken(auth: Auth, cookieHeader: string | null | undefined): string | undefined {
  if (!cookieHeader) return undefined;
  try {
    return auth.readSessionCookie(cookieHeader) || undefined;
  } catch {
    // A cookie that is no valid percent-encoding is nobody's session.
    return undefined;
  }
}

function openCookies(auth: Auth, token: string, personId: string, secure: boolean): readonly string[] {
  return [auth.createSessionCookie(token).serialize(), writePersonCookie(personId, sessionDays * 86_400, secure)];
}

function blankCookies(auth: Auth, secure: boolean): readonly string[] {
  return [auth.createBlankSessionCookie().serialize(), writePersonCookie('', 0, secure)];
}

function writePersonCookie(value: string, maxAgeSeconds: number, secure: boolean): string {
  return `${personCookie}=${value}; Path=/; Max-Age=${maxAgeSeconds}; SameSite=Lax${secure ? '; Secure' : ''}`;
}
