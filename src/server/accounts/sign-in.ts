import { and, eq, isNull } from 'drizzle-orm';
import { person } from '#db/schema/people.ts';
import { normalizeLogin, type Viewer, viewerOf } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { verifySecret } from './secret.ts';
import type { Services } from '#server/services.ts';
import { createSession, endSession } from './auth.ts';
import { isKnownDevice, readDevice, rememberDevice } from './devices.ts';
import { countAttempt, forgiveAttempt, requireAttemptLeft } from './throttle.ts';
import { openTurns } from './turns.ts';

/** What a sign-in form sends. `address` is the client's as the host knows it; `device` the token of its cookie, if any. */
export interface Credentials {
  readonly login: string;
  readonly secret: string;
  readonly address: string;
  readonly device?: string | undefined;
}

/**
 * The person whose login and secret these are; `createSession` must follow. An unknown name and a wrong secret get the
 * same answer after the same time.
 * @throws Refusal unauthenticated; too_many with the seconds to wait
 */
export async function signIn(
  { db, pepper }: Pick<Services, 'db' | 'pepper'>,
  { login, secret, address, device }: Credentials,
): Promise<Viewer> {
  const known = await isKnownDevice(db, login, device);
  const origin = { login, address, device: known ? device : undefined };
  await requireAttemptLeft(db, origin);
  return inTurn(async () => {
    const attempt = await countAttempt(db, origin);
    const found = await findAccount({ db }, login);
    // No secret is longer; hashing a megabyte would only warm the room.
    const tooLong = secret.length > 512;
    const right = await verifySecret(tooLong ? '' : secret, tooLong ? undefined : found?.secretHash, pepper);
    if (!right || found === undefined) throw new Refusal('unauthenticated');
    await forgiveAttempt(db, attempt);
    return found.viewer;
  });
}

/** A request that signs somebody in: its `Cookie` header, and whether cookies may travel by TLS alone. */
export interface SignInRequest {
  readonly cookieHeader: string | null;
  readonly secure: boolean;
  readonly address: string;
}

/**
 * Signs somebody in on the phone that asks, whoever was signed in there before, and remembers the device. `cookies` are
 * values of `Set-Cookie` headers.
 * @throws Refusal unauthenticated; too_many with the seconds to wait
 */
export async function signInHere(
  services: Pick<Services, 'db' | 'pepper'>,
  { login, secret }: Pick<Credentials, 'login' | 'secret'>,
  { cookieHeader, secure, address }: SignInRequest,
): Promise<{ readonly viewer: Viewer; readonly cookies: readonly string[] }> {
  const { db } = services;
  const device = readDevice(cookieHeader, secure);
  const viewer = await signIn(services, { login, secret, address, device });
  await endSession(db, cookieHeader, secure);
  const { cookies } = await createSession(db, viewer.id, secure);
  return { viewer, cookies: [...cookies, await rememberDevice(db, viewer.id, device, secure)] };
}

/** Few attempts are counted and unsettled at one moment, so that a class that signs in together stays below its limit. */
const inTurn = openTurns({ atOnce: 4, waiting: 128 });

async function findAccount(
  { db }: Pick<Services, 'db'>,
  login: string,
): Promise<{ viewer: Viewer; secretHash: string } | undefined> {
  const [row] = await db.orm
    .select()
    .from(person)
    // No login is empty: an impossible one takes the same road, and so does an account that was shut.
    .where(and(eq(person.login, normalizeLogin(login) ?? ''), isNull(person.deactivatedAt)));
  return row === undefined ? undefined : { viewer: viewerOf(row), secretHash: row.secretHash };
}
