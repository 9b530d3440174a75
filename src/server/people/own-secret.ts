import { eq } from 'drizzle-orm';
import { person } from '#db/schema/people.ts';
import { checkSecret, type Viewer } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { endOtherSessions } from '#server/accounts/auth.ts';
import { readDevice } from '#server/accounts/devices.ts';
import { hashSecret } from '#server/accounts/secret.ts';
import { type SignInRequest, signIn } from '#server/accounts/sign-in.ts';
import type { Services } from '#server/services.ts';
import { nextChange } from './people.ts';

/**
 * Gives the viewer another PIN or passphrase, of their own choice, and signs them out everywhere else.
 * @throws Refusal unauthenticated when the present one is wrong, too_many; invalid with the problem as detail
 */
export async function changeOwnSecret(
  services: Pick<Services, 'db' | 'pepper'>,
  viewer: Viewer,
  { present, wanted, repeated }: { readonly present: string; readonly wanted: string; readonly repeated: string },
  { cookieHeader, secure, address }: SignInRequest,
): Promise<void> {
  const { db, pepper } = services;
  // Before the expensive check of the present one, which also counts as an attempt.
  const problem = checkSecret(viewer, wanted) ?? (wanted === repeated ? undefined : 'secrets_differ');
  if (problem !== undefined) throw new Refusal('invalid', problem);
  if (wanted === present) throw new Refusal('invalid', 'secret_unchanged');
  await signIn(services, { login: viewer.login, secret: present, address, device: readDevice(cookieHeader, secure) });
  const secretHash = await hashSecret(wanted, pepper);
  await db.write([db.orm.update(person).set({ secretHash, changedAt: nextChange() }).where(eq(person.id, viewer.id))]);
  await endOtherSessions(db, viewer.id, cookieHeader, secure);
}
