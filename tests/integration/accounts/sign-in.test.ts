import { afterEach, describe, expect, test, vi } from 'vitest';
import { Refusal } from '#domain/refusal.ts';
import { resetSecret } from '#server/people/people.ts';
import { isKnownDevice, readDevice, rememberDevice } from '#server/accounts/devices.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { addTestPerson, makeFolder, openTestDatabase, openTestServices } from '../../support/database.ts';

const minute = 60_000;
const right = { login: 'siti', secret: '482715', address: '10.0.0.1' };
const wrong = { ...right, secret: '482714' };

afterEach(() => void vi.useRealTimers());

async function openWithSiti(folder = makeFolder()) {
  const services = await openTestServices({ folder });
  return { services, siti: await addTestPerson(services) };
}

/** The token that a `Set-Cookie` value carries. */
function deviceOf(cookie: string): string {
  const device = readDevice(cookie.split(';')[0], false);
  if (device === undefined) throw new Error(`no device in ${cookie}`);
  return device;
}

/** `in` with the person's id, or the code of the refusal. */
async function attempt(services: Parameters<typeof signIn>[0], credentials: Parameters<typeof signIn>[1]) {
  try {
    const { id } = await signIn(services, credentials);
    return { answer: 'in', id };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { answer: error.code, retryAfterSeconds: error.retryAfterSeconds };
  }
}

async function failTimes(
  services: Parameters<typeof signIn>[0],
  times: number,
  credentials: Parameters<typeof signIn>[1] = wrong,
) {
  const answers = [];
  for (let time = 0; time < times; time += 1) answers.push((await attempt(services, credentials)).answer);
  return answers;
}

