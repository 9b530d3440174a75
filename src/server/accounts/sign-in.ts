import { and, eq, isNull } from 'drizzle-orm';
import { person } from '#db/schema/people.ts';
import { normalizeLogin, type Viewer, viewerOf } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { verifySecret } from './secret.ts';
import type { Services } from '#server/services.ts';
import { createSession, endSession, type SessionProof } from './auth.ts';
import { isKnownDevice, readDevice, rememberDevice, type SignInRequest } from './devices.ts';
import { leadOn } from './former-accounts.ts';
import { findSecondStep } from './second-step/second-step.ts';
import { countAttempt, forgiveAttempt, requireAttemptLeft } from './throttle.ts';
import { openTurns } from './turns.ts';

/** What a sign-in form sends. `address` is the client's as the host knows it; `device` the token of its cookie, if any. */
export interface Credentials {
  readonly login: string;
  readonly secret: string;
  readonly address: string;
  readonly device?: string | undefined;
}

/** Whose secret was right, and what it was compared with: a later change names it, so that the faster one of two wins. */
export interface Account {
  readonly viewer: Viewer;
  readonly secretHash: string;
  /** Whether the secret is a one-time number, which opens only the choice of another. */
  readonly mustChoose: boolean;
}

/**
 * The person whose login and secret these are. An unknown name and a wrong secret get the same answer after the same time.
 * @throws Refusal unauthenticated, with `number_expired` or `number_spent` for a right number that is good no longer; too_many
 * with the seconds to wait
 */
export async function findAccount(
  { db, pepper }: Pick<Services, 'db' | 'pepper'>,
  { login: typed, secret, address, device }: Credentials,
): Promise<Account> {
  const login = await leadOn(db, typed);
  const known = await isKnownDevice(db, login, device);
  const origin = { login, address, device: known ? device : undefined };
  await requireAttemptLeft(db, origin);
  return inTurn(async () => {
    const attempt = await countAttempt(db, origin);
    const found = await readAccount({ db }, login);
    // No secret is longer; hashing a megabyte would only warm the room.
    const tooLong = secret.length > 512;
    const right = await verifySecret(tooLong ? '' : secret, tooLong ? undefined : found?.secretHash, pepper);
    if (!right || found === undefined) throw new Refusal('unauthenticated');
    const { id, secretHash, numberUntil } = found;
    await forgiveAttempt(db, attempt, { id, secretHash });
    if (numberUntil !== null && !attempt.tookTry) throw new Refusal('unauthenticated', 'number_spent');
    if (numberUntil !== null && numberUntil <= Date.now()) throw new Refusal('unauthenticated', 'number_expired');
    return { viewer: viewerOf(found), secretHash, mustChoose: numberUntil !== null };
  });
}

/** The same for secrets of their owner's choice. @throws Refusal as `findAccount`; unauthenticated (`must_choose`) for a number */
export async function findOpenAccount(
  services: Pick<Services, 'db' | 'pepper'>,
  credentials: Credentials,
): Promise<Account> {
  const account = await findAccount(services, credentials);
  if (account.mustChoose) throw new Refusal('unauthenticated', 'must_choose');
  return account;
}

/** The person whose login and own secret these are. @throws Refusal as `findOpenAccount` */
export async function signIn(services: Pick<Services, 'db' | 'pepper'>, credentials: Credentials): Promise<Viewer> {
  return (await findOpenAccount(services, credentials)).viewer;
}

/** Who is signed in now; `cookies` are values of `Set-Cookie` headers. */
export interface SignedIn {
  readonly viewer: Viewer;
  readonly cookies: readonly string[];
}

/**
 * Signs somebody in on the phone that asks, whoever was signed in there before, and remembers the device.
 * @throws Refusal as `signIn`; unauthenticated (`code_asked`) for an account that asks for a code, which only `/masuk/` does
 */
export async function signInHere(
  services: Pick<Services, 'db' | 'pepper'>,
  { login, secret }: Pick<Credentials, 'login' | 'secret'>,
  { cookieHeader, secure, address }: SignInRequest,
): Promise<SignedIn> {
  const device = readDevice(cookieHeader, secure);
  const account = await findOpenAccount(services, { login, secret, address, device });
  if (await findSecondStep(services.db, account.viewer.id)) throw new Refusal('unauthenticated', 'code_asked');
  return openHere(services, account, { cookieHeader, secure, address });
}

/** Opens a session on the phone that asks, in place of whose was open there. @throws Refusal as `createSession` */
export async function openHere(
  { db }: Pick<Services, 'db'>,
  { viewer, ...proof }: { readonly viewer: Viewer } & SessionProof,
  { cookieHeader, secure }: SignInRequest,
): Promise<SignedIn> {
  const { cookies } = await createSession(db, viewer.id, secure, proof);
  await endSession(db, cookieHeader, secure);
  const device = await rememberDevice(db, viewer.id, readDevice(cookieHeader, secure), secure);
  return { viewer, cookies: [...cookies, device] };
}

/** Few attempts are counted and unsettled at one moment, so that a class that signs in together stays below its limit. */
const inTurn = openTurns({ atOnce: 4, waiting: 128 });

async function readAccount(
  { db }: Pick<Services, 'db'>,
  login: string,
): Promise<typeof person.$inferSelect | undefined> {
  const [row] = await db.orm
    .select()
    .from(person)
    // No login is empty: an impossible one takes the same road, and so does an account that was shut.
    .where(and(eq(person.login, normalizeLogin(login) ?? ''), isNull(person.deactivatedAt)));
  return row;
}
