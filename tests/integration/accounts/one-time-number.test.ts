import { afterEach, describe, expect, test, vi } from 'vitest';
import { readPeopleText } from '#content/exchange/table/people.ts';
import type { Viewer } from '#domain/person/person.ts';
import { findViewer } from '#server/accounts/auth.ts';
import { findOpenAccount, openHere, signIn } from '#server/accounts/sign-in.ts';
import { clearSecret } from '#server/people/house-acts.ts';
import { importPeople } from '#server/people/import.ts';
import { changeOwnSecret } from '#server/people/own-data/own-secret.ts';
import { takeSignInForm } from '#server/people/sign-in-form.ts';
import { makeUuid } from '#server/uuid.ts';
import type { Services } from '#server/services.ts';
import { addTestPerson, openTestServices, signedInCookie } from '../../support/database.ts';

// A PIN that staff cleared: its owner gets a number face to face, and with it chooses the next one.

const hour = 60 * 60_000;
const request = { cookieHeader: null, secure: false, address: '10.0.0.1' };
const pin = { new: '719403', repeat: '719403' };

afterEach(() => void vi.useRealTimers());

async function openCleared() {
  const services = await openTestServices();
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const siti = await addTestPerson(services);
  const before = await signedInCookie(services, siti);
  const number = await clearSecret(services, wartini, siti.id);
  return { services, wartini, siti, before, number };
}

function send(services: Services, fields: Readonly<Record<string, string>>, address = request.address) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ login: 'siti', ...fields })) form.set(name, value);
  return takeSignInForm(services, form, { ...request, address });
}

/** Another number than this one. */
function wrongOf(number: string): string {
  return number === '111222' ? '111223' : '111222';
}

