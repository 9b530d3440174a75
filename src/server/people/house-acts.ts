import { eq } from 'drizzle-orm';
import type { Statement } from '#db/client.ts';
import { person } from '#db/schema/people.ts';
import type { Deed } from '#domain/person/deed.ts';
import {
  checkName,
  isStaffRole,
  normalizeLogin,
  normalizeName,
  type Role,
  type Viewer,
} from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireRole, requireStaff } from '#server/accounts/guards.ts';
import { makeNumber } from '#server/accounts/one-time-number.ts';
import { forgetSecondStep } from '#server/accounts/second-step/second-step.ts';
import type { DataServices, Services } from '#server/services.ts';
import { deedIfChanged } from './deeds.ts';
import { isKeeper, requireOverKeeper } from './keepers.ts';
import { type HousePerson, listNamesakes, requireHousePerson } from './house-people.ts';
import { type AddedPerson, addPerson, beginAnew, type NewPerson, nextChange } from './people.ts';

// What coordinators do to the people of their house. The rules of names, logins and secrets are those of `people.ts`.

/** Somebody who was just added, with others of the house who have the same name. */
export interface AddedToHouse extends AddedPerson {
  readonly namesakes: readonly HousePerson[];
}

/**
 * Adds somebody to the viewer's house.
 * @throws Refusal unauthenticated, forbidden; invalid with the problem as detail; conflict (`login_taken`, `already_added`)
 */
export async function addToHouse(
  services: Services,
  asked: Viewer | undefined,
  newPerson: Omit<NewPerson, 'house'>,
): Promise<AddedToHouse> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const added = await addPerson(services, { ...newPerson, house: viewer.house }, (id) => [
    deedIfChanged('add', { by: viewer.id, person: id }),
  ]);
  return { ...added, namesakes: await listNamesakes(services, viewer, added.person) };
}

/** How a form saw a person: `changedAt` tells whether somebody else was faster; undefined where it does not say. */
export interface SeenPerson {
  readonly id: string;
  readonly changedAt: number | undefined;
}

/**
 * Gives a person of the house another name or role. Whoever goes over between participants and staff needs another kind of
 * secret: the one-time number to choose it with is answered once.
 * @throws Refusal not_found, invalid with the problem as detail (`keeper_account`), conflict when somebody else was faster
 */
export async function savePerson(
  services: Services,
  asked: Viewer | undefined,
  seen: SeenPerson,
  wanted: { readonly name: string; readonly role: Role },
): Promise<string | undefined> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const found = await requireHousePerson(services, viewer, seen.id);
  await requireOverKeeper(services, viewer, found);
  const problem =
    checkName(wanted.name) ?? (found.id === viewer.id && wanted.role !== found.role ? 'own_role' : undefined);
  if (problem !== undefined) throw new Refusal('invalid', problem);
  const made = isStaffRole(found.role) === isStaffRole(wanted.role) ? undefined : makeNumber(services.pepper);
  const { secretHash, numberUntil, numberTries } = made?.columns ?? {};
  // One statement: no PIN ever opens the account of somebody of the staff.
  await change(services, viewer, seen, 'save', {
    sql: `UPDATE person SET name = ?, role = ?, secret_hash = coalesce(?, secret_hash),
      number_until = coalesce(?, number_until), number_tries = coalesce(?, number_tries),
      keeper_since = CASE WHEN ? = 'coordinator' THEN keeper_since END,
      changed_at = max(changed_at + 1, ?)`,
    args: [
      ...[normalizeName(wanted.name), wanted.role],
      ...[secretHash ?? null, numberUntil ?? null, numberTries ?? null, wanted.role, Date.now()],
    ],
  });
  if (made !== undefined) {
    await services.db.write([...beginAnew(found), ...(isStaffRole(wanted.role) ? [] : forgetSecondStep(found.id))]);
  }
  return made?.number;
}

/**
 * Shuts an account, which signs it out everywhere, or opens it again. What its person did stays.
 * @throws Refusal not_found, invalid (`own_account`, `keeper_account`), conflict when somebody else was faster
 */
export async function setActive(
  services: Services,
  asked: Viewer | undefined,
  seen: SeenPerson,
  active: boolean,
): Promise<void> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const found = await requireHousePerson(services, viewer, seen.id);
  if (found.id === viewer.id) throw new Refusal('invalid', 'own_account');
  await requireOverKeeper(services, viewer, found);
  const now = Date.now();
  await change(services, viewer, seen, active ? 'activate' : 'deactivate', {
    sql: 'UPDATE person SET deactivated_at = ?, changed_at = max(changed_at + 1, ?)',
    args: [active ? null : now, now],
  });
  if (!active) await services.db.write([{ sql: 'DELETE FROM session WHERE person = ?', args: [found.id] }]);
}

