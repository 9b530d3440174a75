import { expect, test } from 'vitest';
import { clearSecret, savePerson, setActive } from '#server/people/house-acts.ts';
import { readHousePerson } from '#server/people/house-people.ts';
import { isKeeper, nameKeeper, requireKeeper } from '#server/people/keepers.ts';
import { completeSetup, openSetup } from '#server/people/setup.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

async function openServer() {
  const services = await openTestServices();
  const token = (await openSetup(services.db))?.split('kode=')[1] ?? '';
  const retno = await completeSetup(services, {
    ...{ token, house: 'kuripan', name: 'Bu Retno', login: 'retno', secret: 'sawah hijau pagi' },
  });
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  return { services, retno, wartini };
}

test('whoever came by the set-up address keeps the server, and no other coordinator does', async () => {
  const { services, retno, wartini } = await openServer();
  await expect(requireKeeper(services, retno)).resolves.toMatchObject({ login: 'retno' });
  await expect(requireKeeper(services, wartini)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(requireKeeper(services, undefined)).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('the command names another coordinator, twice as well as once, and nobody who is none', async () => {
  const { services, wartini } = await openServer();
  await addTestPerson(services);
  await addTestPerson(services, { login: 'rahmat', role: 'trainer', name: 'Pak Rahmat' });
  await nameKeeper(services.db, 'WARTINI');
  await expect(nameKeeper(services.db, 'wartini')).resolves.toMatchObject({ id: wartini.id });
  expect(await isKeeper(services, wartini)).toBe(true);
  for (const login of ['siti', 'rahmat']) {
    await expect(nameKeeper(services.db, login)).rejects.toMatchObject({ code: 'invalid', detail: 'keeper_role' });
  }
  await expect(nameKeeper(services.db, 'tidak-ada')).rejects.toMatchObject({ code: 'not_found' });
});

test('a coordinator cannot become keeper by taking the keeper’s passphrase, role or account away', async () => {
  const { services, retno, wartini } = await openServer();
  const seen = { id: retno.id, changedAt: undefined };
  const before = await services.db.client.execute('SELECT * FROM person ORDER BY id');
  const refused = { code: 'invalid', detail: 'keeper_account' };
  await expect(clearSecret(services, wartini, retno.id)).rejects.toMatchObject(refused);
  await expect(setActive(services, wartini, seen, false)).rejects.toMatchObject(refused);
  const lower = savePerson(services, wartini, seen, { name: 'Bu Retno', role: 'trainer' });
  await expect(lower).rejects.toMatchObject(refused);
  expect((await services.db.client.execute('SELECT * FROM person ORDER BY id')).rows).toEqual(before.rows);
});

test('another keeper can, and who is no coordinator any more keeps nothing, even as coordinator once more', async () => {
  const { services, retno, wartini } = await openServer();
  await nameKeeper(services.db, 'wartini');
  await savePerson(services, wartini, { id: retno.id, changedAt: undefined }, { name: 'Bu Retno', role: 'trainer' });
  expect(await isKeeper(services, retno)).toBe(false);
  const again = { id: retno.id, changedAt: (await readHousePerson(services, wartini, retno.id)).changedAt };
  await savePerson(services, wartini, again, { name: 'Bu Retno', role: 'coordinator' });
  expect(await isKeeper(services, retno)).toBe(false);
  await setActive(services, wartini, { id: retno.id, changedAt: undefined }, false);
  await expect(nameKeeper(services.db, 'retno')).rejects.toMatchObject({ detail: 'keeper_role' });
});
