import { asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Database, Statement } from '#db/client.ts';
import { person } from '#db/schema/people.ts';
import type { House } from '#domain/house.ts';
import { freeLogin, loginBase } from '#domain/person/login.ts';
import {
  checkName,
  checkSecret,
  normalizeLogin,
  normalizeName,
  type Role,
  type Viewer,
  viewerOf,
} from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { forgetDevicesStatement } from '#server/accounts/devices.ts';
import { leadOn } from '#server/accounts/former-accounts.ts';
import { makeNumber } from '#server/accounts/one-time-number.ts';
import { forgetSecondStep } from '#server/accounts/second-step/second-step.ts';
import { hashSecret, makeSecret } from '#server/accounts/secret.ts';
import type { Services } from '#server/services.ts';
import { forgiveAccountStatement } from '#server/accounts/throttle.ts';
import { makeUuid } from '#server/uuid.ts';
import { deedIfChanged } from './deeds.ts';

/**
 * A person to be added. Without `login` one is made from the name; without `secret` one is made, or a one-time number with which
 * its owner chooses one.
 */
export interface NewPerson {
  /** UUID, where whoever asks knows it already: the same one twice is one person. */
  readonly id?: string | undefined;
  readonly house: string;
  readonly role: Role;
  readonly name: string;
  readonly login?: string | undefined;
  readonly secret?: string | undefined;
  readonly made?: 'secret' | 'number';
}

/** `secret` is there once, when it was made here: only its hash is kept. */
export interface AddedPerson {
  readonly person: Viewer;
  readonly secret: string | undefined;
}

/** What adding a person needs: of the catalogue only its houses. */
export type PersonServices = Pick<Services, 'db' | 'pepper'> & {
  readonly catalogue: { readonly houses: readonly Pick<House, 'id'>[] };
};

/** So often a made login is made again when somebody else took it meanwhile. */
const tries = 3;

/**
 * Adds a person, and in the same transaction what `alongside` says of the new id.
 * @throws Refusal invalid with the problem as detail; conflict (`login_taken`, `already_added` when the id is known)
 */
export async function addPerson(
  services: PersonServices,
  newPerson: NewPerson,
  alongside: (id: string) => readonly Statement[] = () => [],
): Promise<AddedPerson> {
  const { db } = services;
  for (let left = newPerson.login === undefined ? tries : 1; left > 0; left -= 1) {
    const login = newPerson.login ?? freeLogin(newPerson.name, await findLogins(db, [newPerson.name]));
    const { row, secret } = await preparePerson(services, { ...newPerson, login });
    const insert = db.orm.insert(person).values(row).onConflictDoNothing().returning({ id: person.id });
    const [inserted] = await db.write([insert, ...alongside(row.id)]);
    if (inserted?.rows.length === 1) return { person: viewerOf(row), secret };
    const known = await db.orm.select({ id: person.id }).from(person).where(eq(person.id, row.id));
    if (known.length > 0) throw new Refusal('conflict', 'already_added');
  }
  throw new Refusal('conflict', 'login_taken');
}

/** Checks a new person and makes the row, without writing it. @throws Refusal invalid with the problem as detail */
export async function preparePerson(
  { catalogue, pepper }: Omit<PersonServices, 'db'>,
  { id = makeUuid(), house, role, name, login, secret, made: way = 'secret' }: NewPerson & { readonly login: string },
): Promise<{ readonly row: typeof person.$inferSelect; readonly secret: string | undefined }> {
  if (!catalogue.houses.some(({ id }) => id === house)) throw new Refusal('invalid', 'house_unknown');
  const normalLogin = normalizeLogin(login);
  if (normalLogin === undefined) throw new Refusal('invalid', 'login_invalid');
  const problem =
    checkName(name) ?? (secret === undefined ? undefined : checkSecret({ role, login: normalLogin, name }, secret));
  if (problem !== undefined) throw new Refusal('invalid', problem);
  const now = Date.now();
  const row = { id, login: normalLogin, name: normalizeName(name), role, house, createdAt: now, changedAt: now };
  if (secret === undefined && way === 'number') {
    const { number, columns } = makeNumber(pepper);
    return { row: { ...row, ...columns, deactivatedAt: null, keeperSince: null }, secret: number };
  }
  const made = secret === undefined ? makeSecret(role) : undefined;
  const secretHash = await hashSecret(secret ?? made ?? '', pepper);
  const open = { deactivatedAt: null, numberUntil: null, numberTries: 0, keeperSince: null };
  return { row: { ...row, secretHash, ...open }, secret: made };
}

