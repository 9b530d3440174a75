import { afterEach, expect, test, vi } from 'vitest';
import { todayOn } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { findViewer } from '#server/accounts/auth.ts';
import { rememberDevice } from '#server/accounts/devices.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { settleCertificates } from '#server/certificates/issue.ts';
import { recordAttendance } from '#server/cohorts/attendance.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { addMeeting } from '#server/cohorts/meetings.ts';
import { addToCohort, removeFromCohort } from '#server/cohorts/members.ts';
import { findCard, printCards } from '#server/people/cards.ts';
import { mergeLogins, mergePeople, readMerge, readMergeOfLogins } from '#server/people/merge.ts';
import { consentStatement } from '#server/people/own-data/consents.ts';
import { erasePerson } from '#server/people/own-data/erasure.ts';
import { copyPersonalData } from '#server/people/own-data/personal-data.ts';
import { addPerson } from '#server/people/people.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { readProgress } from '#server/records/progress.ts';
import type { Services } from '#server/services.ts';
import { addTestPerson, openTestServices, signedInCookie } from '../../support/database.ts';
import { makeAssessment, makeLessonRead, makePractice } from '../../support/records.ts';

afterEach(() => void vi.useRealTimers());

const address = '10.0.0.1';
const dates = { opensOn: undefined, closesOn: undefined };

async function openHouse() {
  const services = await openTestServices();
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const slamet = await addTestPerson(services, { login: 'slamet', role: 'trainer', name: 'Pak Slamet' });
  const siti = await addTestPerson(services);
  const double = await addTestPerson(services, { login: 'siti2', name: 'Siti Aminah' });
  const merge = (kept: Viewer = siti, gone: Viewer = double, by: Viewer = wartini) =>
    mergePeople(services, by, {
      kept: { id: kept.id, changedAt: undefined },
      gone: { id: gone.id, changedAt: undefined },
    });
  return { services, wartini, slamet, siti, double, merge };
}

type House = Awaited<ReturnType<typeof openHouse>>;

/** How often an id stands in each column of the database where it does. */
async function whereIs({ db }: Services, id: string): Promise<Record<string, number>> {
  const { rows } = await db.client.execute(
    `SELECT t.name AS "table", c.name AS "column" FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table'`,
  );
  const found: Record<string, number> = {};
  for (const { table, column } of rows) {
    const counted = await db.client.execute({
      sql: `SELECT count(*) AS n FROM "${table}" WHERE "${column}" = ?`,
      args: [id],
    });
    const n = Number(counted.rows[0]?.n);
    if (n > 0) found[`${table}.${column}`] = n;
  }
  return found;
}

/** Leaves a row of somebody's in every table that tells of people. */
async function live({ services, wartini, slamet }: House, it: Viewer, cohort: string, meeting: string): Promise<void> {
  await acceptRecords(services, it, [makeLessonRead(it), makeLessonRead(it, { lesson: 'harga' }), makeAssessment(it)]);
  await settleCertificates(services, it.id);
  await services.db.write([consentStatement(it.id, { edition: '1', guardian: undefined, helper: undefined })]);
  await printCards(services, wartini, [it.id]);
  await rememberDevice(services.db, it.id, undefined, false);
  await addToCohort(services, slamet, { id: cohort, people: [it.id] });
  const marks = new Map([[it.id, 'present' as const]]);
  await recordAttendance(services, slamet, { cohort, meeting, marks, rest: undefined, seen: await newest(services) });
  await services.db.write([{ sql: 'INSERT INTO erasure_request (person, at) VALUES (?, 1)', args: [it.id] }]);
}

async function newest({ db }: Services): Promise<number> {
  const { rows } = await db.client.execute('SELECT coalesce(max(id), 0) AS id FROM attendance');
  return Number(rows[0]?.id);
}