describe('a cleared PIN', () => {
  test('opens nothing any more, and every phone is signed out', async () => {
    const { services, before } = await openCleared();
    expect((await findViewer(services.db, before, false)).viewer).toBeUndefined();
    await expect(send(services, { secret: '482715' })).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('is replaced by one that its owner chooses with the number, however it is spaced', async () => {
    const { services, siti, number } = await openCleared();
    const spaced = `${number.slice(0, 3)} ${number.slice(3)}`;
    expect(await send(services, { secret: spaced })).toEqual({ kind: 'choose', viewer: siti });
    const entered = await send(services, { secret: spaced, ...pin });
    if (entered.kind !== 'entered') throw new Error('nobody entered');
    const cookie = entered.cookies.map((it) => it.split(';')[0]).join('; ');
    expect((await findViewer(services.db, cookie, false)).viewer).toEqual(siti);
    expect(await signIn(services, { login: 'siti', secret: '719403', address: '10.0.0.2' })).toEqual(siti);
  });

  test('leaves a number that opens no page and no export, and no session of its own', async () => {
    const { services, number } = await openCleared();
    const asking = signIn(services, { login: 'siti', secret: number, address: request.address });
    await expect(asking).rejects.toMatchObject({ code: 'unauthenticated', detail: 'must_choose' });
    const { rows } = await services.db.client.execute('SELECT count(*) AS n FROM session');
    expect(rows[0]?.n).toBe(0);
  });

  test.each([
    [{ new: '123456', repeat: '123456' }, 'pin_too_simple'],
    [{ new: '170845', repeat: '170845' }, 'pin_is_a_date'],
    [{ new: '719403', repeat: '719404' }, 'secrets_differ'],
    [{ new: '', repeat: '' }, 'pin_not_six_digits'],
  ])('asks again for %o, which takes none of the tries', async (chosen, problem) => {
    const { services, number } = await openCleared();
    for (let time = 0; time < 6; time += 1) {
      expect(await send(services, { secret: number, ...chosen })).toMatchObject({ kind: 'choose', problem });
    }
    expect(await send(services, { secret: number, ...pin })).toMatchObject({ kind: 'entered' });
  });

  test('is not replaced by the number itself, which staff have seen', async () => {
    const { services, wartini, siti } = await openCleared();
    // Some numbers are no good PINs for another reason.
    let answer: unknown;
    while (typeof answer !== 'object' || !JSON.stringify(answer).includes('secret_is_number')) {
      const number = await clearSecret(services, wartini, siti.id);
      answer = await send(services, { secret: number, new: number, repeat: number });
      expect(answer).toMatchObject({ kind: 'choose', problem: expect.any(String) });
    }
  });
});

describe('a one-time number', () => {
  test('is good for 24 hours, and says so afterwards to whoever holds it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { services, number } = await openCleared();
    vi.advanceTimersByTime(24 * hour - 1000);
    expect(await send(services, { secret: number })).toMatchObject({ kind: 'choose' });
    vi.advanceTimersByTime(1000);
    await expect(send(services, { secret: number })).rejects.toMatchObject({ detail: 'number_expired' });
    await expect(send(services, { secret: wrongOf(number) })).rejects.toMatchObject({ detail: undefined });
  });

  test('is good for five wrong tries from anywhere, also when they come at once', async () => {
    const { services, number } = await openCleared();
    const wrong = Array.from({ length: 12 }, (_, at) =>
      send(services, { secret: wrongOf(number) }, `10.3.0.${at}`).catch((error: unknown) => error),
    );
    expect(await Promise.all(wrong)).toEqual(Array(12).fill(expect.objectContaining({ detail: undefined })));
    const late = send(services, { secret: number }, '10.4.0.1');
    await expect(late).rejects.toMatchObject({ code: 'unauthenticated', detail: 'number_spent' });
  });

  test('is void once it was used, and once another was made', async () => {
    const { services, wartini, siti, number } = await openCleared();
    const newer = await clearSecret(services, wartini, siti.id);
    if (newer !== number) {
      await expect(send(services, { secret: number, ...pin })).rejects.toMatchObject({ detail: 'number_gone' });
    }
    expect(await send(services, { secret: newer, ...pin })).toMatchObject({ kind: 'entered' });
    await expect(send(services, { secret: newer, ...pin })).rejects.toMatchObject({ detail: 'number_gone' });
    await expect(send(services, { secret: '719403', ...pin })).rejects.toMatchObject({ detail: 'secret_chosen' });
  });

  test('stands nowhere in the database', async () => {
    const { services, number } = await openCleared();
    const { rows } = await services.db.client.execute('SELECT secret_hash, login, name FROM person');
    expect(JSON.stringify(rows)).not.toContain(number);
    const other = send({ ...services, pepper: new Uint8Array(32) }, { secret: number });
    await expect(other).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('begins everybody of a list, and of a shut account none is made', async () => {
    const { services, wartini } = await openCleared();
    const table = readPeopleText('Budi\nPak Eko\tpelatih');
    if ('problem' in table) throw new Error(table.problem);
    const rows = [{ line: 1, cells: ['nama', 'peran'] }, ...table.rows.map((row) => ({ ...row, line: row.line + 1 }))];
    const [budi, eko] = await importPeople(services, wartini, rows, { id: makeUuid() });
    expect(await send(services, { login: 'budi', secret: budi?.secret ?? '' })).toMatchObject({ kind: 'choose' });
    const chosen = { new: 'sawah hijau pagi', repeat: 'sawah hijau pagi' };
    const login = eko?.person.login ?? '';
    expect(await send(services, { login, secret: eko?.secret ?? '', ...chosen })).toMatchObject({ kind: 'entered' });
    await services.db.client.execute("UPDATE person SET deactivated_at = 1 WHERE login = 'budi'");
    const clearing = clearSecret(services, wartini, budi?.person.id ?? '');
    await expect(clearing).rejects.toMatchObject({ code: 'invalid', detail: 'account_shut' });
  });
});

describe('a clearing in the middle of', () => {
  test('a sign-in: whoever knew the old PIN gets no session by it', async () => {
    const { services, wartini, siti } = await openKnown();
    const account = await findOpenAccount(services, { login: 'siti', secret: '482715', address: request.address });
    await clearSecret(services, wartini, siti.id);
    await expect(openHere(services, account, request)).rejects.toMatchObject({ code: 'unauthenticated' });
    const { rows } = await services.db.client.execute('SELECT count(*) AS n FROM session');
    expect(rows[0]?.n).toBe(0);
  });

  test.each([0, 5, 10, 20, 30])('a change of one’s own PIN, %i ms after it began: the clearing stands', async (ms) => {
    const { services, wartini, siti } = await openKnown();
    const own = { present: '482715', wanted: '719403', repeated: '719403' };
    const changing = changeOwnSecret(services, siti, own, request).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, ms));
    const number = await clearSecret(services, wartini, siti.id);
    await changing;
    expect(await send(services, { secret: number })).toMatchObject({ kind: 'choose' });
  });

  test('the choice: of two numbers the older opens nothing', async () => {
    const { services, wartini, siti, number } = await openCleared();
    const choosing = send(services, { secret: number, ...pin }).catch((error: unknown) => error);
    const newer = await clearSecret(services, wartini, siti.id);
    await choosing;
    expect(await send(services, { secret: newer })).toMatchObject({ kind: 'choose' });
  });

  async function openKnown(): Promise<{ services: Services; wartini: Viewer; siti: Viewer }> {
    const services = await openTestServices();
    const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
    return { services, wartini, siti: await addTestPerson(services) };
  }
});
