import { expect, test } from 'vitest';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { addToCohort } from '#server/cohorts/members.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { readToday } from '#server/reports/today.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { watchQueries } from '../../support/query-plans.ts';
import { makeAssessment } from '../../support/records.ts';

const noDates = { opensOn: undefined, closesOn: undefined };

async function openHouse() {
  const services = await openTestServices();
  const trainer = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const siti = await addTestPerson(services);
  const budi = await addTestPerson(services, { login: 'budi', name: 'Budi' });
  return { services, trainer, siti, budi };
}

test('a trainer who leads nobody has nothing to look at', async () => {
  const { services, trainer } = await openHouse();
  expect(await readToday(services, trainer)).toEqual([]);
});

test('a trainer is told who of the own cohorts needs help, and of nobody else', async () => {
  const { services, trainer, siti, budi } = await openHouse();
  const other = await addTestPerson(services, { login: 'retno', role: 'trainer', name: 'Bu Retno' });
  const january = await createCohort(services, trainer, { course: 'up-202', name: 'Januari', dates: noDates });
  const retnos = await createCohort(services, other, { course: 'up-202', name: 'Milik Retno', dates: noDates });
  await addToCohort(services, trainer, { id: january, people: [siti.id] });
  await addToCohort(services, other, { id: retnos, people: [budi.id] });
  for (const person of [siti, budi]) {
    await acceptRecords(services, person, [makeAssessment(person, { responses: [] })]);
    await acceptRecords(services, person, [makeAssessment(person, { responses: [] })]);
  }
  const today = await readToday(services, trainer);
  expect(today.map(({ name, members }) => [name, members])).toEqual([['Januari', 1]]);
  expect(today[0]?.needHelp).toMatchObject([{ login: 'siti', needsHelp: [{ kind: 'failing', attempts: 2 }] }]);
});

test('somebody who went over to another cohort of the course counts there alone', async () => {
  const { services, trainer, siti } = await openHouse();
  const january = await createCohort(services, trainer, { course: 'up-202', name: 'Januari', dates: noDates });
  const march = await createCohort(services, trainer, { course: 'up-202', name: 'Maret', dates: noDates });
  await addToCohort(services, trainer, { id: january, people: [siti.id] });
  await addToCohort(services, trainer, { id: march, people: [siti.id] });
  const members = (await readToday(services, trainer)).map(({ name, members: count }) => [name, count]);
  expect(Object.fromEntries(members)).toEqual({ Januari: 0, Maret: 1 });
});

test('a cohort that is long over is not looked at, one that closed yesterday still is', async () => {
  const { services, trainer } = await openHouse();
  const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  const dates = (daysAgo: number) => ({ opensOn: undefined, closesOn: day(daysAgo) });
  await createCohort(services, trainer, { course: 'up-202', name: 'Lama', dates: dates(40) });
  await createCohort(services, trainer, { course: 'up-202', name: 'Kemarin', dates: dates(2) });
  expect((await readToday(services, trainer)).map(({ name }) => name)).toEqual(['Kemarin']);
});

test('records are read of the cohort’s participants alone, by an index', async () => {
  const { services, trainer, siti, budi } = await openHouse();
  const january = await createCohort(services, trainer, { course: 'up-202', name: 'Januari', dates: noDates });
  await addToCohort(services, trainer, { id: january, people: [siti.id] });
  const watched = watchQueries(services.db);
  await readToday(services, trainer);
  const asked = [...watched.asked.values()].map((it) => JSON.stringify(it));
  expect(asked.some((it) => it.includes('from \\"record\\"') && it.includes(siti.id))).toBe(true);
  expect(asked.filter((it) => it.includes(budi.id))).toEqual([]);
  expect(await watched.listScans()).toEqual([]);
});
