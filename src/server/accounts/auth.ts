import { and, eq, ne } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import type { Database } from '#db/client.ts';
import { storageTroubleOf } from '#db/fault.ts';
import { session } from '#db/schema/accounts.ts';
import { type Viewer, viewerOf } from '#domain/person/person.ts';
import { sha256 } from '#server/digest.ts';
import { cookieName } from './cookie-name.ts';
import { createSessionStore, endLater } from './session-store.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Auth;
    DatabaseUserAttributes: Omit<Viewer, 'id'>;
    DatabaseSessionAttributes: SessionProof;
  }
}

/** Holds the session; no script can read it. */
export const sessionCookie = 'sesi';
/** Holds the person's id, no secret: tells the phone whose outbox to send. Set and removed together with the session. */
export const personCookie = 'orang';

const sessionDays = 30;

/** How long the answer to the second question before an export holds. */
const confirmedForMs = 10 * 60_000;

/** `cookies` are values of `Set-Cookie` headers. */
export interface OpenedSession {
  readonly token: string;
  readonly cookies: readonly string[];
}

/** What somebody gave to be let in. */
export interface SessionProof {
  /** What the secret was compared with: where staff cleared it meanwhile, nothing opens. */
  readonly secretHash?: string;
  /** Whether a code was given: without one nothing opens where the account asks for it. */
  readonly codeGiven?: boolean;
}

/**
 * Opens a session for a person whose secret was right: of thirty days, for staff until an hour passes without a request.
 * @throws Refusal unauthenticated when the secret is another one by now, the account is shut, its owner has yet to choose one,
 * or a code is asked for
 */
export async function createSession(
  db: Database,
  personId: string,
  secure: boolean,
  proof: SessionProof = {},
): Promise<OpenedSession> {
  const auth = luciaOf(db, secure);
  // The table stays small without a clock of its own: each sign-in sweeps.
  await auth.deleteExpiredSessions();
  const { id: token } = await auth.createSession(personId, proof);
  return { token, cookies: openCookies(auth, token, personId, secure) };
}

/**
 * Who sent this `Cookie` header, and the `Set-Cookie` values that the answer must carry: cookies renewed with the session,
 * removed when it is no longer valid.
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

/**
 * Ends the session of this `Cookie` header, if there is one; answers the `Set-Cookie` values that remove both cookies. Where
 * the storage takes no write just now the session is refused from now on all the same, and its row goes as soon as it can.
 */
export async function endSession(
  db: Database,
  cookieHeader: string | null | undefined,
  secure: boolean,
): Promise<readonly string[]> {
  const auth = luciaOf(db, secure);
  const token = readToken(auth, cookieHeader);
  if (token !== undefined) {
    try {
      await auth.invalidateSession(token);
    } catch (error) {
      if (storageTroubleOf(error) === undefined) throw error;
      endLater(db, sha256(token));
    }
  }
  return blankCookies(auth, secure);
}

/** Whether the owner of this session gave the secret again a short while ago. */
export async function isConfirmed(db: Database, cookieHeader: string | null | undefined, secure: boolean) {
  const token = readToken(luciaOf(db, secure), cookieHeader);
  if (token === undefined) return false;
  const [row] = await db.orm
    .select({ confirmedAt: session.confirmedAt })
    .from(session)
    .where(eq(session.id, sha256(token)));
  const ageMs = Date.now() - (row?.confirmedAt ?? 0);
  return ageMs >= 0 && ageMs < confirmedForMs;
}

/** Notes that the owner of this session gave the secret again. */
export async function confirmSession(db: Database, cookieHeader: string | null | undefined, secure: boolean) {
  const token = readToken(luciaOf(db, secure), cookieHeader);
  if (token === undefined) return;
  await db.write([
    db.orm
      .update(session)
      .set({ confirmedAt: Date.now() })
      .where(eq(session.id, sha256(token))),
  ]);
}

/** Signs a person out on every phone, but for the one of this `Cookie` header if one is given. */
export async function endOtherSessions(
  db: Database,
  personId: string,
  cookieHeader: string | null | undefined,
  secure: boolean,
): Promise<void> {
  const token = readToken(luciaOf(db, secure), cookieHeader);
  await db.write([
    db.orm
      .delete(session)
      .where(and(eq(session.person, personId), token === undefined ? undefined : ne(session.id, sha256(token)))),
  ]);
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
  const auth: Auth = new Lucia(createSessionStore(db), {
    sessionExpiresIn: new TimeSpan(sessionDays, 'd'),
    sessionCookie: { name: cookieName(sessionCookie, secure), attributes: { secure, sameSite: 'lax', path: '/' } },
    getUserAttributes: (attributes) => attributes,
  });
  bySecure.set(secure, auth);
  return auth;
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
  return `${cookieName(personCookie, secure)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; SameSite=Lax${secure ? '; Secure' : ''}`;
}
