import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { fileAddress } from '#db/file.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { todayOn } from '#domain/local-date.ts';
import { recordAttendance } from '#server/cohorts/attendance.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { addMeeting } from '#server/cohorts/meetings.ts';
import { addToCohort } from '#server/cohorts/members.ts';
import { settleCertificates } from '#server/certificates/issue.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { addTestPerson, makeFolder, openTestDatabase, openTestServices } from '../../support/database.ts';
import { makeAssessment, makeLessonRead } from '../../support/records.ts';

const addPepperRow = (digest: string) => ({ sql: 'INSERT INTO pepper (digest, since) VALUES (?, 1)', args: [digest] });

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);

describe('a new database', () => {
  test('is durable, checks references and can be read by its owner alone', async () => {
    const folder = makeFolder();
    const { client } = await openTestDatabase(folder);
    const pragma = async (name: string) => (await client.execute(`PRAGMA ${name}`)).rows[0]?.[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(statSync(join(folder, 'test.db')).mode & 0o777).toBe(0o600);
  });

  test.each(['file:', 'file://'])('may stand at a path with any signs in it (%s)', async (scheme) => {
    const folder = join(makeFolder(), 'rumah belajar #1, 100 %? é');
    const path = join(folder, 'test.db');
    const url = scheme === 'file:' ? fileAddress(path) : pathToFileURL(path).href;
    const db = await openDatabase({ url });
    onTestFinished(() => db.close());
    expect(await migrateDatabase(db)).not.toEqual([]);
    expect(sizeOf(path)).toBeGreaterThan(0);
    expect(db.file).toBe(path);
  });

  test('is migrated once, however many begin at the same moment', async () => {
    const folder = makeFolder();
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ url: `file:${join(folder, 'test.db')}` })));
    for (const db of databases) onTestFinished(() => db.close());
    const applied = await Promise.all(databases.map((db) => migrateDatabase(db)));
    expect(applied.filter((tags) => tags.length > 0)).toHaveLength(1);
    expect(await migrateDatabase(databases[0] as (typeof databases)[0])).toEqual([]);
  });
});

