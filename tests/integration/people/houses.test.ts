import { expect, onTestFinished, test, vi } from 'vitest';
import type { House } from '#domain/house.ts';
import { listSetHouses, withHouses } from '#server/houses/houses.ts';
import { addHouse, correctHouse } from '#server/houses/setting.ts';
import { nameKeeper } from '#server/people/keepers.ts';
import { readOverlay, readOverlayFiles } from '#server/studio/overlay.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

const sukorejo: House = {
  ...{ id: 'sukorejo', name: 'Rumah Belajar “Sukorejo”: satu', village: 'Sukorejo' },
  ...{ district: 'Mojotengah', regency: 'Wonosobo' },
};

async function openKept() {
  const services = await openTestServices();
  const coordinator = (login: string, house?: string) =>
    addTestPerson(services, { login, role: 'coordinator', name: 'Bu Wartini', ...(house && { house }) });
  const [wartini, retno] = [await coordinator('wartini'), await coordinator('retno')];
  await nameKeeper(services.db, 'wartini');
  const siti = await addTestPerson(services);
  return { services, wartini, retno, siti };
}

test('a house that the keeper adds is a house at once, and in the next release', async () => {
  const { services, wartini } = await openKept();
  expect(await withHouses(services.db, services.catalogue)).toBe(services.catalogue);
  expect((await readOverlayFiles(services.db, await readOverlay(services.db))).size).toBe(0);
  expect(await addHouse(services, wartini, sukorejo)).toEqual({ house: sukorejo });
  const catalogue = await withHouses(services.db, services.catalogue);
  expect(catalogue.houses.at(-1)).toEqual(sukorejo);
  expect(await withHouses(services.db, services.catalogue)).toBe(catalogue);
  const there = await addTestPerson({ ...services, catalogue }, { login: 'eko', name: 'Eko', house: 'sukorejo' });
  expect(there.house).toBe('sukorejo');
  const files = await readOverlayFiles(services.db, await readOverlay(services.db));
  expect(String(files.get('content/houses.yaml'))).toContain('id: "sukorejo"');
  expect(String(files.get('content/houses.yaml'))).toContain('id: "tracap"');
});

test('while nothing is set the catalogue is the very same one, however often the houses are read', async () => {
  const { services, wartini } = await openKept();
  await addHouse(services, wartini, sukorejo);
  const catalogue = await withHouses(services.db, services.catalogue);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  onTestFinished(() => void vi.useRealTimers());
  expect(await withHouses(services.db, services.catalogue)).toBe(catalogue);
});

test('a correction stands over what is shipped, and the newest counts', async () => {
  const { services, wartini } = await openKept();
  const [shipped] = services.catalogue.houses;
  if (shipped === undefined) throw new Error('no house');
  for (const village of ['Satu', 'Dua']) await correctHouse(services, wartini, { ...shipped, village });
  const { houses } = await withHouses(services.db, services.catalogue);
  expect(houses).toHaveLength(services.catalogue.houses.length);
  expect(houses[0]).toEqual({ ...shipped, village: 'Dua' });
  const rewritten = services.db.write([{ sql: 'UPDATE house_setting SET name = ?', args: ['x'] }]);
  await expect(rewritten).rejects.toThrow();
});

test('nobody but the keeper sets a house, no id is given twice, and what is wrong is named', async () => {
  const { services, wartini, retno, siti } = await openKept();
  for (const it of [retno, siti])
    await expect(addHouse(services, it, sukorejo)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(addHouse(services, undefined, sukorejo)).rejects.toMatchObject({ code: 'unauthenticated' });
  const [shipped] = services.catalogue.houses;
  const taken = { ...sukorejo, id: shipped?.id ?? '' };
  await expect(addHouse(services, wartini, taken)).rejects.toMatchObject({ detail: 'house_taken' });
  await expect(correctHouse(services, wartini, sukorejo)).rejects.toMatchObject({ code: 'not_found' });
  for (const id of ['', 'Suko Rejo', '../x', 'a'.repeat(200)])
    expect(await addHouse(services, wartini, { ...sukorejo, id })).toEqual({ wrong: ['id'] });
  expect(await addHouse(services, wartini, { ...sukorejo, name: ' ', village: 'x'.repeat(61) })).toEqual({
    wrong: ['name', 'village'],
  });
  expect(await listSetHouses(services.db)).toEqual([]);
  const twice = await Promise.allSettled([1, 2].map(() => addHouse(services, wartini, sukorejo)));
  expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});
