import { eq } from 'drizzle-orm';
import { person } from '#db/schema.ts';
import { normalizeLogin, type Viewer, viewerOf } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { verifySecret } from './secret.ts';
import type { Services } from '#server/services.ts';
import { countAttempt, forgiveAttempt, requireAttemptLeft } from './throttle.ts';
import { openTurns } from './turns.ts';

/** What a sign-in form sends; `address` is the socket's, never a header's. */
export interface Credentials {
  readonly login: string;
  readonly secret: string;
  readonly address: string;
}

/**
 * The person whose login and secret these are; `createSession` must follow. An unknown name and a wrong secret get the
 * same answer after the same time.
 * @throws Refusal unauthenticated; too_many with the seconds to wait
 */
export async function signIn(
  { db, pepper }: Pick<Services, 'db' | 'pepper'>,
  { login, secret, address }: Credentials,
): Promise<Viewer> {
  await requireAttemptLeft(db, login, address);
  return inTurn(async () => {
    const attempt = await countAttempt(db, login, address);
    const found = await findAccount({ db }, login);
    // No secret is longer; hashing a megabyte would only warm the room.
    const tooLong = secret.length > 512;
    const right = await verifySecret(tooLong ? '' : secret, tooLong ? undefined : found?.secretHash, pepper);
    if (!right || found === undefined) throw new Refusal('unauthenticated');
    await forgiveAttempt(db, attempt);
    return found.viewer;
  });
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
    // No login is empty: an impossible one takes the same road.
    .where(eq(person.login, normalizeLogin(login) ?? ''));
  return row === undefined ? undefined : { viewer: viewerOf(row), secretHash: row.secretHash };
}