describe('appended facts', () => {
  test.each([
    ...['record', 'grade', 'edition', 'enrollment', 'cohort', 'cohort_dates', 'cohort_member'],
    ...['certificate', 'certificate_number', 'certificate_key'],
    ...['cohort_setting', 'meeting', 'meeting_setting', 'attendance'],
  ])('of %s cannot be changed, deleted or replaced', async (table) => {
    const services = await openTestServices();
    const person = await addTestPerson(services);
    const read = [makeLessonRead(person), makeLessonRead(person, { lesson: 'harga' })];
    await acceptRecords(services, person, [...read, makeAssessment(person)]);
    await settleCertificates(services, person.id);
    const trainer = await addTestPerson(services, { login: 'pelatih', role: 'trainer' });
    const dates = { opensOn: '2027-01-01', closesOn: undefined };
    const id = await createCohort(services, trainer, { course: 'up-202', name: 'Januari', dates });
    await addToCohort(services, trainer, { id, people: [person.id] });
    const meeting = await addMeeting(services, trainer, { cohort: id, heldOn: todayOn(), place: '' });
    await recordAttendance(services, trainer, { cohort: id, meeting, marks: new Map(), rest: 'present', seen: 0 });
    const { client } = services.db;
    const before = (await client.execute(`SELECT * FROM ${table}`)).rows;
    expect(before.length).toBeGreaterThan(0);
    const column = Object.keys(before[0] ?? {})[0] ?? '';
    for (const sql of [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`,
    ]) {
      await expect(client.execute(sql), sql).rejects.toThrow(`${table} is append-only`);
    }
    expect((await client.execute(`SELECT * FROM ${table}`)).rows).toEqual(before);
  });
});

describe('a file that cannot be our database is refused with what to do, and not touched:', () => {
  async function refuse(file: string, code: string, words: RegExp) {
    const before = existsSync(file) ? readFileSync(file) : undefined;
    const error = await openDatabase({ url: `file:${file}` }).then(
      () => undefined,
      (reason: Error & { code: string }) => reason,
    );
    expect(error?.code).toBe(code);
    expect(error?.message).toMatch(words);
    expect(error?.message).not.toMatch(/\n/);
    expect(existsSync(file) ? readFileSync(file) : undefined).toEqual(before);
    expect(sizeOf(`${file}-wal`)).toBe(0);
  }

  async function makeFilled(): Promise<string> {
    const folder = makeFolder();
    const services = await openTestServices({ folder });
    await addTestPerson(services);
    await services.db.close();
    return join(folder, 'test.db');
  }

  test('text', async () => {
    const file = join(makeFolder(), 'a.db');
    writeFileSync(file, 'Daftar hadir rumah belajar, bukan basis data. '.repeat(10));
    await refuse(file, 'database_damaged', /restore/);
  });

  test('a database of another program', async () => {
    const file = join(makeFolder(), 'other.db');
    const other = createClient({ url: `file:${file}` });
    await other.execute('CREATE TABLE nota (id)');
    other.close();
    await refuse(file, 'database_foreign', /another program.*DATABASE_URL/);
  });

  test('a database with a page of noise in its middle', async () => {
    const file = await makeFilled();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096, 4096 * 8);
    writeFileSync(file, bytes);
    await refuse(file, 'database_damaged', /damaged.*restore/);
  });

  test('a database cut off by a full disk', async () => {
    const file = await makeFilled();
    truncateSync(file, 4096 * 3 + 100);
    await refuse(file, 'database_damaged', /damaged.*restore/);
  });

  test('an empty file beside a pepper: what a power cut left of a database', async () => {
    const file = await makeFilled();
    truncateSync(file, 0);
    await refuse(file, 'database_damaged', /empty.*restore/);
  });

  test('a folder under the name of the database', async () => {
    const folder = makeFolder();
    await expect(openDatabase({ url: `file:${folder}` })).rejects.toMatchObject({ code: 'database_damaged' });
  });

  test('a folder that cannot be made', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'file'), '');
    const url = `file:${join(folder, 'file', 'test.db')}`;
    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'database_unwritable',
      message: expect.stringMatching(/cannot be written.*DATABASE_URL/),
    });
  });

  test('a database of a newer program', async () => {
    const db = await openTestDatabase();
    await db.client.execute("INSERT INTO migration VALUES ('9999_later', 'x', 1)");
    await expect(migrateDatabase(db)).rejects.toMatchObject({
      code: 'database_newer',
      message: expect.stringMatching(/9999_later/),
    });
  });

  test('a remote database that does not answer', async () => {
    await expect(openDatabase({ url: 'http://127.0.0.1:4429' })).rejects.toMatchObject({
      code: 'database_unreachable',
      message: expect.stringMatching(/DATABASE_URL/),
    });
  });
});

describe('waiting writes', () => {
  test('are all done when one of them fails, and only that one is told', async () => {
    const db = await openTestDatabase();
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'a', 'c', 'd'].map((digest) => db.write([addPepperRow(digest), addPepperRow(`${digest}2`)])),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    const { rows } = await db.client.execute('SELECT digest FROM pepper ORDER BY digest');
    expect(rows.map(({ digest }) => digest)).toEqual(['a', 'a2', 'b', 'b2', 'c', 'c2', 'd', 'd2']);
  });

  test('keep nothing of a write whose second statement fails, whatever the reason', async () => {
    const db = await openTestDatabase();
    const unusable = { sql: 'INSERT INTO pepper (digest, since) VALUES (?, 1)', args: [undefined as unknown as null] };
    const outcomes = await Promise.allSettled([
      db.write([addPepperRow('a'), addPepperRow('a')]),
      db.write([addPepperRow('b'), unusable]),
      db.write([addPepperRow('c'), 'INSERT INTO nowhere VALUES (1)']),
      db.write([addPepperRow('d')]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
    const { rows } = await db.client.execute('SELECT digest FROM pepper');
    expect(rows.map(({ digest }) => digest)).toEqual(['d']);
  });

  test('share commits: a hundred at once are far fewer transactions', async () => {
    const db = await openTestDatabase();
    const batches: number[] = [];
    const { batch } = db.client;
    db.client.batch = (statements, mode) => {
      batches.push(statements.length);
      return batch.call(db.client, statements, mode);
    };
    await Promise.all(Array.from({ length: 100 }, (_, at) => db.write([addPepperRow(String(at))])));
    expect(batches.reduce((sum, size) => sum + size)).toBe(100);
    expect(batches.length).toBeLessThanOrEqual(3);
  });

  test('are finished before the database closes', async () => {
    const folder = makeFolder();
    const db = await openTestDatabase(folder);
    const writes = Array.from({ length: 50 }, (_, at) => db.write([addPepperRow(String(at))]));
    await db.close();
    await Promise.all(writes);
    expect(sizeOf(join(folder, 'test.db-wal'))).toBe(0);
    const again = await openTestDatabase(folder);
    expect((await again.client.execute('SELECT count(*) AS n FROM pepper')).rows[0]?.n).toBe(50);
  });
});

describe('submissions', () => {
  test('twenty at the same moment all succeed', async () => {
    const services = await openTestServices();
    const persons = await Promise.all(
      Array.from({ length: 5 }, (_, at) => addTestPerson(services, { login: `p${at}x` })),
    );
    const receipts = await Promise.all(
      Array.from({ length: 20 }, (_, at) => {
        const person = persons[at % 5] as (typeof persons)[0];
        return acceptRecords(services, person, [makeAssessment(person), makeLessonRead(person)]);
      }),
    );
    expect(receipts.flat().map(({ outcome }) => outcome)).toEqual(Array.from({ length: 40 }, () => 'recorded'));
    const { rows } = await services.db.client.execute(
      'SELECT (SELECT count(*) FROM record) AS records, (SELECT count(*) FROM grade) AS grades, (SELECT count(*) FROM enrollment) AS enrollments',
    );
    expect(rows[0]).toMatchObject({ records: 40, grades: 20, enrollments: 5 });
  });

  test('that were acknowledged are all there after the process is killed', async () => {
    const folder = makeFolder();
    const services = await openTestServices({ folder });
    const person = await addTestPerson(services);
    await services.db.close();
    const child = spawn(process.execPath, ['tests/support/submit-until-killed.ts', folder, person.id], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let output = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      output += chunk;
      if (output.split('\n').length > 60) break;
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    const acknowledged = output.split('\n').slice(0, -1);
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    const after = await openTestDatabase(folder);
    const { rows } = await after.client.execute('SELECT record.id FROM record JOIN grade ON grade.record = record.id');
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
  });
});

test('a copy of the file that was taken from beside the program opens with everything in it', async () => {
  const folder = makeFolder();
  const db = await openTestDatabase(folder);
  await db.write([addPepperRow('a')]);
  await db.close();
  const other = makeFolder();
  copyFileSync(join(folder, 'test.db'), join(other, 'test.db'));
  const copy = await openTestDatabase(other);
  expect((await copy.client.execute('SELECT digest FROM pepper')).rows).toMatchObject([{ digest: 'a' }]);
});
