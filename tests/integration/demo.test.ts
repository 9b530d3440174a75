import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildCatalogue } from '#content/catalogue.ts';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { createSession } from '#server/accounts/auth.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { addDemo } from '#server/demo.ts';
import { listPersons } from '#server/people/people.ts';
import { reportHouse } from '#server/reports/reports.ts';
import { addTestPerson, makeFolder, openTestDatabase, openTestServices } from '../support/database.ts';
import { readShippedContent } from '../support/shipped-content.ts';

// On the real content: what is small enough in a sample may be too much there.
let catalogue: Catalogue;

beforeAll(async () => {
  catalogue = buildCatalogue((await readShippedContent()).content);
});

test('the demo fills an empty database with people who are marked, can sign in and have done something', async () => {
  const services = await openTestServices({ catalogue });
  const added = await addDemo(services);
  expect(new Set(added.map(({ person }) => person.house)).size).toBe(2);
  expect(added).toHaveLength(16);
  for (const { person, secret } of added) {
    expect(person.login).toMatch(/^contoh\./);
    expect(person.name).toMatch(/\(contoh\)$/);
    expect(secret).toMatch(/./);
  }
  for (const { person, secret = '' } of added.filter(({ person: { role } }) => role === 'trainer')) {
    const viewer = await signIn(services, { login: person.login, secret, address: '10.0.0.1' });
    await createSession(services.db, viewer.id, false);
    const { participants } = await reportHouse(services, viewer);
    const help = participants.flatMap(({ needsHelp }) => needsHelp.map(({ kind }) => kind));
    expect(new Set(help)).toEqual(new Set(['failing', 'inactive']));
    expect(participants.some(({ courses }) => courses.some(({ progress }) => progress.completed))).toBe(true);
    // What is made up looks like what people do: nothing of it is flagged.
    expect(participants.flatMap(({ courses }) => courses.map(({ flagged }) => flagged)).every((it) => it === 0)).toBe(
      true,
    );
  }
});

test('the demo is as large as it is asked to be', async () => {
  const services = await openTestServices({ catalogue });
  const added = await addDemo(services, { houses: 4, participants: 7, records: 130 });
  expect(added).toHaveLength(4 * 9);
  expect(new Set(added.map(({ person }) => person.house)).size).toBe(4);
  expect(new Set(added.map(({ person }) => person.login)).size).toBe(added.length);
  const { rows } = await services.db.client.execute('SELECT person, count(*) AS n FROM record GROUP BY person');
  // Everybody but those who never began.
  expect(rows.map(({ n }) => Number(n))).toEqual(Array(4 * 6).fill(130));
});

test('the demo is there whole or not at all', async () => {
  const services = await openTestServices({ catalogue });
  const broken = { ...catalogue, lessons: catalogue.lessons.map((it) => ({ ...it, edition: 'none' })) };
  await expect(addDemo({ ...services, catalogue: broken })).rejects.toThrow(/out of date/);
  expect(await listPersons(services.db)).toEqual([]);
  const { rows } = await services.db.client.execute('SELECT count(*) AS n FROM record');
  expect(Number(rows[0]?.n)).toBe(0);
  expect(await addDemo(services)).toHaveLength(16);
});

test('the demo is refused where it is already, and where a real person is', async () => {
  const services = await openTestServices({ catalogue });
  await addDemo(services, { houses: 1, participants: 1 });
  await expect(addDemo(services)).rejects.toThrow('already');
  const real = await openTestServices({ catalogue });
  await addTestPerson(real);
  await expect(addDemo(real)).rejects.toThrow('real people');
  expect(await listPersons(real.db)).toHaveLength(1);
});

test('the command prints a line of JSON with the secret of each person, once', async () => {
  const folder = makeFolder();
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, 'test.db')}`, DATA_DIR: folder };
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [join('src', 'cli', 'run.mjs'), 'demo', ...words], { encoding: 'utf8', env });
  const { status, stdout, stderr } = run('--houses', '1', '--participants', '2', '--records', '3');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
  expect(lines.map(({ role }) => role)).toEqual(['coordinator', 'trainer', 'participant', 'participant']);
  for (const line of lines)
    expect(line).toMatchObject({
      login: expect.stringMatching(/./),
      secret: expect.stringMatching(/./),
      house: 'kuripan',
    });
  const again = run();
  expect({ status: again.status, stdout: again.stdout }).toEqual({ status: 1, stdout: '' });
  expect(again.stderr).toBe('The demo is in this database already.\n');
  expect(run('--houses', 'dua').stderr).toBe('--houses must be a whole number from 1.\n');
  const db = await openTestDatabase(folder);
  expect(await listPersons(db)).toHaveLength(4);
}, 60_000);
