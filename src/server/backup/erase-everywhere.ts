import type { Database } from '#db/client.ts';
import { type Erased, erasePerson } from '#server/people/own-data/erasure.ts';
import { type ErasedCopies, eraseFromCopies } from './erase-copies.ts';

/**
 * Erases a person from the database and from every copy of it that this product knows of. `by` is who gave the command.
 * @throws Refusal not_found when there is nobody with this login (any more)
 */
export async function eraseEverywhere(db: Database, login: string, by: string): Promise<Erased & ErasedCopies> {
  const erased = await erasePerson(db, login, by);
  return { ...erased, ...(await eraseFromCopies(db, { id: erased.person, login: login.toLowerCase() }, by)) };
}
