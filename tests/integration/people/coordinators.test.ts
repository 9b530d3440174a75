import { expect, test } from 'vitest';
import { findViewer } from '#server/accounts/auth.ts';
import { findSecondStep, keepKeyStatement } from '#server/accounts/second-step/second-step.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import {
  clearCoordinatorSecret,
  clearCoordinatorStep,
  findRunHouses,
  listCoordinators,
  nameCoordinator,
} from '#server/people/coordinators.ts';
import { listHouseDeeds } from '#server/people/deeds.ts';
import { nameKeeper } from '#server/people/keepers.ts';
import { addTestPerson, openTestServices, signedInCookie } from '../../support/database.ts';

const passphrase = 'sawah hijau pagi';
const address = '10.0.0.1';

async function openHouses() {
  const opened = await openTestServices();
  const village = { village: 'V', district: 'D', regency: 'R' };
  const houses = ['kuripan', 'tracap', 'lipursari'].map((id) => ({ id, name: `Rumah ${id}`, ...village }));
  const services = { ...opened, catalogue: { ...opened.catalogue, houses } };
  const staff = (login: string, house: string, role: 'coordinator' | 'trainer' = 'coordinator') =>
    addTestPerson(services, { login, house, role, name: login, secret: passphrase });
  const endah = await staff('endah', 'kuripan');
  await nameKeeper(services.db, 'endah');
  const [wartini, retno] = [await staff('wartini', 'kuripan'), await staff('retno', 'tracap')];
  const rahmat = await staff('rahmat', 'tracap', 'trainer');
  const acts = (by: typeof endah | undefined, house: string, id: string) => [
    () => clearCoordinatorSecret(services, by, { house, id }),
    () => clearCoordinatorStep(services, by, { house, id }),
  ];
  return { services, endah, wartini, retno, rahmat, acts };
}

test('the keeper names the first coordinator of a house, and nobody where one runs it already', async () => {
  const { services, endah, wartini } = await openHouses();
  const houses = ['kuripan', 'tracap', 'lipursari'];
  expect(await findRunHouses(services, endah, houses)).toEqual(new Set(['kuripan', 'tracap']));
  const wanted = { house: 'lipursari', name: 'Bu Sri Wahyuni' };
  await expect(nameCoordinator(services, wartini, wanted)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(nameCoordinator(services, undefined, wanted)).rejects.toMatchObject({ code: 'unauthenticated' });
  const { person, secret } = await nameCoordinator(services, endah, wanted);
  expect(person).toMatchObject({ role: 'coordinator', house: 'lipursari', login: 'sri' });
  // The number opens the choice of a passphrase and nothing else.
  const tried = await signIn(services, { login: 'sri', secret: secret ?? '', address }).catch(
    (error: unknown) => error,
  );
  expect(tried).not.toHaveProperty('login');
  expect(await listHouseDeeds(services.db, person)).toMatchObject([{ act: 'add', by: 'endah' }]);
  const second = nameCoordinator(services, endah, { ...wanted, name: 'Bu Tri' });
  await expect(second).rejects.toMatchObject({ code: 'conflict', detail: 'house_run' });
  await expect(nameCoordinator(services, endah, { ...wanted, house: 'jakarta' })).rejects.toMatchObject({
    detail: 'house_unknown',
  });
});

test('a house whose coordinator’s account is shut may get another one', async () => {
  const { services, endah, retno } = await openHouses();
  await services.db.client.execute({ sql: 'UPDATE person SET deactivated_at = 1 WHERE id = ?', args: [retno.id] });
  expect(await findRunHouses(services, endah, ['tracap'])).toEqual(new Set());
  await nameCoordinator(services, endah, { house: 'tracap', name: 'Bu Sri' });
  expect((await listCoordinators(services, endah, 'tracap')).map(({ login }) => login)).toEqual(['sri', 'retno']);
});

test('the keeper lets a coordinator of another house back in, which that house sees', async () => {
  const { services, endah, retno } = await openHouses();
  const cookie = await signedInCookie(services, retno);
  await services.db.write([keepKeyStatement(services.pepper, { person: retno.id, key: new Uint8Array(20), step: 1 })]);
  const coordinators = await listCoordinators(services, endah, 'tracap');
  expect(coordinators).toMatchObject([{ login: 'retno', secondStep: { codesLeft: 0 } }]);
  const of = { house: 'tracap', id: retno.id };
  await clearCoordinatorStep(services, endah, of);
  expect(await findSecondStep(services.db, retno.id)).toBeUndefined();
  expect((await findViewer(services.db, cookie, false)).viewer).toBeUndefined();
  await expect(clearCoordinatorStep(services, endah, of)).rejects.toMatchObject({ code: 'not_found' });
  const { login, number } = await clearCoordinatorSecret(services, endah, of);
  expect([login, number]).toEqual(['retno', expect.stringMatching(/\d/)]);
  await expect(signIn(services, { login, secret: passphrase, address })).rejects.toThrow();
  expect((await listHouseDeeds(services.db, retno)).map(({ act, by }) => [act, by])).toEqual([
    ['clear-pin', 'endah'],
    ['clear-second-step', 'endah'],
  ]);
});

test('nobody but the keeper does, of coordinators alone, in their own house, and never of themselves', async () => {
  const { services, endah, wartini, retno, rahmat, acts } = await openHouses();
  for (const by of [wartini, rahmat])
    for (const act of acts(by, 'tracap', retno.id)) await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
  for (const act of acts(undefined, 'tracap', retno.id))
    await expect(act()).rejects.toMatchObject({ code: 'unauthenticated' });
  for (const [house, id] of [
    ['tracap', rahmat.id],
    ['lipursari', retno.id],
    ['tracap', 'nobody'],
  ] as const)
    for (const act of acts(endah, house, id)) await expect(act()).rejects.toMatchObject({ code: 'not_found' });
  for (const act of acts(endah, 'kuripan', endah.id))
    await expect(act()).rejects.toMatchObject({ detail: 'own_account' });
  await expect(listCoordinators(services, retno, 'kuripan')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(signIn(services, { login: 'retno', secret: passphrase, address })).resolves.toMatchObject({
    login: 'retno',
  });
});