test('all that one account has is under the other one, once, and progress adds up', async () => {
  const house = await openHouse();
  const { services, slamet, siti, double, merge } = house;
  const cohort = await createCohort(services, slamet, { course: 'up-202', name: 'Januari', dates });
  const meeting = await addMeeting(services, slamet, { cohort, heldOn: todayOn(), place: '' });
  for (const it of [siti, double]) await live(house, it, cohort, meeting);
  // What somebody did as staff before is theirs as well.
  await services.db.write([
    {
      sql: `INSERT INTO draft (id, house, course, title, "by", at) VALUES ('d', 'kuripan', 'up-202', 'D', ?, 1)`,
      args: [double.id],
    },
    ...[siti, double].map(({ id }, at) => ({
      sql: `INSERT INTO draft_work (draft, path, person, text, base, at) VALUES ('d', 'p', ?, ?, '', ?)`,
      args: [id, `teks ${at}`, at],
    })),
    { sql: `INSERT INTO remark (draft, text, "by", at) VALUES ('d', 'ya', ?, 1)`, args: [double.id] },
  ]);
  await createCohort(services, { ...double, role: 'trainer' }, { course: 'up-202', name: 'Februari', dates });
  const before = await whereIs(services, double.id);
  expect(Object.keys(before).length).toBeGreaterThan(15);
  await merge();
  expect(await whereIs(services, double.id)).toEqual({ 'merge.gone': 1 });
  const copy = await copyPersonalData(services.db, 'siti');
  expect(copy.former).toMatchObject([{ id: double.id, login: 'siti2' }]);
  expect(copy.records).toHaveLength(6);
  expect(copy.enrollments).toHaveLength(1);
  expect(copy.certificates).toHaveLength(2);
  expect(copy.consents).toHaveLength(2);
  expect(copy.cards.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
  expect(copy.writing).toMatchObject({
    begun: [{ title: 'D' }],
    remarks: [{ text: 'ya' }],
    unsaved: [{ text: 'teks 1' }],
  });
  expect(copy.deeds.map(({ act }) => act)).toContain('merge');
  const { progress } = await readProgress(services, siti);
  expect(progress['up-202']).toMatchObject({
    completed: true,
    quizzes: { [makeAssessment(siti).quiz]: { attempts: 2 } },
  });
});

test('attempts follow each other by when they came, whichever account stays', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  for (const stays of ['siti', 'double'] as const) {
    const { services, siti, double, merge } = await openHouse();
    const [first, second, third] = [makePractice(double), makePractice(siti), makePractice(double)];
    for (const record of [first, second, third]) {
      vi.setSystemTime(Date.now() + 1000);
      await acceptRecords(services, record.person === siti.id ? siti : double, [record]);
    }
    await (stays === 'siti' ? merge() : merge(double, siti));
    const { rows } = await services.db.client.execute('SELECT id, ordinal FROM record ORDER BY ordinal');
    expect(rows.map(({ id, ordinal }) => [id, ordinal])).toEqual([
      [first.id, 1],
      [second.id, 2],
      [third.id, 3],
    ]);
  }
});

test('who was in a cohort, or at a meeting, with either account still is', async () => {
  const { services, slamet, siti, double, merge } = await openHouse();
  const cohort = await createCohort(services, slamet, { course: 'up-202', name: 'Januari', dates });
  const meeting = await addMeeting(services, slamet, { cohort, heldOn: todayOn(), place: '' });
  await addToCohort(services, slamet, { id: cohort, people: [siti.id, double.id] });
  await recordAttendance(services, slamet, {
    ...{ cohort, meeting, rest: undefined, seen: 0 },
    marks: new Map([
      [siti.id, 'present'],
      [double.id, 'absent'],
    ] as const),
  });
  await removeFromCohort(services, slamet, { id: cohort, person: double.id });
  await merge();
  const { rows } = await services.db.client.execute('SELECT cohort, person FROM current_member');
  expect(rows).toMatchObject([{ cohort, person: siti.id }]);
  const marks = await services.db.client.execute('SELECT mark FROM attendance ORDER BY id DESC LIMIT 1');
  expect(marks.rows[0]?.mark).toBe('present');
});

test('the old login leads on with the PIN of the account that stays, and is nobody else’s', async () => {
  const { services, wartini, siti, double, merge } = await openHouse();
  await services.db.write([{ sql: 'UPDATE person SET secret_hash = ? WHERE id = ?', args: ['x', double.id] }]);
  const cookies = await Promise.all([siti, double].map((it) => signedInCookie(services, it)));
  const card = (await printCards(services, wartini, [double.id]))[0];
  await merge();
  expect(await signIn(services, { login: ' SITI2', secret: '482715', address })).toMatchObject({
    id: siti.id,
    login: 'siti',
  });
  const viewers = await Promise.all(cookies.map((cookie) => findViewer(services.db, cookie, false)));
  expect(viewers.map(({ viewer }) => viewer?.login)).toEqual(['siti', undefined]);
  expect(await findCard(services, card?.code ?? '')).toMatchObject({ state: 'good', login: 'siti' });
  const taken = addTestPerson(services, { login: 'siti2', name: 'Siti Nur' });
  await expect(taken).rejects.toMatchObject({ code: 'conflict', detail: 'login_taken' });
  const { person } = await addPerson(services, { house: 'kuripan', role: 'participant', name: 'Siti Nur' });
  expect(person.login).toBe('siti3');
});

test('what a phone sends later under the old id is taken once, and was never another’s', async () => {
  const { services, siti, double, merge } = await openHouse();
  const [before, after] = [makePractice(double), makePractice(double)];
  await acceptRecords(services, double, [before]);
  await merge();
  await expect(acceptRecords(services, double, [after])).rejects.toMatchObject({ code: 'unauthenticated' });
  const outcomes = async (viewer: Viewer) =>
    (await acceptRecords(services, viewer, [before, after])).map(
      ({ outcome, code, flags }) => code ?? flags ?? outcome,
    );
  expect(await outcomes(siti)).toEqual(['duplicate', 'recorded']);
  expect(await outcomes(siti)).toEqual(['duplicate', 'duplicate']);
  const budi = await addTestPerson(services, { login: 'budi', name: 'Budi' });
  expect(await outcomes(budi)).toEqual(['other_person', 'other_person']);
  const { rows } = await services.db.client.execute('SELECT person, ordinal FROM record ORDER BY ordinal');
  expect(rows).toMatchObject([
    { person: siti.id, ordinal: 1 },
    { person: siti.id, ordinal: 2 },
  ]);
});

