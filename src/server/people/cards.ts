import { randomBytes } from 'node:crypto';
import type { Statement } from '#db/client.ts';
import { cardCodeLength, type FoundCard, readCardCode } from '#domain/person/card.ts';
import { toBase32 } from '#domain/base32.ts';
import { compareNames } from '#domain/person/name-order.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireRole } from '#server/accounts/guards.ts';
import type { DataServices } from '#server/services.ts';
import { deedIfChanged } from './deeds.ts';
import { requireHousePerson } from './house-people.ts';

// Printed sign-in cards. A card's code says whose it is and opens nothing: the PIN is asked for.

/** A card as it is printed. */
export interface Card {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  /** Which of the house's people this is, from 1; it stays when a card is made anew. */
  readonly number: number;
  readonly code: string;
}

/** So many are printed at once. */
export const cardLimit = 500;

/**
 * The cards of these people of the viewer's house, by name; who has none gets one. Accounts that are shut, and people of other
 * houses, have no card.
 * @throws Refusal unauthenticated, forbidden; invalid (`too_many_cards`)
 */
export async function printCards(
  { db }: DataServices,
  asked: Viewer | undefined,
  people: readonly string[],
): Promise<Card[]> {
  const { house } = requireRole({ viewer: asked }, 'coordinator');
  const wanted = [...new Set(people)];
  if (wanted.length > cardLimit) throw new Refusal('invalid', 'too_many_cards');
  if (wanted.length === 0) return [];
  await db.write(wanted.map((id) => cardStatement(id, house)));
  const { rows } = await db.client.execute({
    sql: `SELECT person.id, person.name, person.login, card.number, card.code
      FROM card JOIN person ON person.id = card.person
      WHERE card.ended_at IS NULL AND person.house = ? AND person.deactivated_at IS NULL
        AND person.id IN (${wanted.map(() => '?').join(', ')})`,
    args: [house, ...wanted],
  });
  const cards = rows.map(({ id, name, login, number, code }) => ({
    ...{ id: String(id), name: String(name), login: String(login) },
    ...{ number: Number(number), code: String(code) },
  }));
  return cards.toSorted(compareNames);
}

/** Ends a lost card: its code is nobody's from now on. @throws Refusal not_found */
export async function voidCard({ db }: DataServices, asked: Viewer | undefined, id: string): Promise<void> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const found = await requireHousePerson({ db }, viewer, id);
  await db.write([endCardStatement(found.id), deedIfChanged('void-card', { by: viewer.id, person: found.id })]);
}

export function endCardStatement(person: string): Statement {
  return { sql: 'UPDATE card SET ended_at = ? WHERE person = ? AND ended_at IS NULL', args: [Date.now(), person] };
}

/** Whose card this is. It knows nobody's who was erased. */
export async function findCard({ db }: DataServices, typed: string): Promise<FoundCard> {
  const { rows } = await db.client.execute({
    sql: `SELECT person.name, person.login, person.deactivated_at, card.ended_at
      FROM card JOIN person ON person.id = card.person WHERE card.code = ?`,
    args: [readCardCode(typed) ?? ''],
  });
  const [row] = rows;
  if (row === undefined) return { state: 'unknown' };
  if (row.deactivated_at !== null) return { state: 'shut' };
  if (row.ended_at !== null) return { state: 'replaced' };
  return { state: 'good', name: String(row.name), login: String(row.login) };
}

function cardStatement(id: string, house: string): Statement {
  const code = toBase32(randomBytes(Math.ceil((cardCodeLength * 5) / 8))).slice(0, cardCodeLength);
  return {
    sql: `INSERT INTO card (code, person, house, number, made_at)
      SELECT ?, id, house, coalesce(
          (SELECT number FROM card WHERE card.person = person.id AND card.house = person.house LIMIT 1),
          (SELECT coalesce(max(number), 0) + 1 FROM card WHERE card.house = person.house)), ?
      FROM person WHERE id = ? AND house = ? AND deactivated_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM card WHERE card.person = person.id AND card.ended_at IS NULL)`,
    args: [code, Date.now(), id, house],
  };
}