/** Everybody, by house and login. */
export function listPersons(db: Database): Promise<(Viewer & { readonly createdAt: number })[]> {
  const { id, login, name, role, house, createdAt } = person;
  return db.orm.select({ id, login, name, role, house, createdAt }).from(person).orderBy(asc(house), asc(login));
}

/** Whose login this is, or was before a merging. @throws Refusal not_found (`login`) */
export async function requireLogin(db: Database, login: string): Promise<typeof person.$inferSelect> {
  const [found] = await db.orm
    .select()
    .from(person)
    .where(eq(person.login, await leadOn(db, login)));
  if (found === undefined) throw new Refusal('not_found', 'login');
  return found;
}

/** Whether anybody is known yet. */
export async function hasPersons(db: Database): Promise<boolean> {
  const rows = await db.orm.select({ id: person.id }).from(person).limit(1);
  return rows.length > 0;
}

/** Whether anybody runs a house yet. */
export async function hasCoordinators(db: Database): Promise<boolean> {
  const rows = await db.orm.select({ id: person.id }).from(person).where(eq(person.role, 'coordinator')).limit(1);
  return rows.length > 0;
}

/**
 * Gives a person a new secret, signs them out everywhere and lifts their throttle. A code is not asked for any more: whoever lost
 * both has this way. `by` is the account that gives the command.
 * @throws Refusal not_found, invalid with the problem as detail
 */
export async function resetSecret(
  { db, pepper }: Pick<Services, 'db' | 'pepper'>,
  login: string,
  { secret, by = '' }: { readonly secret?: string | undefined; readonly by?: string } = {},
): Promise<AddedPerson> {
  const found = await requireLogin(db, login);
  const problem = secret === undefined ? undefined : checkSecret(found, secret);
  if (problem !== undefined) throw new Refusal('invalid', problem);
  const made = secret === undefined ? makeSecret(found.role) : undefined;
  const secretHash = await hashSecret(secret ?? made ?? '', pepper);
  const set = { secretHash, numberUntil: null, numberTries: 0, changedAt: nextChange() };
  await db.write([
    db.orm.update(person).set(set).where(eq(person.id, found.id)),
    ...forgetSecondStep(found.id),
    deedIfChanged('clear-second-step', { by, person: found.id }),
    ...beginAnew(found),
  ]);
  return { person: viewerOf(found), secret: made };
}

/** Goes with another secret: whoever knew the old one is signed out, and what was tried wrongly is forgotten. */
export function beginAnew({ id, login }: Pick<Viewer, 'id' | 'login'>): Statement[] {
  return [
    { sql: 'DELETE FROM session WHERE person = ?', args: [id] },
    forgetDevicesStatement(id),
    forgiveAccountStatement(login),
  ];
}

/** The logins that could be in the way of one that is made from any of these names. */
export async function findLogins(db: Database, names: readonly string[]): Promise<Set<string>> {
  const bases = [...new Set(names.map(loginBase))];
  // All that begin with a base: `~` comes after every sign of a login.
  const { rows } = await db.client.execute({
    sql: `SELECT person.login FROM json_each(?) AS base
        JOIN person ON person.login >= base.value AND person.login < base.value || '~'
      UNION SELECT merge.login FROM json_each(?) AS base
        JOIN merge ON merge.login >= base.value AND merge.login < base.value || '~'`,
    args: [JSON.stringify(bases), JSON.stringify(bases)],
  });
  return new Set(rows.map(({ login }) => String(login)));
}

/** What `changed_at` becomes: never the same as before, even twice in one millisecond. */
export function nextChange(): SQL {
  return sql`max(${person.changedAt} + 1, ${Date.now()})`;
}