/**
 * Takes somebody's PIN or passphrase away and signs them out everywhere. Answers the one-time number, this once, with which
 * they choose another: coordinators do it for everybody of the house but themselves, trainers for its participants.
 * @throws Refusal not_found, invalid (`own_account`, `account_shut`, `keeper_account`)
 */
export async function clearSecret(services: Services, asked: Viewer | undefined, id: string): Promise<string> {
  const viewer = requireStaff(asked);
  const found = await requireHousePerson(services, viewer, id);
  if (viewer.role !== 'coordinator' && found.role !== 'participant') throw new Refusal('not_found', 'person');
  return clearSecretOf(services, viewer, found);
}

/** The same of somebody whom the viewer may act on, of whatever house. @throws Refusal as `clearSecret` */
export async function clearSecretOf(services: Services, viewer: Viewer, found: HousePerson): Promise<string> {
  if (found.id === viewer.id) throw new Refusal('invalid', 'own_account');
  if (found.deactivatedAt !== null) throw new Refusal('invalid', 'account_shut');
  await requireOverKeeper(services, viewer, found);
  const { number, columns } = makeNumber(services.pepper);
  const { orm, write } = services.db;
  await write([
    orm
      .update(person)
      .set({ ...columns, changedAt: nextChange() })
      .where(eq(person.id, found.id)),
    deedIfChanged('clear-pin', { by: viewer.id, person: found.id }),
    ...beginAnew(found),
  ]);
  return number;
}

/**
 * Lets somebody of the staff who lost phone and recovery codes sign in by the passphrase alone, and signs them out. Coordinators
 * do it for trainers of the house, keepers for its coordinators too.
 * @throws Refusal not_found (also where no code is asked for); invalid (`own_account`, `keeper_clears`)
 */
export async function clearSecondStep(services: DataServices, asked: Viewer | undefined, id: string): Promise<void> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const found = await requireHousePerson(services, viewer, id);
  await clearSecondStepOf(services, viewer, found);
}

/** The same of somebody whom the viewer may act on, of whatever house. @throws Refusal as `clearSecondStep` */
export async function clearSecondStepOf(services: DataServices, viewer: Viewer, found: HousePerson): Promise<void> {
  if (found.id === viewer.id) throw new Refusal('invalid', 'own_account');
  if (found.role === 'coordinator' && !(await isKeeper(services, viewer)))
    throw new Refusal('invalid', 'keeper_clears');
  const cleared = await services.db.write([
    ...forgetSecondStep(found.id),
    deedIfChanged('clear-second-step', { by: viewer.id, person: found.id }),
    { sql: 'DELETE FROM session WHERE person = ?', args: [found.id] },
  ]);
  if (cleared[1]?.rowsAffected !== 1) throw new Refusal('not_found', 'person');
}

/**
 * The login of a person of the house who may be erased: theirs was typed to make sure, and they run nothing any more
 * (participants, or accounts that were shut before). The erasing itself is `backup/erase-everywhere.ts`.
 * @throws Refusal not_found, invalid (`own_account`, `erase_not_sure`, `erase_staff`)
 */
export async function requireErasable(
  services: DataServices,
  asked: Viewer | undefined,
  { id, login }: { readonly id: string; readonly login: string },
): Promise<string> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const found = await requireHousePerson(services, viewer, id);
  if (found.id === viewer.id) throw new Refusal('invalid', 'own_account');
  if (isStaffRole(found.role) && found.deactivatedAt === null) throw new Refusal('invalid', 'erase_staff');
  if (normalizeLogin(login) !== found.login) throw new Refusal('invalid', 'erase_not_sure');
  return found.login;
}

/**
 * Changes a person whom nobody changed since they were seen, as long as the viewer still runs the house: of two coordinators
 * who shut each other out at once one stays.
 */
async function change(
  { db }: DataServices,
  viewer: Viewer,
  seen: SeenPerson,
  act: Deed,
  { sql, args }: { readonly sql: string; readonly args: readonly (string | number | null)[] },
): Promise<void> {
  const update: Statement = {
    sql: `${sql} WHERE id = ? AND house = ? AND changed_at = coalesce(?, changed_at) AND EXISTS (
      SELECT 1 FROM person AS actor WHERE actor.id = ? AND actor.role = 'coordinator' AND actor.deactivated_at IS NULL)
      RETURNING id`,
    args: [...args, seen.id, viewer.house, seen.changedAt ?? null, viewer.id],
  };
  const [changed] = await db.write([update, deedIfChanged(act, { by: viewer.id, person: seen.id })]);
  if (changed?.rows.length !== 1) throw new Refusal('conflict', 'person_changed');
}
