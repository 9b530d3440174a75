import type { Database } from '#db/client.ts';
import { listFormerAccounts } from '#server/accounts/former-accounts.ts';
import { requirePerson } from '#server/people/own-data/personal-data.ts';
import { type Erased, erasePerson } from '#server/people/own-data/erasure.ts';
import { type ErasedCopies, eraseFromCopies } from './erase-copies.ts';

/**
 * Erases a person from the database and from every copy of it that this product knows of. `by` is who gave the command.
 * @throws Refusal not_found when there is nobody with this login (any more)
 */
export async function eraseEverywhere(db: Database, login: string, by: string): Promise<Erased & ErasedCopies> {
  const found = await requirePerson(db, login).catch(() => undefined);
  const former = found === undefined ? [] : await listFormerAccounts(db, found.id);
  const erased = await erasePerson(db, login, by);
  const person = { id: erased.person, login: found?.login ?? login.toLowerCase() };
  // An older copy knows accounts that were merged since as people of their own.
  return { ...erased, ...(await eraseFromCopies(db, [person, ...former], by)) };
}