describe('signing in', () => {
  test.each(['siti', 'SITI', '  Siti ', 'ｓｉｔｉ'])('works for the login as %s', async (login) => {
    const { services, siti } = await openWithSiti();
    expect(await attempt(services, { ...right, login })).toEqual({ answer: 'in', id: siti.id });
  });

  test.each([
    wrong,
    { ...right, secret: '' },
    { ...right, secret: '482715 ' },
    { ...right, secret: `482715${'0'.repeat(100_000)}` },
    { ...right, login: '' },
    { ...right, login: 'nobody' },
    { ...right, login: "siti' OR 1=1 --" },
    { ...right, login: 'x'.repeat(100_000) },
  ])('is refused in one way for everything else', async (credentials) => {
    const { services } = await openWithSiti();
    await expect(signIn(services, credentials)).rejects.toMatchObject({ code: 'unauthenticated', detail: undefined });
  });

  test('takes as long for an unknown name as for a wrong PIN', async () => {
    const { services } = await openWithSiti();
    await attempt(services, { ...wrong, login: 'warm.up' });
    const measure = async (login: string, time: number) => {
      const from = performance.now();
      await attempt(services, { ...wrong, login, address: `10.1.0.${time}` });
      return performance.now() - from;
    };
    // In turns: a busy machine is slow for both.
    const times: { readonly known: number; readonly unknown: number }[] = [];
    for (let time = 0; time < 8; time += 1) {
      times.push({ known: await measure('siti', time), unknown: await measure('nobody', time) });
    }
    const known = Math.min(...times.map((it) => it.known));
    const unknown = Math.min(...times.map((it) => it.unknown));
    // A road without a hash would take a tenth.
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  test('needs the pepper: a copy of the table alone does not tell whether a PIN is right', async () => {
    const { services } = await openWithSiti();
    expect((await attempt({ ...services, pepper: new Uint8Array(32) }, right)).answer).toBe('unauthenticated');
  });

  test('of a whole class at once from one address works for all', async () => {
    const { services } = await openWithSiti();
    const persons = [];
    for (let at = 0; at < 40; at += 1) persons.push(await addTestPerson(services, { login: `peserta${at}` }));
    const answers = await Promise.all(persons.map(({ login }) => attempt(services, { ...right, login })));
    expect(answers.map(({ answer }) => answer)).toEqual(persons.map(() => 'in'));
  });
});

describe('the throttle', () => {
  test('closes an account after five failures for a quarter of an hour, even for the right PIN', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { services } = await openWithSiti();
    expect(await failTimes(services, 6)).toEqual([...Array(5).fill('unauthenticated'), 'too_many']);
    expect(await attempt(services, right)).toEqual({ answer: 'too_many', retryAfterSeconds: 900 });
    vi.advanceTimersByTime(14 * minute);
    expect(await attempt(services, right)).toEqual({ answer: 'too_many', retryAfterSeconds: 60 });
    vi.advanceTimersByTime(minute);
    expect((await attempt(services, right)).answer).toBe('in');
  });

  test('closes for longer when the failures go on, and asking again meanwhile does not lengthen it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { services } = await openWithSiti();
    await failTimes(services, 5);
    vi.advanceTimersByTime(16 * minute);
    expect(await failTimes(services, 20)).toEqual([...Array(5).fill('unauthenticated'), ...Array(15).fill('too_many')]);
    vi.advanceTimersByTime(16 * minute);
    expect(await attempt(services, right)).toEqual({ answer: 'too_many', retryAfterSeconds: 88 * 60 });
    vi.advanceTimersByTime(88 * minute);
    expect((await attempt(services, right)).answer).toBe('in');
  });

  test('allows twenty failures of an account a day from one place', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { services } = await openWithSiti();
    let failures = 0;
    for (let time = 0; time < 24 * 4 - 1; time += 1) {
      const answers = await failTimes(services, 1);
      failures += answers.filter((answer) => answer === 'unauthenticated').length;
      vi.advanceTimersByTime(15 * minute);
    }
    expect(failures).toBe(20);
  });

  test('allows a hundred failures of an account a day from all places together', async () => {
    const { services } = await openWithSiti();
    const answers = [];
    for (let time = 0; time < 104; time += 1) {
      answers.push((await attempt(services, { ...wrong, address: `10.2.0.${time}` })).answer);
    }
    expect(answers.filter((answer) => answer === 'unauthenticated')).toHaveLength(100);
    expect(answers.slice(100)).toEqual(Array(4).fill('too_many'));
  });

  test.each(['SITI', ' siti ', 'ｓｉｔｉ', '\u00a0Siti'])(
    'is not lifted by writing the login as "%s"',
    async (login) => {
      const { services } = await openWithSiti();
      await failTimes(services, 5);
      expect((await attempt(services, { ...right, login })).answer).toBe('too_many');
    },
  );

  test('never keeps a device out that signed in before, whatever others have tried and from wherever', async () => {
    const { services, siti } = await openWithSiti();
    const device = deviceOf(await rememberDevice(services.db, siti.id, undefined, false));
    for (let time = 0; time < 100; time += 1) {
      await attempt(services, { ...wrong, address: `10.2.0.${time}` });
    }
    await failTimes(services, 30, { ...wrong, login: 'tebak' });
    expect((await attempt(services, right)).answer).toBe('too_many');
    expect((await attempt(services, { ...right, device })).answer).toBe('in');
  });

  test('counts what a known device tries, and another’s device is a stranger', async () => {
    const { services, siti } = await openWithSiti();
    const other = await addTestPerson(services, { login: 'warti' });
    const device = deviceOf(await rememberDevice(services.db, siti.id, undefined, false));
    const foreign = deviceOf(await rememberDevice(services.db, other.id, undefined, false));
    expect(await failTimes(services, 6, { ...wrong, device })).toEqual([
      ...Array(5).fill('unauthenticated'),
      'too_many',
    ]);
    expect(await failTimes(services, 6, { ...wrong, device: foreign })).toEqual([
      ...Array(5).fill('unauthenticated'),
      'too_many',
    ]);
    expect((await attempt(services, { ...right, device: foreign, address: '10.0.0.7' })).answer).toBe('in');
  });

  test('knows no device any more once the PIN was reset, and no more than twenty of a person', async () => {
    const { services, siti } = await openWithSiti();
    const devices = [];
    for (let time = 0; time < 21; time += 1) {
      devices.push(deviceOf(await rememberDevice(services.db, siti.id, undefined, false)));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(await isKnownDevice(services.db, 'siti', devices[0])).toBe(false);
    expect(await isKnownDevice(services.db, 'siti', devices[20])).toBe(true);
    await resetSecret(services, 'siti', { secret: '415926' });
    expect(await isKnownDevice(services.db, 'siti', devices[20])).toBe(false);
  });

  test('cannot be raced: of thirty wrong PINs at the same moment five are looked at', async () => {
    const { services } = await openWithSiti();
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(services, wrong)));
    expect(answers.filter(({ answer }) => answer === 'unauthenticated')).toHaveLength(5);
    expect(answers.filter(({ answer }) => answer === 'too_many')).toHaveLength(25);
  });

  test('cannot be raced by two servers on one database', async () => {
    const folder = makeFolder();
    const { services } = await openWithSiti(folder);
    const other = { ...services, db: await openTestDatabase(folder) };
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => attempt(at % 2 === 0 ? services : other, wrong)),
    );
    expect(answers.filter(({ answer }) => answer === 'unauthenticated')).toHaveLength(5);
  });

  test('is still there after a restart', async () => {
    const folder = makeFolder();
    const { services } = await openWithSiti(folder);
    await failTimes(services, 5);
    await services.db.close();
    const restarted = await openTestServices({ folder });
    expect((await attempt(restarted, right)).answer).toBe('too_many');
  });

  test('closes an address after thirty failures at any names, and not for the others', async () => {
    const { services } = await openWithSiti();
    for (let time = 0; time < 30; time += 1) {
      expect((await attempt(services, { ...wrong, login: `tebak${time}` })).answer).toBe('unauthenticated');
    }
    expect((await attempt(services, right)).answer).toBe('too_many');
    expect((await attempt(services, { ...right, address: '10.0.0.2' })).answer).toBe('in');
  });

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff'],
    ['2001:db8::1', '2001:DB8:0:0:9::9'],
    ['fe80::1%eth0', 'fe80::2'],
    ['::ffff:10.0.0.9', '10.0.0.9'],
  ])('takes %s and %s for one address', async (first, second) => {
    const { services } = await openWithSiti();
    for (let time = 0; time < 30; time += 1) await attempt(services, { ...wrong, login: `t${time}`, address: first });
    expect((await attempt(services, { ...right, address: second })).answer).toBe('too_many');
    expect((await attempt(services, { ...right, address: '2001:db8:1:3::1' })).answer).toBe('in');
  });

  test('forgets the failures of an account that got in, not those of its address', async () => {
    const { services } = await openWithSiti();
    await addTestPerson(services, { login: 'penyerang' });
    for (let round = 0; round < 6; round += 1) {
      await failTimes(services, 4);
      expect((await attempt(services, right)).answer).toBe('in');
    }
    for (let time = 0; time < 6; time += 1) await attempt(services, { ...wrong, login: `tebak${time}` });
    // Signing in with an account of one's own does not open the address again.
    expect((await attempt(services, { ...right, login: 'penyerang' })).answer).toBe('too_many');
  });

  test('is lifted for an account whose PIN was reset at the house', async () => {
    const { services } = await openWithSiti();
    await failTimes(services, 5);
    await resetSecret(services, 'siti', { secret: '415926' });
    expect((await attempt(services, { ...right, secret: '415926' })).answer).toBe('in');
  });

  test('does not hold for ever when the clock was ahead and is set right', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { services } = await openWithSiti();
    vi.setSystemTime(Date.now() + 365 * 24 * 60 * minute);
    await failTimes(services, 5);
    vi.setSystemTime(Date.now() - 365 * 24 * 60 * minute);
    expect((await attempt(services, right)).answer).toBe('in');
  });

  test('keeps neither logins nor addresses, and no row longer than a day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { services } = await openWithSiti();
    await failTimes(services, 3);
    const { rows } = await services.db.client.execute('SELECT * FROM sign_in_attempt');
    expect(rows).toHaveLength(9);
    expect(JSON.stringify(rows)).not.toMatch(/siti|10\.0\.0\.1/);
    vi.advanceTimersByTime(25 * 60 * minute);
    await attempt(services, { ...wrong, login: 'nobody' });
    const left = await services.db.client.execute('SELECT count(*) AS n FROM sign_in_attempt');
    expect(left.rows[0]?.n).toBe(3);
  });
});
