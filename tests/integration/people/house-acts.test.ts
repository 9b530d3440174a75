import { describe, expect, test } from 'vitest';
import type { Viewer } from '#domain/person/person.ts';
import { findViewer } from '#server/accounts/auth.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { addToHouse, clearSecret, requireErasable, savePerson, setActive } from '#server/people/house-acts.ts';
import { readHousePerson } from '#server/people/house-people.ts';
import { makeUuid } from '#server/uuid.ts';
import type { Services } from '#server/services.ts';
import { addTestPerson, openTestServices, signedInCookie } from '../../support/database.ts';

const address = '10.0.0.1';

async function openHouse() {
  const services = await openTestServices();
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const retno = await addTestPerson(services, { login: 'retno', role: 'coordinator', name: 'Bu Retno' });
  const siti = await addTestPerson(services);
  return { services, wartini, retno, siti };
}

describe('adding somebody', () => {
  test('gives a login without the form of address and a PIN that opens', async () => {
    const { services, wartini } = await openHouse();
    const { person, secret = '' } = await addToHouse(services, wartini, {
      name: 'Mbak Dwi Lestari',
      role: 'participant',
    });
    expect(person).toMatchObject({ login: 'dwi', house: 'kuripan' });
    expect(await signIn(services, { login: 'dwi', secret, address })).toMatchObject({ id: person.id });
    expect((await readHousePerson(services, wartini, person.id)).deeds).toMatchObject([
      { act: 'look', by: 'Bu Wartini' },
      { act: 'add', by: 'Bu Wartini' },
    ]);
  });

  test('tells two people of one name apart', async () => {
    const { services, wartini, siti } = await openHouse();
    const { person, namesakes } = await addToHouse(services, wartini, { name: 'siti  AMINAH', role: 'participant' });
    expect(person.login).toBe('siti2');
    expect(namesakes).toMatchObject([{ id: siti.id, login: 'siti' }]);
  });

  test('from the same form twice adds nobody twice', async () => {
    const { services, wartini } = await openHouse();
    const form = { id: makeUuid(), name: 'Budi', role: 'participant' } as const;
    await addToHouse(services, wartini, form);
    await expect(addToHouse(services, wartini, form)).rejects.toMatchObject({
      code: 'conflict',
      detail: 'already_added',
    });
    expect(await countDeeds(services, 'add')).toBe(1);
  });

  test('of one name three times at once gives three logins', async () => {
    const { services, wartini } = await openHouse();
    const all = await Promise.allSettled(
      Array.from({ length: 3 }, () => addToHouse(services, wartini, { name: 'Budi', role: 'participant' })),
    );
    const logins = all.map((it) => (it.status === 'fulfilled' ? it.value.person.login : it.reason));
    expect(logins.toSorted()).toEqual(['budi', 'budi2', 'budi3']);
  });

  test.each([
    [{ login: 'siti' }, 'conflict', 'login_taken'],
    [{ login: 'a b' }, 'invalid', 'login_invalid'],
    [{ name: ' ' }, 'invalid', 'name_empty'],
    [{ secret: '123456' }, 'invalid', 'pin_too_simple'],
  ])('with %o is refused, and nothing is noted', async (wrong, code, detail) => {
    const { services, wartini } = await openHouse();
    const adding = addToHouse(services, wartini, { name: 'Budi', role: 'participant', ...wrong });
    await expect(adding).rejects.toMatchObject({ code, detail });
    expect(await countDeeds(services, 'add')).toBe(0);
  });
});

