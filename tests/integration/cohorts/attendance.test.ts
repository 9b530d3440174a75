import { expect, test } from 'vitest';
import { dayMs, localDateOf, todayOn } from '#domain/local-date.ts';
import { readAttendance, recordAttendance } from '#server/cohorts/attendance.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { addMeeting, callOffMeeting, changeMeeting, listMeetings } from '#server/cohorts/meetings.ts';
import { addToCohort, removeFromCohort } from '#server/cohorts/members.ts';
import { eraseFrom } from '#server/people/own-data/erasure.ts';
import { copyPersonalData } from '#server/people/own-data/personal-data.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

const today = todayOn();

async function openMeeting(heldOn = today) {
  const services = await openTestServices();
  const trainer = await addTestPerson(services, { login: 'pelatih', role: 'trainer', name: 'Pak Slamet' });
  const siti = await addTestPerson(services);
  const budi = await addTestPerson(services, { login: 'budi', name: 'Budi' });
  const dates = { opensOn: undefined, closesOn: undefined };
  const cohort = await createCohort(services, trainer, { course: 'up-202', name: 'Januari', dates });
  await addToCohort(services, trainer, { id: cohort, people: [siti.id, budi.id] });
  const meeting = await addMeeting(services, trainer, { cohort, heldOn, place: 'Balai desa' });
  const mark = (marks: Readonly<Record<string, string>>, more: { seen?: number; rest?: 'present' } = {}) =>
    recordAttendance(services, trainer, {
      ...{ cohort, meeting, seen: Number.MAX_SAFE_INTEGER },
      ...more,
      marks: new Map(Object.entries(marks)),
    });
  const read = () => readAttendance(services, trainer, { cohort, meeting });
  const marksNow = async () => Object.fromEntries((await read()).people.map(({ login, mark: it }) => [login, it]));
  return { services, trainer, siti, budi, cohort, meeting, mark, read, marksNow };
}

test('a mark is kept with who entered it, and correcting it keeps what stood there', async () => {
  const { services, siti, trainer, mark, read, marksNow } = await openMeeting();
  expect(await mark({ [siti.id]: 'absent' }, { rest: 'present' })).toBe(2);
  expect(await marksNow()).toEqual({ siti: 'absent', budi: 'present' });
  expect(await mark({ [siti.id]: 'excused' })).toBe(1);
  expect(await mark({ [siti.id]: 'excused' })).toBe(0);
  const { people, meeting } = await read();
  expect(people.find(({ id }) => id === siti.id)).toMatchObject({ mark: 'excused', by: 'Pak Slamet', corrected: true });
  expect([meeting.entered, meeting.present]).toEqual([2, 1]);
  const { rows } = await services.db.client.execute({
    sql: 'SELECT mark, "by" FROM attendance WHERE person = ? ORDER BY id',
    args: [siti.id],
  });
  expect(rows).toMatchObject([
    { mark: 'absent', by: trainer.id },
    { mark: 'excused', by: trainer.id },
  ]);
  await expect(services.db.client.execute('DELETE FROM attendance')).rejects.toThrow('append-only');
  await expect(services.db.client.execute("UPDATE attendance SET mark = 'present'")).rejects.toThrow('append-only');
});

test('whoever saw an older list is told so, and writes over nobody', async () => {
  const { siti, budi, mark, read, marksNow } = await openMeeting();
  const { seen } = await read();
  await mark({ [siti.id]: 'present' }, { seen });
  await expect(mark({ [siti.id]: 'absent', [budi.id]: 'present' }, { seen })).rejects.toMatchObject({
    code: 'conflict',
    detail: 'attendance_changed',
  });
  expect(await marksNow()).toEqual({ siti: 'present', budi: undefined });
  // The same mark is nobody's conflict.
  expect(await mark({ [siti.id]: 'present', [budi.id]: 'present' }, { seen })).toBe(1);
});

test('a meeting whose attendance is entered stays; it may be moved, and one without may go', async () => {
  const { services, trainer, siti, cohort, meeting, mark, marksNow } = await openMeeting();
  await mark({ [siti.id]: 'present' });
  await expect(callOffMeeting(services, trainer, { cohort, id: meeting })).rejects.toMatchObject({
    detail: 'meeting_held',
  });
  const yesterday = localDateOf(Date.now() - dayMs);
  await changeMeeting(services, trainer, { cohort, id: meeting, heldOn: yesterday, place: '' });
  expect(await marksNow()).toMatchObject({ siti: 'present' });
  const other = await addMeeting(services, trainer, { cohort, heldOn: today, place: '' });
  await callOffMeeting(services, trainer, { cohort, id: other });
  expect((await listMeetings(services, trainer, cohort)).map(({ heldOn }) => heldOn)).toEqual([yesterday]);
  await expect(
    recordAttendance(services, trainer, { cohort, meeting: other, marks: new Map(), rest: 'present', seen: 0 }),
  ).rejects.toMatchObject({ code: 'closed', detail: 'meeting_off' });
});

test('says what is wrong with a date, a person or an empty form', async () => {
  const tomorrow = localDateOf(Date.now() + dayMs);
  const { services, trainer, siti, cohort, mark } = await openMeeting(tomorrow);
  const year = Number(today.slice(0, 4));
  const add = (heldOn: string) => addMeeting(services, trainer, { cohort, heldOn, place: '' });
  for (const heldOn of [`${year}-02-31`, '', '31/02/2027', `${year}-13-01`]) {
    await expect(add(heldOn)).rejects.toMatchObject({ detail: 'meeting_date' });
  }
  await expect(add(`${year + 2}-01-01`)).rejects.toMatchObject({ detail: 'meeting_far' });
  await expect(add(tomorrow)).rejects.toMatchObject({ detail: 'meeting_double' });
  await expect(mark({ [siti.id]: 'present' })).rejects.toMatchObject({ detail: 'attendance_early' });
  const held = await addMeeting(services, trainer, { cohort, heldOn: today, place: '' });
  const enter = (marks: Record<string, string>) =>
    recordAttendance(services, trainer, { cohort, meeting: held, marks: new Map(Object.entries(marks)), seen: 0 });
  await expect(enter({ [siti.id]: 'maybe' })).rejects.toMatchObject({ detail: 'attendance_person' });
  await expect(enter({ [trainer.id]: 'present' })).rejects.toMatchObject({ detail: 'attendance_person' });
  await expect(enter({})).rejects.toMatchObject({ detail: 'attendance_empty' });
});

test('who was there stays on the list after leaving, is told in the own copy, and goes with an erasure', async () => {
  const { services, trainer, siti, cohort, mark, marksNow } = await openMeeting();
  await mark({ [siti.id]: 'present' });
  await removeFromCohort(services, trainer, { id: cohort, person: siti.id });
  expect(await marksNow()).toEqual({ siti: 'present', budi: undefined });
  expect((await copyPersonalData(services.db, siti.login)).attendance).toMatchObject([
    { heldOn: today, mark: 'present', by: trainer.id },
  ]);
  await eraseFrom(services.db, siti, 'pengurus');
  expect(await marksNow()).toEqual({ budi: undefined });
  const { rows } = await services.db.client.execute('SELECT count(*) AS n FROM attendance');
  expect(Number(rows[0]?.n)).toBe(0);
});
