import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Viewer } from '#domain/person/person.ts';
import {
  confirmSession,
  createSession,
  endSession,
  endSessionsOf,
  findViewer,
  isConfirmed,
} from '#server/accounts/auth.ts';
import { readDevice, rememberDevice } from '#server/accounts/devices.ts';
import { requireRole, requireViewer } from '#server/accounts/guards.ts';
import { resetSecret } from '#server/people/people.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

const day = 86_400_000;

afterEach(() => void vi.useRealTimers());

async function signInSiti(secure = false) {
  const services = await openTestServices();
  const viewer = await addTestPerson(services);
  const session = await createSession(services.db, viewer.id, secure);
  return { services, db: services.db, viewer, ...session, header: `sesi=${session.token}` };
}

describe('a session', () => {
  test('finds the person of its cookie, among other cookies', async () => {
    const { db, viewer, token } = await signInSiti();
    expect(await findViewer(db, `tema=gelap; sesi=${token}; orang=x`, false)).toEqual({ viewer, cookies: [] });
  });

  test.each([undefined, null, '', 'sesi=', 'sesi=abc', 'sesi=%', 'orang=x', `sesi=${'a'.repeat(10_000)}`, ';;;=;'])(
    'is nobody for the cookie header %s',
    async (header) => {
      const { db } = await signInSiti();
      expect((await findViewer(db, header, false)).viewer).toBeUndefined();
    },
  );

  test('is kept as a digest alone: what the table holds opens nothing', async () => {
    const { db, token } = await signInSiti();
    const { rows } = await db.client.execute('SELECT * FROM session');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await findViewer(db, `sesi=${rows[0]?.id}`, false)).viewer).toBeUndefined();
  });

  test('sets a cookie that no script reads and one that tells the phone who it is', async () => {
    const { cookies, token, viewer } = await signInSiti();
    expect(cookies[0]).toMatch(new RegExp(`^sesi=${token}; `));
    expect(cookies[0]).toMatch(/HttpOnly/);
    expect(cookies[0]).toMatch(/Max-Age=2592000/);
    expect(cookies[0]).toMatch(/SameSite=Lax/);
    expect(cookies[0]).toMatch(/Path=\//);
    expect(cookies[1]).toBe(`orang=${viewer.id}; Path=/; Max-Age=2592000; SameSite=Lax`);
    expect(cookies.join()).not.toMatch(/Secure/);
  });

  test('sets cookies for TLS alone when the request came by TLS', async () => {
    const { cookies } = await signInSiti(true);
    expect(cookies.map((cookie) => /; Secure/.test(cookie))).toEqual([true, true]);
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-sesi', '__Host-orang']);
  });

  test('by TLS, is nobody for a cookie that another port or plain HTTP could have planted', async () => {
    const { db, viewer, token } = await signInSiti(true);
    expect((await findViewer(db, `sesi=${token}`, true)).viewer).toBeUndefined();
    const beside = `sesi=tertanam; __Host-sesi=${token}`;
    expect((await findViewer(db, beside, true)).viewer).toEqual(viewer);
    const device = await rememberDevice(db, viewer.id, undefined, true);
    expect(device).toMatch(/^__Host-perangkat=.*; Secure/);
    const planted = (device.split(';')[0] ?? '').replace('__Host-', '');
    expect(readDevice(planted, true)).toBeUndefined();
    expect(readDevice(`x=1; __Host-${planted}`, true)).toBe(planted.split('=')[1]);
  });

  test('lasts thirty days, and a visit in its second half makes it thirty days again', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { db, header, viewer } = await signInSiti();
    vi.advanceTimersByTime(14 * day);
    expect((await findViewer(db, header, false)).cookies).toEqual([]);
    vi.advanceTimersByTime(10 * day);
    const renewed = await findViewer(db, header, false);
    expect(renewed.viewer).toEqual(viewer);
    expect(renewed.cookies[0]).toMatch(new RegExp(`^${header}; .*Max-Age=2592000`));
    vi.advanceTimersByTime(29 * day);
    expect((await findViewer(db, header, false)).viewer).toEqual(viewer);
    vi.advanceTimersByTime(31 * day);
    const over = await findViewer(db, header, false);
    expect(over.viewer).toBeUndefined();
    expect(over.cookies.map((cookie) => /^(sesi|orang)=; .*Max-Age=0/.test(cookie))).toEqual([true, true]);
  });

  test('is over after signing out, on this phone alone', async () => {
    const { db, header, viewer } = await signInSiti();
    const other = await createSession(db, viewer.id, false);
    const cookies = await endSession(db, header, false);
    expect(cookies.map((cookie) => /^(sesi|orang)=; .*Max-Age=0/.test(cookie))).toEqual([true, true]);
    expect((await findViewer(db, header, false)).viewer).toBeUndefined();
    expect((await findViewer(db, `sesi=${other.token}`, false)).viewer).toEqual(viewer);
  });

  test('is over on every phone when the person is signed out everywhere or gets a new PIN', async () => {
    const { services, db, header, viewer } = await signInSiti();
    await endSessionsOf(db, viewer.id);
    expect((await findViewer(db, header, false)).viewer).toBeUndefined();
    const { token } = await createSession(db, viewer.id, false);
    await resetSecret(services, 'siti');
    expect((await findViewer(db, `sesi=${token}`, false)).viewer).toBeUndefined();
  });

  test('that is over leaves the table when somebody signs in', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { db, viewer } = await signInSiti();
    vi.advanceTimersByTime(31 * day);
    await createSession(db, viewer.id, false);
    expect((await db.client.execute('SELECT count(*) AS n FROM session')).rows[0]?.n).toBe(1);
  });
});