test('a third account follows, and erasing leaves nothing of any', async () => {
  const { services, siti, double, merge } = await openHouse();
  const third = await addTestPerson(services, { login: 'aminah', name: 'Siti Aminah' });
  await acceptRecords(services, double, [makeLessonRead(double)]);
  await merge(siti, double);
  await merge(third, siti);
  expect(await signIn(services, { login: 'siti2', secret: '482715', address })).toMatchObject({ id: third.id });
  expect(
    (await acceptRecords(services, third, [makePractice(double), makePractice(siti)])).map((it) => it.outcome),
  ).toEqual(['recorded', 'recorded']);
  await erasePerson(services.db, 'siti2', 'test');
  for (const { id } of [siti, double, third]) expect(await whereIs(services, id)).toEqual({ 'erasure.person': 1 });
  for (const text of ['siti2', 'aminah', 'siti']) expect(await whereIs(services, text)).toEqual({});
});

test('only participants of the own house become one, and only as they were seen', async () => {
  const { services, wartini, slamet, siti, double, merge } = await openHouse();
  const far = await addTestPerson(services, { login: 'jauh', name: 'Jauh', house: 'tracap' });
  const others = [
    await addTestPerson(services, { login: 'tracap', role: 'coordinator', house: 'tracap', name: 'Bu Retno' }),
  ] as const;
  for (const [it, detail] of [
    [far, 'merge_unknown'],
    [siti, 'merge_same'],
    [slamet, 'merge_staff'],
  ] as const)
    await expect(merge(siti, it)).rejects.toMatchObject({ code: 'invalid', detail });
  await expect(merge(siti, double, others[0])).rejects.toMatchObject({ code: 'not_found' });
  for (const by of [slamet, siti]) await expect(merge(siti, double, by)).rejects.toMatchObject({ code: 'forbidden' });
  const { kept, gone } = await readMerge(services, wartini, { kept: siti.id, gone: 'SITI2' });
  expect(gone).toMatchObject({ id: double.id, records: 0, lastSeenAt: null });
  const stale = mergePeople(services, wartini, { kept, gone: { id: gone.id, changedAt: gone.changedAt - 1 } });
  await expect(stale).rejects.toMatchObject({ code: 'conflict', detail: 'person_changed' });
  const twice = await Promise.allSettled([1, 2].map(() => mergePeople(services, wartini, { kept, gone })));
  expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('facts can be changed by nobody before or after', async () => {
  const { services, siti, double, merge } = await openHouse();
  await acceptRecords(services, double, [makeLessonRead(double)]);
  await merge();
  for (const sql of [
    'UPDATE record SET person = person',
    "UPDATE record SET flags = '[]'",
    `UPDATE record SET person = '${double.id}'`,
    'DELETE FROM enrollment',
    'UPDATE enrollment SET since = 1',
    'UPDATE merge SET at = 1',
    'DELETE FROM merge',
    `DELETE FROM person WHERE id = '${siti.id}'`,
  ]) {
    const changed = services.db.write([{ sql, args: [] }]);
    if (sql === 'UPDATE record SET person = person') await changed;
    else await expect(changed, sql).rejects.toThrow();
  }
});

test('the operator of the server does the same by logins, inside one house', async () => {
  const { services, siti, double } = await openHouse();
  await acceptRecords(services, double, [makeLessonRead(double)]);
  await addTestPerson(services, { login: 'sumi', house: 'tracap' });
  const refused = async (kept: string, gone: string) =>
    (await readMergeOfLogins(services, { kept, gone }).catch((error: unknown) => error)) as { detail?: string };
  expect(await refused('siti', 'sumi')).toMatchObject({ detail: 'merge_unknown' });
  expect(await refused('siti', 'SITI')).toMatchObject({ detail: 'merge_same' });
  expect(await refused('siti', 'slamet')).toMatchObject({ detail: 'merge_staff' });
  expect(await refused('nobody', 'siti')).toMatchObject({ detail: 'login' });
  const choice = { kept: 'siti', gone: 'siti2' };
  expect(await readMergeOfLogins(services, choice)).toMatchObject({ kept: { records: 0 }, gone: { records: 1 } });
  expect(await whereIs(services, double.id)).toHaveProperty('record.person', 1);
  await mergeLogins(services, 'operator', choice);
  const { rows } = await services.db.client.execute('SELECT gone, person, "by" FROM merge');
  expect(rows).toMatchObject([{ gone: double.id, person: siti.id, by: 'operator' }]);
  expect((await copyPersonalData(services.db, 'siti')).deeds.map(({ act }) => act)).toContain('merge');
  // The login that is gone leads on: there are no two accounts any more.
  expect(await refused('siti', 'siti2')).toMatchObject({ detail: 'merge_same' });
});
