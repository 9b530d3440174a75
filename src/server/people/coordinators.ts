import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { findSecondStep, type SecondStep } from '#server/accounts/second-step/second-step.ts';
import type { DataServices, Services } from '#server/services.ts';
import { deedIfChanged } from './deeds.ts';
import { clearSecondStepOf, clearSecretOf } from './house-acts.ts';
import { type HousePerson, readCoordinators, requireHousePerson } from './house-people.ts';
import { requireKeeper } from './keepers.ts';
import { type AddedPerson, addPerson, type NewPerson } from './people.ts';

// What the keeper does for the coordinators of any house: name the first one, and let back in who lost passphrase or phone. The
// people of that house stay its own coordinator's.

/** A coordinator as the keeper sees them. */
export interface HouseCoordinator extends HousePerson {
  /** Where their sign-in asks for a code. */
  readonly secondStep: SecondStep | undefined;
}

/** Which coordinator of which house. */
export interface CoordinatorAddress {
  readonly house: string;
  readonly id: string;
}

/** Who runs a house, by name. @throws Refusal unauthenticated, forbidden */
export async function listCoordinators(
  services: DataServices,
  asked: Viewer | undefined,
  house: string,
): Promise<readonly HouseCoordinator[]> {
  await requireKeeper(services, asked);
  const found = await readCoordinators(services, house);
  return Promise.all(found.map(async (it) => ({ ...it, secondStep: await findSecondStep(services.db, it.id) })));
}

/** Of these houses those that somebody runs whose account is open. @throws Refusal unauthenticated, forbidden */
export async function findRunHouses(
  services: DataServices,
  asked: Viewer | undefined,
  houses: readonly string[],
): Promise<ReadonlySet<string>> {
  await requireKeeper(services, asked);
  const { rows } = await services.db.client.execute({
    sql: `SELECT item.value AS house FROM json_each(?) AS item WHERE EXISTS (SELECT 1 FROM person
      WHERE person.house = item.value AND person.role = 'coordinator' AND person.deactivated_at IS NULL)`,
    args: [JSON.stringify(houses)],
  });
  return new Set(rows.map(({ house }) => String(house)));
}

/**
 * Names the coordinator of a house that nobody runs yet, or any more; the one-time number, with which they choose a passphrase, is
 * answered this once.
 * @throws Refusal unauthenticated, forbidden; conflict (`house_run`, `login_taken`); invalid with the problem as detail
 */
export async function nameCoordinator(
  services: Services,
  asked: Viewer | undefined,
  newPerson: Pick<NewPerson, 'id' | 'house' | 'name' | 'login'>,
): Promise<AddedPerson> {
  const viewer = await requireKeeper(services, asked);
  const running = await readCoordinators(services, newPerson.house);
  if (running.some(({ deactivatedAt }) => deactivatedAt === null)) throw new Refusal('conflict', 'house_run');
  return addPerson(services, { ...newPerson, role: 'coordinator', made: 'number' }, (id) => [
    deedIfChanged('add', { by: viewer.id, person: id }),
  ]);
}

/**
 * Takes a coordinator's passphrase away, as `clearSecret` does, face to face. Answers whose it was, and the number, this once.
 * @throws Refusal unauthenticated, forbidden, not_found; invalid (`own_account`, `account_shut`)
 */
export async function clearCoordinatorSecret(
  services: Services,
  asked: Viewer | undefined,
  address: CoordinatorAddress,
): Promise<{ readonly login: string; readonly number: string }> {
  const viewer = await requireKeeper(services, asked);
  const found = await requireCoordinator(services, address);
  return { login: found.login, number: await clearSecretOf(services, viewer, found) };
}

/** Lets a coordinator sign in by the passphrase alone. @throws Refusal as above; not_found too where no code is asked for */
export async function clearCoordinatorStep(
  services: DataServices,
  asked: Viewer | undefined,
  address: CoordinatorAddress,
): Promise<void> {
  const viewer = await requireKeeper(services, asked);
  await clearSecondStepOf(services, viewer, await requireCoordinator(services, address));
}

async function requireCoordinator(services: DataServices, { house, id }: CoordinatorAddress): Promise<HousePerson> {
  const found = await requireHousePerson(services, { house }, id);
  if (found.role !== 'coordinator') throw new Refusal('not_found', 'person');
  return found;
}
