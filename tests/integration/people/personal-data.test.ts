import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { todayOn } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { findViewer } from '#server/accounts/auth.ts';
import { backUp } from '#server/backup/backup.ts';
import { recordAttendance } from '#server/cohorts/attendance.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { addMeeting } from '#server/cohorts/meetings.ts';
import { addToCohort } from '#server/cohorts/members.ts';
import { settleCertificates } from '#server/certificates/issue.ts';
import { erasePerson } from '#server/people/own-data/erasure.ts';
import { copyPersonalData, renamePerson } from '#server/people/own-data/personal-data.ts';
import { listPersons } from '#server/people/people.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { restore } from '#server/backup/restore.ts';
import type { Services } from '#server/services.ts';
import { rememberDevice } from '#server/accounts/devices.ts';
import { makeRecoveryCodes } from '#server/accounts/second-step/recovery-codes.ts';
import { keepKeyStatement } from '#server/accounts/second-step/second-step.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { printCards } from '#server/people/cards.ts';
import { consentStatement } from '#server/people/own-data/consents.ts';
import { askErasure } from '#server/people/own-data/erasure-requests.ts';
import { noteLook } from '#server/people/deeds.ts';
import { addTestPerson, makeFolder, openTestServices, signedInCookie } from '../../support/database.ts';
import { makeAssessment, makeLessonRead } from '../../support/records.ts';
import { openRemoteDatabase } from '../../support/remote-database.ts';

const tables = [
  ...['person', 'session', 'known_device', 'sign_in_attempt', 'enrollment', 'cohort_member', 'attendance'],
  ...[
    'record',
    'grade',
    'cohort',
    'edition',
    'erasure',
    'certificate',
    'certificate_number',
    'certificate_end',
    'deed',
    'card',
    'consent',
    'erasure_request',
  ],
  ...['second_step', 'recovery_code'],
] as const;

/** Leads the cohort; of another computer, so that only the two participants are counted. */
const trainer: Viewer = {
  ...{ id: '01980000-0000-7000-8000-00000000000a', login: 'pelatih', name: 'Pak Slamet' },
  ...{ role: 'trainer', house: 'kuripan' },
};

/** Two participants with a row in every table that tells of people. */
async function openHouse(folder = makeFolder()) {
  const services = await openTestServices({ folder });
  const siti = await addTestPerson(services, { name: 'Siti Aminah binti Kasan' });
  const wati = await addTestPerson(services, { login: 'wati', name: 'Wati' });
  const dates = { opensOn: undefined, closesOn: undefined };
  const cohort = await createCohort(services, trainer, { course: 'up-202', name: 'Januari', dates });
  const cookies = await Promise.all([siti, wati].map((person) => learn(services, person)));
  await addToCohort(services, trainer, { id: cohort, people: [siti.id, wati.id] });
  const meeting = await addMeeting(services, trainer, { cohort, heldOn: todayOn(), place: '' });
  await recordAttendance(services, trainer, { cohort, meeting, marks: new Map(), rest: 'present', seen: 0 });
  return { folder, services, siti, wati, cookie: cookies[0] ?? '' };
}

async function learn(services: Services, person: Viewer): Promise<string> {
  const read = [makeLessonRead(person), makeLessonRead(person, { lesson: 'harga' })];
  await acceptRecords(services, person, [...read, makeAssessment(person)]);
  await settleCertificates(services, person.id);
  await noteLook(services.db, trainer.id, person.id);
  const agreed = { edition: '1', guardian: undefined, helper: undefined };
  await services.db.write([consentStatement(person.id, agreed)]);
  await askErasure(services, person, '482715', { cookieHeader: null, secure: false, address: '10.0.0.3' });
  await printCards(services, { ...trainer, role: 'coordinator' }, [person.id]);
  const wrong = signIn(services, { login: person.login, secret: '000000', address: `10.0.0.${person.login.length}` });
  await expect(wrong).rejects.toMatchObject({ code: 'unauthenticated' });
  await rememberDevice(services.db, person.id, undefined, false);
  const cookie = await signedInCookie(services, person);
  await services.db.write([
    keepKeyStatement(services.pepper, { person: person.id, key: Buffer.alloc(20), step: 1 }),
    ...makeRecoveryCodes(services.pepper, person.id).statements,
  ]);
  return cookie;
}

