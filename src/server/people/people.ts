import { randomInt } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { person } from '#db/schema.ts';
import type { House } from '#domain/house.ts';
import {
  checkName,
  checkSecret,
  loginStem,
  normalizeLogin,
  normalizeName,
  type Role,
  type Viewer,
  viewerOf,
} from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { endSessionsOf } from '#server/accounts/auth.ts';
import { forgetDevices } from '#server/accounts/devices.ts';
import { hashSecret, makeSecret } from '#server/accounts/secret.ts';
import type { Services } from '#server/services.ts';
import { forgiveAccount } from '#server/accounts/throttle.ts';
import { makeUuid } from '#server/uuid.ts';

/** A person to be added. Without `login` one is made from the name; without `secret` one is made. */
export interface NewPerson {
  readonly house: string;
  readonly role: Role;
  readonly name: string;
  readonly login?: string | undefined;
  readonly secret?: string | undefined;
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

/** @throws Refusal invalid with the problem as detail; conflict when the login is taken */
export async function addPerson(services: PersonServices, newPerson: NewPerson): Promise<AddedPerson> {
  const { db } = services;
  const login = newPerson.login === undefined ? await makeLogin(db, newPerson.name) : newPerson.login;
  const { row, secret } = await preparePerson(services, { ...newPerson, login });
  const [inserted] = await db.write([
    db.orm.insert(person).values(row).onConflictDoNothing({ target: person.login }).returning({ id: person.id }),
  ]);
  if (inserted?.rows.length !== 1) throw new Refusal('conflict', 'login_taken');
  return { person: viewerOf(row), secret };
}

/** Checks a new person and makes the row, without writing it. @throws Refusal invalid with the problem as detail */
export async function preparePerson(
  { catalogue, pepper }: Omit<PersonServices, 'db'>,
  { house, role, name, login, secret }: NewPerson & { readonly login: string },
): Promise<{ readonly row: typeof person.$inferSelect; readonly secret: string | undefined }> {
  if (!catalogue.houses.some(({ id }) => id === house)) throw new Refusal('invalid', 'house_unknown');
  const normalLogin = normalizeLogin(login);
  if (normalLogin === undefined) throw new Refusal('invalid', 'login_invalid');
  const problem =
    checkName(name) ?? (secret === undefined ? undefined : checkSecret({ role, login: normalLogin, name }, secret));
  if (problem !== undefined) throw new Refusal('invalid', problem);
  const made = secret === undefined ? makeSecret(role) : undefined;
  const secretHash = await hashSecret(secret ?? made ?? '', pepper);
  return {
    row: {
      id: makeUuid(),
      login: normalLogin,
      name: normalizeName(name),
      role,
      house,
      secretHash,
      createdAt: Date.now(),
    },
    secret: made,
  };
}

/** Everybody, by house and login. */
export function listPersons(db: Database): Promise<(Viewer & { readonly createdAt: number })[]> {
  const { id, login, name, role, house, createdAt } = person;
  return db.orm.select({ id, login, name, role, house, createdAt }).from(person).orderBy(asc(house), asc(login));
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
 * Gives a person a new secret, signs them out everywhere and lifts their throttle.
 * @throws Refusal not_found, invalid with the problem as detail
 */
export async function resetSecret(
  { db, pepper }: Pick<Services, 'db' | 'pepper'>,
  login: string,
  secret?: string,
): Promise<AddedPerson> {
  const [found] = await db.orm
    .select()
    .from(person)
    .where(eq(person.login, normalizeLogin(login) ?? ''));
  if (found === undefined) throw new Refusal('not_found', 'login');
  const problem = secret === undefined ? undefined : checkSecret(found, secret);
  if (problem !== undefined) throw new Refusal('invalid', problem);
  const made = secret === undefined ? makeSecret(found.role) : undefined;
  const secretHash = await hashSecret(secret ?? made ?? '', pepper);
  await db.write([db.orm.update(person).set({ secretHash }).where(eq(person.id, found.id))]);
  await endSessionsOf(db, found.id);
  await forgetDevices(db, found.id);
  await forgiveAccount(db, found.login);
  return { person: viewerOf(found), secret: made };
}

/**
 * A free login from the first word of a name that is no form of address: "Bu Siti Aminah" → siti, else siti2, siti3, …; a
 * random one when all fail.
 */
async function makeLogin(db: Database, name: string): Promise<string> {
  const stem = loginStem(name);
  const base = stem.length >= 3 ? stem : `warga${stem}`;
  for (let number = 1; number < 100; number += 1) {
    const login = number === 1 ? base : `${base}${number}`;
    const taken = await db.orm.select({ id: person.id }).from(person).where(eq(person.login, login));
    if (taken.length === 0) return login;
  }
  return `${base}${randomInt(100, 1_000_000)}`;
}
