import { afterEach, describe, expect, test, vi } from 'vitest';
import { type CohortDates, windowOf } from '#domain/learning/cohort.ts';
import { createCohort, findCohortDetail, listCohorts, listOwnCohorts } from '#server/cohorts/cohorts.ts';
import { addListToCohort, addToCohort, removeFromCohort } from '#server/cohorts/members.ts';
import { changeCohort, closeCohort, setCohortDates, setCohortOpen } from '#server/cohorts/settings.ts';
import { listEnrollments } from '#server/records/enrollments.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeAssessment, makePractice } from '../../support/records.ts';

const open: CohortDates = { opensOn: undefined, closesOn: undefined };
const january: CohortDates = { opensOn: '2027-01-04', closesOn: '2027-01-31' };

afterEach(() => void vi.useRealTimers());

async function openHouse(dates = open) {
  const services = await openTestServices();
  const trainer = await addTestPerson(services, { login: 'pelatih', role: 'trainer', name: 'Pak Slamet' });
  const siti = await addTestPerson(services);
  const budi = await addTestPerson(services, { login: 'budi', name: 'Budi' });
  const id = await createCohort(services, trainer, { course: 'up-202', name: ' Januari ', dates });
  return { services, trainer, siti, budi, id };
}

describe('a cohort', () => {
  test('holds whom its trainer put in, enrolled by the trainer, each once', async () => {
    const { services, trainer, siti, budi, id } = await openHouse(january);
    await addToCohort(services, trainer, { id, people: [siti.id, siti.id] });
    await addToCohort(services, trainer, { id, people: [siti.id] });
    expect(await listCohorts(services, trainer)).toEqual([
      {
        id,
        course: 'up-202',
        name: 'Januari',
        window: windowOf(january),
        trainer: trainer.id,
        place: '',
        closed: false,
        members: 1,
      },
    ]);
    const detail = await findCohortDetail(services, trainer, id);
    expect([detail.people.map((it) => it.id), detail.others.map((it) => it.id)]).toEqual([[siti.id], [budi.id]]);
    expect(await listEnrollments(services, siti)).toMatchObject([{ course: 'up-202' }]);
    const { rows } = await services.db.client.execute('SELECT "by" FROM enrollment');
    expect(rows).toMatchObject([{ by: trainer.id }]);
  });

  test('lets go of whoever was put into a newer one of the same course, and takes them back', async () => {
    const { services, trainer, siti, id } = await openHouse();
    const other = await createCohort(services, trainer, { course: 'up-202', name: 'Februari', dates: january });
    const membersOf = async () =>
      Object.fromEntries((await listCohorts(services, trainer)).map((it) => [it.id, it.members]));
    for (const now of [id, other, id]) {
      await addToCohort(services, trainer, { id: now, people: [siti.id] });
      expect(await membersOf()).toEqual({ [id]: 0, [other]: 0, [now]: 1 });
      const [own] = await listOwnCohorts(services, siti);
      expect(own?.name).toBe(now === id ? 'Januari' : 'Februari');
    }
  });

  test('is not there for another house, for participants and for strangers', async () => {
    const { services, siti, id } = await openHouse();
    const elsewhere = await addTestPerson(services, { login: 'jauh', role: 'trainer', house: 'tracap' });
    expect(await listCohorts(services, elsewhere)).toEqual([]);
    const acts = [
      (viewer: typeof siti | undefined) => findCohortDetail(services, viewer, id),
      (viewer: typeof siti | undefined) => setCohortDates(services, viewer, { id, dates: open }),
      (viewer: typeof siti | undefined) => addToCohort(services, viewer, { id, people: [siti.id] }),
      (viewer: typeof siti | undefined) => removeFromCohort(services, viewer, { id, person: siti.id }),
      (viewer: typeof siti | undefined) => addListToCohort(services, viewer, { id, rows: [] }),
      (viewer: typeof siti | undefined) => setCohortOpen(services, viewer, { id, open: false }),
      (viewer: typeof siti | undefined) => closeCohort(services, viewer, { id, closed: true }),
      (viewer: typeof siti | undefined) => changeCohort(services, viewer, { id, name: 'A', trainer: '', place: '' }),
    ];
    for (const act of acts) {
      await expect(act(elsewhere)).rejects.toMatchObject({ code: 'not_found' });
      await expect(act(siti)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(act(undefined)).rejects.toMatchObject({ code: 'unauthenticated' });
    }
  });

  test('takes participants of its own house only, and says what is wrong with its form', async () => {
    const { services, trainer, siti, id } = await openHouse();
    const far = await addTestPerson(services, { login: 'jauh', house: 'tracap' });
    for (const people of [[far.id], [trainer.id], [siti.id, 'x']]) {
      await expect(addToCohort(services, trainer, { id, people })).rejects.toMatchObject({ detail: 'people' });
    }
    expect((await findCohortDetail(services, trainer, id)).people).toEqual([]);
    const make = (it: object) => createCohort(services, trainer, { course: 'up-202', name: 'A', dates: open, ...it });
    await expect(make({ course: 'xx-999' })).rejects.toMatchObject({ code: 'not_found', detail: 'course' });
    await expect(make({ name: ' ' })).rejects.toMatchObject({ code: 'invalid', detail: 'name' });
    await expect(make({ dates: { ...open, opensOn: '2027-02-30' } })).rejects.toMatchObject({ detail: 'date' });
    expect(await listCohorts(services, trainer)).toHaveLength(1);
  });
});

describe('a cohort is kept', () => {
  test('by another name, trainer and place, and what it was before stays', async () => {
    const { services, trainer, siti, id } = await openHouse();
    const retno = await addTestPerson(services, { login: 'retno', role: 'coordinator', name: 'Bu Retno' });
    await changeCohort(services, trainer, { id, name: ' Maret ', trainer: retno.id, place: ' Balai desa ' });
    const [now] = await listCohorts(services, trainer);
    expect(now).toMatchObject({ name: 'Maret', trainer: retno.id, place: 'Balai desa' });
    const { rows } = await services.db.client.execute('SELECT name, place, "by" FROM cohort_setting ORDER BY id');
    expect(rows).toMatchObject([
      { name: 'Januari', place: '', by: trainer.id },
      { name: 'Maret', place: 'Balai desa', by: trainer.id },
    ]);
    const change = (it: object) =>
      changeCohort(services, trainer, { id, name: 'A', trainer: trainer.id, place: '', ...it });
    await expect(change({ trainer: siti.id })).rejects.toMatchObject({ detail: 'trainer' });
    await expect(change({ name: '' })).rejects.toMatchObject({ detail: 'name' });
    await expect(change({ place: 'x'.repeat(81) })).rejects.toMatchObject({ detail: 'place' });
  });

  test('without whoever is taken out, who keeps the course and may come back', async () => {
    const { services, trainer, siti, id } = await openHouse(january);
    await addToCohort(services, trainer, { id, people: [siti.id] });
    await removeFromCohort(services, trainer, { id, person: siti.id });
    expect((await findCohortDetail(services, trainer, id)).people).toEqual([]);
    expect(await listOwnCohorts(services, siti)).toEqual([]);
    expect(await listEnrollments(services, siti)).toHaveLength(1);
    await expect(removeFromCohort(services, trainer, { id, person: siti.id })).rejects.toMatchObject({
      code: 'not_found',
    });
    await addToCohort(services, trainer, { id, people: [siti.id] });
    expect((await findCohortDetail(services, trainer, id)).people).toMatchObject([{ id: siti.id }]);
  });

  test('closed to newcomers, until it is opened again', async () => {
    const { services, trainer, siti, id } = await openHouse();
    await closeCohort(services, trainer, { id, closed: true });
    await expect(addToCohort(services, trainer, { id, people: [siti.id] })).rejects.toMatchObject({
      code: 'closed',
      detail: 'cohort_closed',
    });
    await closeCohort(services, trainer, { id, closed: false });
    await addToCohort(services, trainer, { id, people: [siti.id] });
  });

  test('by a list of names and logins, all of it or nothing', async () => {
    const { services, trainer, siti, budi, id } = await openHouse();
    await addTestPerson(services, { login: 'budi2', name: 'Budi' });
    const add = (...lines: string[]) =>
      addListToCohort(services, trainer, { id, rows: lines.map((cell, at) => ({ line: at + 1, cells: [cell] })) });
    const refused = await add('siti aminah', 'Budi', 'Wagiyem', '');
    expect(refused.wrong).toEqual([
      { line: 2, problem: 'several' },
      { line: 3, problem: 'unknown_name' },
      { line: 4, problem: 'name_empty' },
    ]);
    expect((await findCohortDetail(services, trainer, id)).people).toEqual([]);
    expect((await add('SITI  aminah', 'budi2')).wrong).toEqual([]);
    const { people } = await findCohortDetail(services, trainer, id);
    expect(people.map(({ login }) => login).toSorted()).toEqual(['budi2', siti.login]);
    expect(people.map((it) => it.id)).not.toContain(budi.id);
  });
});

describe('an assessment outside the dates of the cohort', () => {
  async function flagsAt(
    recordedAt: string,
    it: { answeredAt?: string; startedAt?: string; dates?: CohortDates } = {},
  ) {
    const { services, trainer, siti, id } = await openHouse(it.dates ?? january);
    await addToCohort(services, trainer, { id, people: [siti.id] });
    vi.useFakeTimers({ now: Date.parse(recordedAt), toFake: ['Date'] });
    const { answeredAt = recordedAt } = it;
    const startedAt = it.startedAt ?? new Date(Date.parse(answeredAt) - 10_000).toISOString();
    const record = makeAssessment(siti, { answeredAt, startedAt });
    const [receipt] = await acceptRecords(services, siti, [record]);
    expect(receipt).toMatchObject({ outcome: 'recorded', grade: { passed: true } });
    return receipt?.flags ?? [];
  }

  test('is taken, graded and flagged', async () => {
    expect(await flagsAt('2027-01-03T16:59:00Z')).toEqual(['too_soon']);
    expect(await flagsAt('2027-01-03T17:00:10Z')).toEqual([]);
    expect(await flagsAt('2027-01-31T16:59:00Z')).toEqual([]);
    expect(await flagsAt('2027-01-31T17:00:00Z')).toEqual(['late']);
    expect(await flagsAt('2027-06-01T00:00:00Z', { dates: { ...open, opensOn: '2027-01-04' } })).toEqual([]);
  });

  test('counts as in time when a phone without a network brings it within two weeks, and not later', async () => {
    const answeredAt = '2027-01-30T10:00:00Z';
    expect(await flagsAt('2027-02-12T10:00:00Z', { answeredAt })).toEqual([]);
    expect(await flagsAt('2027-02-14T10:00:00Z', { answeredAt })).toEqual(['late']);
  });

  test('is opened and closed by hand at any time', async () => {
    const { services, trainer, siti, id } = await openHouse(january);
    await addToCohort(services, trainer, { id, people: [siti.id] });
    const flagsNow = async (now: string) => {
      vi.useFakeTimers({ now: Date.parse(now), toFake: ['Date'] });
      const [receipt] = await acceptRecords(services, siti, [makeAssessment(siti)]);
      return receipt?.flags?.filter((flag) => flag !== 'over_limit') ?? [];
    };
    vi.useFakeTimers({ now: Date.parse('2027-01-02T03:00:00Z'), toFake: ['Date'] });
    await setCohortOpen(services, trainer, { id, open: true });
    expect(await flagsNow('2027-01-02T05:00:00Z')).toEqual([]);
    await setCohortOpen(services, trainer, { id, open: false });
    expect(await flagsNow('2027-01-02T05:30:00Z')).toEqual(['late']);
  });

  test('is judged by the dates that were set last, and practices never are', async () => {
    const { services, trainer, siti, id } = await openHouse(january);
    await addToCohort(services, trainer, { id, people: [siti.id] });
    vi.useFakeTimers({ now: Date.parse('2027-02-10T10:00:00Z'), toFake: ['Date'] });
    const [practice] = await acceptRecords(services, siti, [makePractice(siti)]);
    expect(practice?.flags).toBeUndefined();
    await setCohortDates(services, trainer, { id, dates: { ...january, closesOn: '2027-02-28' } });
    const [receipt] = await acceptRecords(services, siti, [makeAssessment(siti)]);
    expect(receipt?.flags).toBeUndefined();
  });
});
