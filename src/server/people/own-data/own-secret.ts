import { and, eq } from 'drizzle-orm';
import { person } from '#db/schema/people.ts';
import { checkSecret, type Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { endOtherSessions } from '#server/accounts/auth.ts';
import { readDevice, type SignInRequest } from '#server/accounts/devices.ts';
import { hashSecret } from '#server/accounts/secret.ts';
import { type Account, findOpenAccount } from '#server/accounts/sign-in.ts';
import type { Services } from '#server/services.ts';
import { nextChange } from '#server/people/people.ts';

/**
 * Gives the viewer another PIN or passphrase, of their own choice, and signs them out everywhere else.
 * @throws Refusal unauthenticated when the present one is wrong, too_many; invalid with the problem as detail; conflict
 * (`secret_replaced`) when staff cleared it meanwhile
 */
export async function changeOwnSecret(
  services: Pick<Services, 'db' | 'pepper'>,
  viewer: Viewer,
  { present, wanted, repeated }: Readonly<Record<'present' | 'wanted' | 'repeated', string>>,
  { cookieHeader, secure, address }: SignInRequest,
): Promise<void> {
  const { db, pepper } = services;
  // Before the expensive check of the present one, which also counts as an attempt.
  const problem = checkSecret(viewer, wanted) ?? (wanted === repeated ? undefined : 'secrets_differ');
  if (problem !== undefined) throw new Refusal('invalid', problem);
  if (wanted === present) throw new Refusal('invalid', 'secret_unchanged');
  const device = readDevice(cookieHeader, secure);
  const account = await findOpenAccount(services, { login: viewer.login, secret: present, address, device });
  await replaceSecret(services, account, await hashSecret(wanted, pepper));
  await endOtherSessions(db, viewer.id, cookieHeader, secure);
}

/** Of a change and a clearing at the same moment the clearing stands. @throws Refusal conflict (`secret_replaced`) */
export async function replaceSecret(
  { db }: Pick<Services, 'db'>,
  { viewer, secretHash: known }: Account,
  secretHash: string,
): Promise<void> {
  const [changed] = await db.write([
    db.orm
      .update(person)
      .set({ secretHash, numberUntil: null, numberTries: 0, changedAt: nextChange() })
      .where(and(eq(person.id, viewer.id), eq(person.secretHash, known)))
      .returning({ id: person.id }),
  ]);
  if (changed?.rows.length !== 1) throw new Refusal('conflict', 'secret_replaced');
}
