import { describe, expect, test } from 'vitest';
import type { Viewer } from '#domain/person/person.ts';
import { findViewer } from '#server/accounts/auth.ts';
import { createCohort, findCohortDetail } from '#server/cohorts/cohorts.ts';
import { closeJoinCode, findJoinDoor, readCohortCode, renewJoinCode } from '#server/cohorts/join-code.ts';
import { listConsents } from '#server/people/own-data/consents.ts';
import { joinAnew, joinAs } from '#server/people/join.ts';
import { listPersons } from '#server/people/people.ts';
import { makeUuid } from '#server/uuid.ts';
import type { Services } from '#server/services.ts';
import { sampleCatalogue } from '../../support/catalogue.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

// A cohort's join code: whoever hears it gives a name, a PIN and a consent, and is in.

const address = '10.0.0.1';
const request = { cookieHeader: null, secure: false, address };
const course = sampleCatalogue.courses[0]?.id ?? '';
const noDates = { opensOn: undefined, closesOn: undefined };

async function openRoom() {
  const services = await openTestServices();
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const cohort = await createCohort(services, tono, { course, name: 'Januari', dates: noDates });
  await renewJoinCode(services, tono, cohort);
  return { services, tono, cohort, code: await codeOf(services, tono, cohort) };
}

async function codeOf(services: Services, viewer: Viewer, cohort: string): Promise<string> {
  return (await readCohortCode(services, viewer, cohort)).open?.code ?? '';
}