async function countAll({ db }: Pick<Services, 'db'>): Promise<Record<string, number>> {
  const columns = tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`);
  const { rows } = await db.client.execute(`SELECT ${columns.join(', ')}`);
  return Object.fromEntries(tables.map((table) => [table, Number(rows[0]?.[table])]));
}

describe('a copy', () => {
  test('holds all that is kept of the person, nothing of anybody else, and no secret or hash', async () => {
    const { services, siti, wati } = await openHouse();
    const copy = await copyPersonalData(services.db, ' SITI ');
    const iso = expect.stringMatching(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/);
    expect(copy).toEqual({
      person: { ...siti, createdAt: iso },
      former: [],
      deactivatedSince: null,
      keeperSince: null,
      erasureAskedAt: iso,
      numberUntil: null,
      secondStep: { since: iso, codesLeft: 10 },
      consents: [{ edition: '1', at: iso, guardian: null, helper: null }],
      cards: [{ number: expect.any(Number), madeAt: iso, endedAt: null }],
      deeds: [{ act: 'look', at: iso, by: trainer.id }],
      sessions: [{ expiresAt: iso }],
      devices: [{ seenAt: iso }],
      failedSignIns: [iso],
      enrollments: [{ course: 'up-202', since: iso, by: siti.id }],
      cohorts: [{ course: 'up-202', name: 'Januari', since: iso, by: trainer.id, gone: false }],
      attendance: [{ meeting: expect.any(String), heldOn: todayOn(), mark: 'present', at: iso, by: trainer.id }],
      records: [
        expect.objectContaining({ kind: 'lesson-read', lesson: 'biaya', recordedAt: iso, flags: [], grades: [] }),
        expect.objectContaining({ kind: 'lesson-read', lesson: 'harga' }),
        expect.objectContaining({
          kind: 'attempt',
          responses: expect.arrayContaining([{ question: expect.any(String), given: expect.anything() }]),
          grades: [expect.objectContaining({ passed: true, gradedAt: iso, questions: expect.any(Array) })],
        }),
      ],
      certificates: [
        expect.objectContaining({
          ...{ subject: 'up-202', completedOn: expect.any(String), issuedAt: iso },
          text: expect.objectContaining({ name: siti.name, percent: 100 }),
        }),
      ],
      writing: { begun: [], saved: [], acts: [], remarks: [], unsaved: [] },
    });
    const text = JSON.stringify(copy).replaceAll(/"statement":"[^"]+"/g, '');
    expect(text).not.toContain(wati.id);
    expect(text).not.toMatch(/argon2|hash|digest|rationale|key/i);
    await expect(copyPersonalData(services.db, 'nobody')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('of somebody who never did anything is short', async () => {
    const services = await openTestServices();
    await addTestPerson(services);
    const empty = { sessions: [], failedSignIns: [], enrollments: [], cohorts: [], records: [], certificates: [] };
    expect(await copyPersonalData(services.db, 'siti')).toMatchObject(empty);
  });
});

describe('a wrong name', () => {
  test('is mended everywhere, and the person stays signed in', async () => {
    const { services, siti, cookie } = await openHouse();
    const mended = { ...siti, name: "Siti 'Ami' Aminah 🙂" };
    expect(await renamePerson(services.db, 'siti', "  Siti 'Ami' Aminah 🙂 ")).toEqual(mended);
    expect((await findViewer(services.db, cookie, false)).viewer).toEqual(mended);
    expect((await listPersons(services.db)).map(({ name }) => name)).toEqual([mended.name, 'Wati']);
  });

  test.each([
    ['', 'name_empty'],
    ['x'.repeat(101), 'name_too_long'],
    ['Siti \u202eanimA', 'name_forbidden_signs'],
  ])('is not replaced by %j', async (name, detail) => {
    const { services, siti } = await openHouse();
    await expect(renamePerson(services.db, 'siti', name)).rejects.toMatchObject({ code: 'invalid', detail });
    expect((await copyPersonalData(services.db, 'siti')).person.name).toBe(siti.name);
  });
});

describe('an erasure', () => {
  test('takes all rows of the person and none of others, and leaves one row that says so', async () => {
    const { services, siti, wati, cookie } = await openHouse();
    const others = await copyPersonalData(services.db, 'wati');
    const before = await countAll(services);
    const erased = { person: siti.id, records: 3, grades: 1, enrollments: 1 };
    expect(await erasePerson(services.db, 'Siti', 'operator')).toEqual(erased);

    const { rows } = await services.db.client.execute('SELECT * FROM erasure');
    expect(rows).toMatchObject([{ ...erased, by: 'operator', erased_at: expect.any(Number) }]);
    expect(await copyPersonalData(services.db, 'wati')).toEqual(others);
    expect(await countAll(services)).toEqual({
      ...Object.fromEntries(tables.map((table) => [table, (before[table] ?? 0) / 2])),
      // Of six rows those of the other person and of the address stay for their day, as digests.
      sign_in_attempt: 4,
      edition: before.edition,
      // Opaque, for whoever checks a paper.
      certificate_number: 2,
      cohort: 1,
      erasure: 1,
    });
    expect((await findViewer(services.db, cookie, false)).viewer).toBeUndefined();
    const again = signIn(services, { login: 'siti', secret: '482715', address: '10.0.0.9' });
    await expect(again).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await acceptRecords(services, wati, [makeAssessment(wati)])).toMatchObject([{ outcome: 'recorded' }]);
  });

  test('covers every table that points to a person', async () => {
    const { services } = await openHouse();
    const { rows } = await services.db.client.execute(
      `SELECT m.name FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f WHERE f."table" = 'person'`,
    );
    // A new one belongs into the trigger `erasure_erases` and into `openHouse` above.
    expect(rows.map(({ name }) => name).sort()).toEqual([
      'attendance',
      'card',
      'certificate',
      'cohort_member',
      'consent',
      'deed',
      'draft_work',
      'enrollment',
      'erasure_request',
      'known_device',
      'merge',
      'offer',
      'record',
      'recovery_code',
      'second_step',
      'session',
    ]);
    await erasePerson(services.db, 'siti', 'operator');
    expect((await services.db.client.execute('PRAGMA foreign_key_check')).rows).toEqual([]);
  });

  test('leaves nothing legible in the file or its log', async () => {
    const { folder, services, siti } = await openHouse();
    const device = (
      await services.db.client.execute({ sql: 'SELECT id FROM record WHERE person = ?', args: [siti.id] })
    ).rows[0]?.id;
    const bytes = () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('');
    expect(bytes()).toContain('binti Kasan');
    expect(bytes()).toContain(String(device));
    await erasePerson(services.db, 'siti', 'operator');
    expect(bytes()).not.toContain('binti Kasan');
    expect(bytes()).not.toContain(String(device));
  });

  test('asked for twice, also at the same moment, happens once and says that nobody is there', async () => {
    const { services } = await openHouse();
    const both = await Promise.allSettled([1, 2].map(() => erasePerson(services.db, 'siti', 'operator')));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const missing = { code: 'not_found', detail: 'login' };
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: missing });
    await expect(erasePerson(services.db, 'siti', 'operator')).rejects.toMatchObject(missing);
    expect((await services.db.client.execute('SELECT * FROM erasure')).rows).toHaveLength(1);
  });

  test('opens no door: what is not the erased person’s can still not be changed or deleted', async () => {
    const { services, wati } = await openHouse();
    await erasePerson(services.db, 'siti', 'operator');
    const before = await countAll(services);
    for (const table of ['record', 'grade', 'edition', 'enrollment', 'cohort', 'cohort_member', 'erasure']) {
      const { rows } = await services.db.client.execute(`SELECT * FROM ${table} LIMIT 1`);
      const column = Object.keys(rows[0] ?? {})[0] ?? '';
      for (const sql of [`DELETE FROM ${table}`, `UPDATE ${table} SET ${column} = ${column}`]) {
        await expect(services.db.client.execute(sql), sql).rejects.toThrow(`${table} is append-only`);
      }
    }
    await addTestPerson(services, { login: 'baru' });
    const unguarded = "DELETE FROM person WHERE login = 'baru'";
    await expect(services.db.client.execute(unguarded)).rejects.toThrow('removed by an erasure only');
    expect(await countAll(services)).toEqual({ ...before, person: 2 });
    expect(await acceptRecords(services, wati, [makeLessonRead(wati)])).toMatchObject([{ outcome: 'recorded' }]);
  });

  test('that fails halfway erases nothing', async () => {
    const { services } = await openHouse();
    await services.db.client.execute('CREATE TABLE later (person TEXT REFERENCES person (id))');
    await services.db.client.execute('INSERT INTO later SELECT id FROM person');
    const before = await countAll(services);
    await expect(erasePerson(services.db, 'siti', 'operator')).rejects.toThrow(/FOREIGN KEY/);
    expect(await countAll(services)).toEqual(before);
  });

  test('frees the login for somebody else, who begins with nothing', async () => {
    const { services } = await openHouse();
    await erasePerson(services.db, 'siti', 'operator');
    const other = await addTestPerson(services, { login: 'siti', name: 'Siti Lain' });
    expect(await copyPersonalData(services.db, 'siti')).toMatchObject({
      person: other,
      failedSignIns: [],
      records: [],
    });
  });

  test('is in the backups that follow, and a restored one can go on', async () => {
    const { services } = await openHouse();
    await erasePerson(services.db, 'siti', 'operator');
    const backup = join(makeFolder(), 'cadangan.db');
    expect(await backUp(services.db, backup, 'plain')).toMatchObject({ persons: 1, records: 3 });
    expect(readFileSync(backup, 'latin1')).not.toContain('binti Kasan');
    const folder = makeFolder();
    await restore({ url: `file:${join(folder, 'test.db')}`, backup });
    const restored = await openTestServices({ folder });
    expect(await erasePerson(restored.db, 'wati', 'operator')).toMatchObject({ records: 3 });
    expect(await countAll(restored)).toMatchObject({ person: 0, record: 0, grade: 0, erasure: 2 });
  });

  test('works on a remote database too', async () => {
    const authToken = 'rahasia';
    const { url } = await openRemoteDatabase(authToken);
    const db = await openDatabase({ url, authToken });
    onTestFinished(() => db.close());
    await migrateDatabase(db);
    const services = { ...(await openTestServices()), db };
    await addTestPerson(services);
    expect(await erasePerson(db, 'siti', 'operator')).toMatchObject({ records: 0 });
    expect(await listPersons(db)).toEqual([]);
  });
});

test(
  'npm run person copies, renames and erases while a server has the database open',
  { timeout: 120_000 },
  async () => {
    const { folder, services, siti } = await openHouse();
    const run = async (...args: string[]) => {
      const child = spawn(process.execPath, ['src/cli/run.mjs', 'person', ...args], {
        env: { ...process.env, DATABASE_URL: `file:${join(folder, 'test.db')}` },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const output = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk) => (output.stdout += chunk));
      child.stderr.on('data', (chunk) => (output.stderr += chunk));
      const [status] = await once(child, 'close');
      return { ...output, status };
    };
    const renamed = await run('rename', 'siti', '--name', 'Siti Aminah');
    expect(JSON.parse(renamed.stdout)).toEqual({ ...siti, name: 'Siti Aminah' });
    const copied = await run('copy', 'siti');
    expect(copied).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(copied.stdout)).toMatchObject({ person: { name: 'Siti Aminah' }, records: [{}, {}, {}] });

    const unsure = await run('erase', 'siti');
    expect(unsure).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/add --yes/) });
    const erased = await run('erase', 'siti', '--yes');
    expect(JSON.parse(erased.stdout)).toMatchObject({ person: siti.id, records: 3, grades: 1, enrollments: 1 });
    expect(erased).toMatchObject({ status: 0, stderr: expect.stringMatching(/Backups made earlier still hold/) });
    const again = await run('erase', 'siti', '--yes');
    expect(again).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'There is nobody with this login, or not any more.\n',
    });
    expect((await listPersons(services.db)).map(({ login }) => login)).toEqual(['wati']);
  },
);
