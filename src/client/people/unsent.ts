import { isTheirs } from '#client/phone/text.ts';
import { openOutbox } from '#client/outbox/outbox.ts';

/** How many records of somebody wait on this phone to be sent; those that the server declined do not. */
export async function countUnsent(person: string): Promise<number> {
  const entries = await (await openOutbox()).list();
  return entries.filter((entry) => isTheirs(entry.person, person) && entry.refused === undefined).length;
}