function join(services: Services, fields: Readonly<Record<string, string>>) {
  const form = new FormData();
  const all = { name: 'Siti Aminah', secret: '482715', consent: 'ya', id: makeUuid(), ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return joinAnew(services, form, request);
}

describe('a newcomer', () => {
  test('is in the house, the course and the cohort, signed in, with what they agreed to', async () => {
    const { services, tono, cohort, code } = await openRoom();
    const spoken = `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase();
    const { viewer, cookies } = await join(services, { kode: spoken, guardian: 'Bu Aminah', helper: 'Pak Tono' });
    expect(viewer).toMatchObject({ login: 'siti', role: 'participant', house: 'kuripan' });
    const cookie = cookies.map((it) => it.split(';')[0]).join('; ');
    expect((await findViewer(services.db, cookie, false)).viewer).toEqual(viewer);
    expect((await findCohortDetail(services, tono, cohort)).people.map(({ id }) => id)).toEqual([viewer.id]);
    expect(await listConsents(services.db, viewer.id)).toMatchObject([
      { edition: '1', guardian: 'Bu Aminah', helper: 'Pak Tono' },
    ]);
    expect((await readCohortCode(services, tono, cohort)).open?.joined).toBe(1);
  });

  test.each([
    [{ consent: '' }, 'consent_missing'],
    [{ guardian: '\u202e' }, 'guardian_wrong'],
    [{ name: ' ' }, 'name_empty'],
    [{ secret: '123456' }, 'pin_too_simple'],
    [{ secret: '170845' }, 'pin_is_a_date'],
    [{ secret: '' }, 'pin_not_six_digits'],
  ])('with %o is told what is wrong, and nothing is kept', async (wrong, detail) => {
    const { services, code } = await openRoom();
    await expect(join(services, { kode: code, ...wrong })).rejects.toMatchObject({ code: 'invalid', detail });
    expect(await listPersons(services.db)).toHaveLength(1);
  });

  test('of a name that is there already says first that they are another, and then has a login of their own', async () => {
    const { services, code } = await openRoom();
    await join(services, { kode: code });
    const again = join(services, { kode: code, name: 'siti  aminah' });
    await expect(again).rejects.toMatchObject({ code: 'conflict', detail: 'name_known' });
    const { viewer } = await join(services, { kode: code, name: 'siti  aminah', lain: 'ya' });
    expect(viewer.login).toBe('siti2');
  });

  test('who sends the same form twice, even at once, is added once', async () => {
    const { services, code } = await openRoom();
    const id = makeUuid();
    const done = await Promise.allSettled([1, 2].map(() => join(services, { kode: code, id, lain: 'ya' })));
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await listPersons(services.db)).toHaveLength(2);
  });

  test('of one name together with others at once is nobody else', async () => {
    const { services, code } = await openRoom();
    const all = await Promise.all(['a', 'b', 'c'].map((name) => join(services, { kode: code, name: `Budi ${name}` })));
    expect(all.map(({ viewer }) => viewer.login).toSorted()).toEqual(['budi', 'budi2', 'budi3']);
  });
});

describe('a code', () => {
  test('that was renewed or closed says so, and of a closed cohort there is none', async () => {
    const { services, tono, cohort, code } = await openRoom();
    await renewJoinCode(services, tono, cohort);
    const newer = await codeOf(services, tono, cohort);
    expect(newer).not.toBe(code);
    const closed = { code: 'closed', detail: 'code_closed' };
    await expect(join(services, { kode: code })).rejects.toMatchObject(closed);
    await closeJoinCode(services, tono, cohort);
    await expect(join(services, { kode: newer })).rejects.toMatchObject(closed);
    await renewJoinCode(services, tono, cohort);
    const last = await codeOf(services, tono, cohort);
    await services.db.client.execute('UPDATE cohort_setting SET closed = 1').catch(() =>
      services.db.client.execute({
        sql: `INSERT INTO cohort_setting (cohort, name, trainer, place, closed, set_at, "by") VALUES (?, 'Januari', ?, '', 1, 1, ?)`,
        args: [cohort, tono.id, tono.id],
      }),
    );
    await expect(join(services, { kode: last })).rejects.toMatchObject(closed);
    await expect(renewJoinCode(services, tono, cohort)).rejects.toMatchObject({ detail: 'cohort_closed' });
  });

  test('cannot be guessed without end, also at once, while a room that types the right one goes on', async () => {
    const { services, code } = await openRoom();
    const guesses = ['AAAAAA', 'BBBBBB', 'KKKKKK'].filter((it) => it !== code);
    const tries = Array.from({ length: 40 }, (_, at) =>
      findJoinDoor(services, guesses[at % guesses.length] ?? '', address).catch((error: unknown) => error),
    );
    const codes = (await Promise.all(tries)).map((it) => (it as { code: string }).code);
    expect([codes.filter((it) => it === 'not_found').length, codes.filter((it) => it === 'too_many').length]).toEqual([
      20, 20,
    ]);
    await expect(findJoinDoor(services, code, address)).rejects.toMatchObject({ code: 'too_many' });
    const room = Array.from({ length: 40 }, () => findJoinDoor(services, code, '10.0.0.9'));
    expect(await Promise.all(room)).toHaveLength(40);
  });

  test('of another house’s cohort is nobody’s to see, renew or close', async () => {
    const { services, cohort } = await openRoom();
    const rahmat = await addTestPerson(services, { login: 'rahmat', role: 'trainer', name: 'R', house: 'tracap' });
    for (const act of [readCohortCode, renewJoinCode, closeJoinCode]) {
      await expect(act(services, rahmat, cohort)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

test('whoever is signed in comes in under the own name, participants of the house alone', async () => {
  const { services, tono, cohort, code } = await openRoom();
  const siti = await addTestPerson(services);
  await joinAs(services, siti, code, address);
  await joinAs(services, siti, code, address);
  expect((await findCohortDetail(services, tono, cohort)).people).toMatchObject([{ id: siti.id }]);
  const far = await addTestPerson(services, { login: 'jauh', house: 'tracap' });
  await expect(joinAs(services, far, code, address)).rejects.toMatchObject({ detail: 'other_house' });
  await expect(joinAs(services, tono, code, address)).rejects.toMatchObject({ detail: 'not_participant' });
});