describe('a session of staff', () => {
  const minute = 60_000;

  async function signInTrainer() {
    vi.useFakeTimers({ toFake: ['Date'] });
    const services = await openTestServices();
    const viewer = await addTestPerson(services, { role: 'trainer', login: 'wartini' });
    const { token } = await createSession(services.db, viewer.id, false);
    const find = async () => (await findViewer(services.db, `sesi=${token}`, false)).viewer;
    return { db: services.db, viewer, header: `sesi=${token}`, find };
  }

  test('ends an hour after the last request', async () => {
    const { viewer, find } = await signInTrainer();
    for (let time = 0; time < 5; time += 1) {
      vi.advanceTimersByTime(59 * minute);
      expect(await find()).toEqual(viewer);
    }
    vi.advanceTimersByTime(61 * minute);
    expect(await find()).toBeUndefined();
  });

  test('ends after twelve hours, however busy', async () => {
    const { viewer, find } = await signInTrainer();
    for (let time = 0; time < 23; time += 1) {
      vi.advanceTimersByTime(30 * minute);
      expect(await find()).toEqual(viewer);
    }
    vi.advanceTimersByTime(31 * minute);
    expect(await find()).toBeUndefined();
  });

  test('is confirmed for ten minutes once its owner gave the passphrase again', async () => {
    const { db, header } = await signInTrainer();
    expect(await isConfirmed(db, header, false)).toBe(false);
    await confirmSession(db, header, false);
    expect(await isConfirmed(db, header, false)).toBe(true);
    expect(await isConfirmed(db, undefined, false)).toBe(false);
    vi.advanceTimersByTime(11 * minute);
    expect(await isConfirmed(db, header, false)).toBe(false);
  });

  test('goes on reading, and can be ended, while nothing can be written', async () => {
    const { db, viewer, header, find } = await signInTrainer();
    await db.client.execute('PRAGMA query_only = ON');
    vi.advanceTimersByTime(5 * minute);
    expect(await find()).toEqual(viewer);
    const cookies = await endSession(db, header, false);
    expect(cookies.map((cookie) => /^(sesi|orang)=; .*Max-Age=0/.test(cookie))).toEqual([true, true]);
    expect(await find()).toBeUndefined();
  });
});

describe('guards', () => {
  const viewer: Viewer = { id: 'x', login: 'siti', name: 'Siti', role: 'participant', house: 'kuripan' };

  test('turn strangers away before anything else', () => {
    expect(() => requireViewer({ viewer: undefined })).toThrow('unauthenticated');
    expect(() => requireRole({ viewer: undefined }, 'trainer')).toThrow('unauthenticated');
  });

  test('let in the roles they name and no other', () => {
    expect(requireViewer({ viewer })).toBe(viewer);
    expect(requireRole({ viewer }, 'participant', 'trainer')).toBe(viewer);
    expect(() => requireRole({ viewer }, 'trainer', 'coordinator')).toThrow('forbidden');
  });
});
