import { and, eq } from 'drizzle-orm';
import { person } from '#db/schema/people.ts';
import { compareNames } from '#domain/person/name-order.ts';
import { nameKey, type Role, type Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { listFormerAccounts } from '#server/accounts/former-accounts.ts';
import { requireRole } from '#server/accounts/guards.ts';
import { findSecondStep, type SecondStep } from '#server/accounts/second-step/second-step.ts';
import type { DataServices } from '#server/services.ts';
import { noteLook, listDeeds, type ToldDeed } from './deeds.ts';

/** Somebody of a house as its coordinator sees them. */
export interface HousePerson {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: number;
  /** Which state of the person this is: it is another one after each change. */
  readonly changedAt: number;
  readonly deactivatedAt: number | null;
  /** Until when a one-time number opens the choice of a PIN; null once that was chosen. */
  readonly numberUntil: number | null;
  /** How many wrong numbers it still takes. */
  readonly numberTries: number;
  /** Since when they keep the server; null for everybody else. */
  readonly keeperSince: number | null;
}

export interface HousePersonDetail extends HousePerson {
  /** Others of the house with this very name. */
  readonly namesakes: readonly HousePerson[];
  readonly deeds: readonly ToldDeed[];
  /** Where their sign-in asks for a code. */
  readonly secondStep: SecondStep | undefined;
  /** Logins of accounts that became part of this one. */
  readonly formerLogins: readonly string[];
}

/** Everybody of the viewer's house by name. @throws Refusal unauthenticated, forbidden */
export async function listHousePeople({ db }: DataServices, viewer: Viewer | undefined): Promise<HousePerson[]> {
  const { house } = requireRole({ viewer }, 'coordinator');
  const people = await db.orm.select(columns).from(person).where(eq(person.house, house));
  return people.toSorted(compareNames);
}

/** Who runs a house, whether their account is open or not, by name. */
export async function readCoordinators({ db }: DataServices, house: string): Promise<HousePerson[]> {
  const people = await db.orm
    .select(columns)
    .from(person)
    .where(and(eq(person.house, house), eq(person.role, 'coordinator')));
  return people.toSorted(compareNames);
}

/** One person of the viewer's house; that the viewer looked is noted. @throws Refusal not_found when not theirs or not there */
export async function readHousePerson(
  services: DataServices,
  asked: Viewer | undefined,
  id: string,
): Promise<HousePersonDetail> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const found = await requireHousePerson(services, viewer, id);
  if (found.id !== viewer.id) await noteLook(services.db, viewer.id, found.id);
  const [namesakes, deeds, secondStep, former] = await Promise.all([
    listNamesakes(services, viewer, found),
    listDeeds(services.db, found.id),
    findSecondStep(services.db, found.id),
    listFormerAccounts(services.db, found.id),
  ]);
  return { ...found, namesakes, deeds, secondStep, formerLogins: former.map(({ login }) => login) };
}

/** Others of the house who have the same name, whatever its letters' size. */
export async function listNamesakes(
  { db }: DataServices,
  { house }: Pick<Viewer, 'house'>,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<HousePerson[]> {
  const people = await db.orm.select(columns).from(person).where(eq(person.house, house));
  return people.filter((it) => it.id !== id && nameKey(it.name) === nameKey(name));
}

/** @throws Refusal not_found */
export async function requireHousePerson(
  { db }: DataServices,
  { house }: Pick<Viewer, 'house'>,
  id: string,
): Promise<HousePerson> {
  const [found] = await db.orm
    .select(columns)
    .from(person)
    .where(and(eq(person.id, id), eq(person.house, house)));
  if (found === undefined) throw new Refusal('not_found', 'person');
  return found;
}

const { id, login, name, role, createdAt, changedAt, deactivatedAt, numberUntil, numberTries, keeperSince } = person;
const columns = {
  ...{ id, login, name, role, createdAt, changedAt, deactivatedAt, numberUntil, numberTries, keeperSince },
};