describe('changing somebody', () => {
  test('mends a name and keeps the secret', async () => {
    const { services, wartini, siti } = await openHouse();
    expect(await save(services, wartini, siti, { name: 'Siti Aminah', role: 'participant' })).toBeUndefined();
    expect(await signIn(services, { login: 'siti', secret: '482715', address })).toMatchObject({ name: 'Siti Aminah' });
  });

  test('is refused when another coordinator was faster', async () => {
    const { services, wartini, retno, siti } = await openHouse();
    const { changedAt } = await readHousePerson(services, wartini, siti.id);
    const seen = { id: siti.id, changedAt };
    await savePerson(services, retno, seen, { name: 'Siti Aminah binti Kasan', role: 'participant' });
    const late = savePerson(services, wartini, seen, { name: 'Siti', role: 'participant' });
    await expect(late).rejects.toMatchObject({ code: 'conflict', detail: 'person_changed' });
    await expect(setActive(services, wartini, seen, false)).rejects.toMatchObject({ code: 'conflict' });
    expect(await readHousePerson(services, wartini, siti.id)).toMatchObject({
      name: 'Siti Aminah binti Kasan',
      deactivatedAt: null,
    });
    expect(await countDeeds(services, 'save')).toBe(1);
  });

  test('from participant to trainer takes the PIN away, since it is not enough for staff', async () => {
    const { services, wartini, siti } = await openHouse();
    const cookie = await signedInCookie(services, siti);
    const number = await save(services, wartini, siti, { name: 'Siti Aminah', role: 'trainer' });
    expect(number).toMatch(/^\d{6}$/);
    const old = signIn(services, { login: 'siti', secret: '482715', address });
    await expect(old).rejects.toMatchObject({ code: 'unauthenticated' });
    expect((await findViewer(services.db, cookie, false)).viewer).toBeUndefined();
  });

  test('does not reach the own role or account', async () => {
    const { services, wartini } = await openHouse();
    const own = save(services, wartini, wartini, { name: 'Bu Wartini', role: 'trainer' });
    await expect(own).rejects.toMatchObject({ detail: 'own_role' });
    const seen = { id: wartini.id, changedAt: undefined };
    await expect(setActive(services, wartini, seen, false)).rejects.toMatchObject({ detail: 'own_account' });
    await expect(clearSecret(services, wartini, wartini.id)).rejects.toMatchObject({ detail: 'own_account' });
  });

  test('of two coordinators who shut each other out at once one stays', async () => {
    const { services, wartini, retno } = await openHouse();
    const shut = (by: Viewer, who: Viewer) => setActive(services, by, { id: who.id, changedAt: undefined }, false);
    const done = await Promise.allSettled([shut(wartini, retno), shut(retno, wartini)]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('an account that is shut', () => {
  test('signs out everywhere and opens for nobody until it is opened again', async () => {
    const { services, wartini, siti } = await openHouse();
    const cookie = await signedInCookie(services, siti);
    const seen = { id: siti.id, changedAt: undefined };
    await setActive(services, wartini, seen, false);
    expect((await findViewer(services.db, cookie, false)).viewer).toBeUndefined();
    const entering = () => signIn(services, { login: 'siti', secret: '482715', address });
    await expect(entering()).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(signedInCookie(services, siti)).rejects.toMatchObject({ code: 'unauthenticated' });
    await setActive(services, wartini, seen, true);
    expect(await entering()).toMatchObject({ id: siti.id });
  });
});

describe('a cleared secret', () => {
  test('is taken from participants also by their trainer, from others not', async () => {
    const { services, wartini, siti, retno } = await openHouse();
    const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
    expect(await clearSecret(services, tono, siti.id)).toMatch(/^\d{6}$/);
    await expect(clearSecret(services, tono, retno.id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await readHousePerson(services, wartini, siti.id)).deeds[1]).toMatchObject({
      act: 'clear-pin',
      by: 'Pak Tono',
    });
  });
});

test('only participants and shut accounts are erased, and only when their login was typed', async () => {
  const { services, wartini, retno, siti } = await openHouse();
  const ask = (id: string, login: string) => requireErasable(services, wartini, { id, login });
  expect(await ask(siti.id, ' Siti ')).toBe('siti');
  await expect(ask(siti.id, 'wati')).rejects.toMatchObject({ detail: 'erase_not_sure' });
  await expect(ask(retno.id, 'retno')).rejects.toMatchObject({ detail: 'erase_staff' });
  await setActive(services, wartini, { id: retno.id, changedAt: undefined }, false);
  expect(await ask(retno.id, 'retno')).toBe('retno');
});

async function save(services: Services, by: Viewer, { id }: Viewer, wanted: Parameters<typeof savePerson>[3]) {
  const { changedAt } = await readHousePerson(services, by, id);
  return savePerson(services, by, { id, changedAt }, wanted);
}

async function countDeeds({ db }: Services, act: string): Promise<number> {
  const { rows } = await db.client.execute({ sql: 'SELECT count(*) AS n FROM deed WHERE act = ?', args: [act] });
  return Number(rows[0]?.n);
}
