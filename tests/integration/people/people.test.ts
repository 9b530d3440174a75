import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSecret, roles } from '#domain/person/person.ts';
import { openPepper, replacePepper } from '#server/accounts/pepper.ts';
import { addPerson, listPersons, resetSecret } from '#server/people/people.ts';
import { makeSecret } from '#server/accounts/secret.ts';
import { completeSetup, isSetupOpen, openSetup } from '#server/people/setup.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { addTestPerson, makeFolder, openTestServices } from '../../support/database.ts';

const siti = { house: 'kuripan', role: 'participant', name: 'Siti Aminah', login: 'siti', secret: '482715' } as const;
const address = '10.0.0.1';

describe('adding a person', () => {
  test.each([
    'Siti \'Ami\' "A"',
    'Wartini 🙂👩‍🌾',
    "Ma'ruf Al-Amīn",
    'سلام',
    '林',
    'O'.repeat(100),
    "'; DROP TABLE person; --",
  ])('keeps the name %s as it is', async (name) => {
    const services = await openTestServices();
    await addPerson(services, { ...siti, name });
    expect((await listPersons(services.db)).map((it) => it.name)).toEqual([name]);
  });

  test.each([
    [{ name: '   ' }, 'name_empty'],
    [{ name: 'x'.repeat(300) }, 'name_too_long'],
    [{ name: 'Siti \u202eanimA' }, 'name_forbidden_signs'],
    [{ name: 'Siti\u0000' }, 'name_forbidden_signs'],
    [{ house: 'jakarta' }, 'house_unknown'],
    [{ login: 'a' }, 'login_invalid'],
    [{ login: 'siti aminah' }, 'login_invalid'],
    [{ login: 'sіti' }, 'login_invalid'],
    [{ secret: '12345' }, 'pin_not_six_digits'],
    [{ secret: '123456' }, 'pin_too_simple'],
    [{ role: 'trainer', secret: 'pendek' }, 'passphrase_too_short'],
  ] as const)('is refused for %o', async (it, detail) => {
    const services = await openTestServices();
    await expect(addPerson(services, { ...siti, ...it })).rejects.toMatchObject({ code: 'invalid', detail });
    expect(await listPersons(services.db)).toEqual([]);
  });

  test('is refused when the login is taken in any spelling, by one of two at once', async () => {
    const services = await openTestServices();
    const outcomes = await Promise.allSettled([
      addPerson(services, siti),
      addPerson(services, { ...siti, login: ' SITI', name: 'Siti Lain' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', detail: 'login_taken' },
    });
    expect(await listPersons(services.db)).toHaveLength(1);
  });

  test('without login and secret makes both, and they work', async () => {
    const services = await openTestServices();
    const { house, name } = siti;
    const first = await addPerson(services, { house, name, role: 'participant' });
    const second = await addPerson(services, { house, name, role: 'trainer' });
    const third = await addPerson(services, { house, name: '林', role: 'participant' });
    expect([first, second, third].map(({ person }) => person.login)).toEqual(['siti', 'siti2', 'warga']);
    for (const { person, secret = '' } of [first, second, third]) {
      await expect(signIn(services, { login: person.login, secret, address })).resolves.toEqual(person);
    }
  });

  test('keeps no secret that could be read', async () => {
    const services = await openTestServices();
    await addPerson(services, siti);
    const { rows } = await services.db.client.execute('SELECT secret_hash FROM person');
    expect(rows[0]?.secret_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

test('made secrets are never ones that would be refused, and never the same', () => {
  for (const role of roles) {
    const secrets = Array.from({ length: 200 }, () => makeSecret(role));
    expect(secrets.map((secret) => checkSecret({ role, login: '', name: '' }, secret))).toEqual(
      Array(200).fill(undefined),
    );
    expect(new Set(secrets).size).toBeGreaterThan(190);
  }
});

test('a reset makes the old secret wrong and the new one right', async () => {
  const services = await openTestServices();
  await addTestPerson(services);
  const { secret = '' } = await resetSecret(services, 'SITI');
  await expect(signIn(services, { login: 'siti', secret, address })).resolves.toMatchObject({ login: 'siti' });
  await expect(signIn(services, { login: 'siti', secret: '482715', address })).rejects.toMatchObject({
    code: 'unauthenticated',
  });
  await expect(resetSecret(services, 'nobody')).rejects.toMatchObject({ code: 'not_found' });
  await expect(resetSecret(services, 'siti', { secret: '111111' })).rejects.toMatchObject({ detail: 'pin_too_simple' });
});

describe('the first coordinator', () => {
  const form = { house: 'kuripan', name: 'Bu Retno', login: 'retno', secret: 'sawah hijau pagi' };
  const tokenOf = (path: string | undefined) => path?.split('kode=')[1] ?? '';

  test('is made by the one-time address, once', async () => {
    const services = await openTestServices();
    const path = await openSetup(services.db);
    expect(path).toMatch(/^\/pengurus\/mulai\/\?kode=[\w-]{32}$/);
    const token = tokenOf(path);
    expect(await isSetupOpen(services.db, token)).toBe(true);
    const outcomes = await Promise.allSettled([
      completeSetup(services, { ...form, token }),
      completeSetup(services, { ...form, token, login: 'kedua' }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listPersons(services.db)).toMatchObject([{ role: 'coordinator', house: 'kuripan' }]);
    await expect(completeSetup(services, { ...form, token, login: 'ketiga' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await isSetupOpen(services.db, token)).toBe(false);
    expect(await openSetup(services.db)).toBeUndefined();
  });

  test('may come by the address that any host printed, and makes the others void', async () => {
    const services = await openTestServices();
    const [first, second] = [tokenOf(await openSetup(services.db)), tokenOf(await openSetup(services.db))];
    expect([await isSetupOpen(services.db, first), await isSetupOpen(services.db, second)]).toEqual([true, true]);
    await completeSetup(services, { ...form, token: first });
    expect(await isSetupOpen(services.db, second)).toBe(false);
  });

  test('cannot come by a guess, nothing, or an address of long ago', async () => {
    const services = await openTestServices();
    const old = tokenOf(await openSetup(services.db));
    for (let start = 0; start < 20; start += 1) await openSetup(services.db);
    for (const token of [old, '', 'x', '%', '\u0000']) {
      expect(await isSetupOpen(services.db, token)).toBe(false);
      await expect(completeSetup(services, { ...form, token })).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('may mend a wrong field and go on with the same address', async () => {
    const services = await openTestServices();
    const token = tokenOf(await openSetup(services.db));
    await expect(completeSetup(services, { ...form, token, secret: 'pendek' })).rejects.toMatchObject({
      detail: 'passphrase_too_short',
    });
    await expect(completeSetup(services, { ...form, token })).resolves.toMatchObject({ login: 'retno' });
  });

  test('has no use for an address once there is a coordinator, participants do not matter', async () => {
    const services = await openTestServices();
    const token = tokenOf(await openSetup(services.db));
    await addTestPerson(services);
    expect(await isSetupOpen(services.db, token)).toBe(true);
    await addTestPerson(services, { login: 'hadi', role: 'coordinator', name: 'Pak Hadi' });
    expect(await isSetupOpen(services.db, token)).toBe(false);
    await expect(completeSetup(services, { ...form, token })).rejects.toMatchObject({ code: 'not_found' });
    expect(await openSetup(services.db)).toBeUndefined();
  });

  test('is found by a token that the database does not hold', async () => {
    const { db } = await openTestServices();
    const token = tokenOf(await openSetup(db));
    expect(JSON.stringify((await db.client.execute('SELECT * FROM setup')).rows)).not.toContain(token);
  });
});

describe('the pepper', () => {
  test('is the same for two servers that start at the same moment, and after a restart', async () => {
    const folder = makeFolder();
    const { db, pepper } = await openTestServices({ folder });
    rmSync(join(folder, 'pepper'));
    await db.client.execute('DELETE FROM pepper');
    const both = await Promise.all([openPepper(db, folder), openPepper(db, folder)]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]).not.toEqual(pepper);
    expect(await openPepper(db, folder)).toEqual(both[0]);
  });

  test('that is gone, damaged or another’s is named before anybody wonders why no PIN is right', async () => {
    const folder = makeFolder();
    const { db } = await openTestServices({ folder });
    const file = join(folder, 'pepper');
    const kept = readFileSync(file);
    writeFileSync(file, kept.subarray(1));
    await expect(openPepper(db, folder)).rejects.toThrow(/damaged/);
    writeFileSync(
      file,
      kept.map((byte) => byte ^ 1),
    );
    await expect(openPepper(db, folder)).rejects.toThrow(/another database/);
    rmSync(file);
    await expect(openPepper(db, folder)).rejects.toThrow(/missing.*--new-pepper/);
    writeFileSync(file, kept);
    await expect(openPepper(db, folder)).resolves.toEqual(new Uint8Array(kept));
  });

  test('can be replaced when it is lost, not when it is in its place', async () => {
    const folder = makeFolder();
    const services = await openTestServices({ folder });
    await addTestPerson(services);
    await expect(replacePepper(services.db, folder)).rejects.toThrow(/in its place/);
    rmSync(join(folder, 'pepper'));
    const pepper = await replacePepper(services.db, folder);
    await resetSecret({ ...services, pepper }, 'siti', { secret: '415926' });
    const again = { ...services, pepper: await openPepper(services.db, folder) };
    await expect(signIn(again, { login: 'siti', secret: '415926', address })).resolves.toMatchObject({ login: 'siti' });
  });
});

describe('npm run person', { timeout: 120_000 }, () => {
  function person(folder: string, args: readonly string[], input: string | undefined) {
    const child = spawn(process.execPath, ['src/cli/run.mjs', 'person', ...args], {
      env: { ...process.env, DATABASE_URL: `file:${join(folder, 'test.db')}` },
    });
    if (input !== undefined) child.stdin.end(input);
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (output.stdout += chunk));
    child.stderr.on('data', (chunk) => (output.stderr += chunk));
    return new Promise<typeof output & { status: number | null }>((resolve) =>
      child.on('close', (status) => resolve({ ...output, status })),
    );
  }

  test('adds with the secret from standard input, lists, and resets with a made one', async () => {
    const folder = makeFolder();
    const add = ['add', '--house', 'kuripan', '--role', 'participant', '--name', 'Siti Aminah', '--login', 'siti'];
    const added = await person(folder, add, '482715\n');
    expect(added).toMatchObject({ status: 0, stderr: '' });
    const line = JSON.parse(added.stdout);
    expect(line).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      login: 'siti',
      role: 'participant',
      house: 'kuripan',
    });
    expect(JSON.parse((await person(folder, ['list'], '')).stdout)).toEqual({ ...line, name: 'Siti Aminah' });
    const reset = await person(folder, ['reset', 'siti'], '');
    expect(JSON.parse(reset.stdout)).toEqual({ ...line, secret: expect.stringMatching(/^\d{6}$/) });
    const again = await person(folder, add, '');
    expect(again).toMatchObject({ status: 1, stdout: '', stderr: 'This login is taken: choose another one.\n' });
  });

  test('brings two accounts together and moves the one, each looked at first', async () => {
    const folder = makeFolder();
    for (const login of ['siti', 'siti2'])
      await person(
        folder,
        ['add', '--house', 'kuripan', '--role', 'participant', '--name', 'Siti', '--login', login],
        '',
      );
    const looked = await person(folder, ['merge', 'siti2', '--into', 'siti', '--dry-run'], '');
    expect(looked).toMatchObject({ status: 0, stderr: 'siti2 would become part of siti; its login leads on to it.\n' });
    expect(JSON.parse(looked.stdout)).toMatchObject({ kept: { login: 'siti', records: 0 }, gone: { login: 'siti2' } });
    const merged = await person(folder, ['merge', 'siti2', '--into', 'siti', '--yes'], '');
    expect(merged).toMatchObject({ status: 0, stderr: 'siti2 is now part of siti; its login leads on to it.\n' });
    const would = await person(folder, ['move', 'siti2', '--house', 'tracap', '--dry-run'], '');
    expect(would).toMatchObject({ status: 0, stderr: 'siti would go from kuripan to tracap.\n' });
    const moved = await person(folder, ['move', 'siti2', '--house', 'tracap'], '');
    expect(JSON.parse(moved.stdout)).toMatchObject({ login: 'siti', from: 'kuripan', to: 'tracap', cohorts: 0 });
    expect(JSON.parse((await person(folder, ['list'], '')).stdout)).toMatchObject({ login: 'siti', house: 'tracap' });
  });

  test('makes a secret when standard input stays silent', async () => {
    const add = ['add', '--house', 'tracap', '--role', 'trainer', '--name', 'Pak Slamet'];
    const { stdout } = await person(makeFolder(), add, undefined);
    expect(JSON.parse(stdout)).toMatchObject({ login: 'slamet', secret: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) });
  });

  test.each([
    [['add', '--house', 'jakarta', '--role', 'participant', '--name', 'x'], /no such house/],
    [['add', '--house', 'kuripan', '--role', 'boss', '--name', 'x'], /--role must be one of/],
    [['add', '--house', 'kuripan', '--role', 'participant'], /Give a name/],
    [['reset', 'nobody'], /nobody with this login/],
    [['merge', 'siti', '--dry-run'], /--into LOGIN/],
    [['merge', 'siti', '--into', 'sumi'], /look at both with --dry-run/],
    [['move', 'nobody', '--house', 'tracap'], /nobody with this login/],
    [['add', '--nama', 'x'], /--nama/],
    [[], /npm run person -- add/],
  ])('says what is wrong with %j', async (args, words) => {
    const { status, stdout, stderr } = await person(makeFolder(), args, '');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
