import { expect, test } from 'vitest';
import { enroll, listEnrollments } from '#server/records/enrollments.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeLessonRead } from '../../support/records.ts';

test('a participant who enrols twice, on two phones at once, is enrolled once', async () => {
  const services = await openTestServices();
  const siti = await addTestPerson(services);
  await Promise.all([enroll(services, siti, 'up-202'), enroll(services, siti, 'up-202')]);
  const [enrollment, ...others] = await listEnrollments(services, siti);
  expect(enrollment).toEqual({ course: 'up-202', since: expect.any(Number) });
  expect(others).toEqual([]);
});

test('the first record of a course enrols, the ones after it change nothing', async () => {
  const services = await openTestServices();
  const siti = await addTestPerson(services);
  await acceptRecords(services, siti, [makeLessonRead(siti)]);
  const before = await listEnrollments(services, siti);
  await acceptRecords(services, siti, [makeLessonRead(siti)]);
  await enroll(services, siti, 'up-202');
  expect(await listEnrollments(services, siti)).toEqual(before);
  expect(before).toHaveLength(1);
});

test('nobody is enrolled by a refused record, or in a course that does not exist', async () => {
  const services = await openTestServices();
  const siti = await addTestPerson(services);
  await acceptRecords(services, siti, [makeLessonRead(siti, { lesson: 'laba' })]);
  await expect(enroll(services, siti, 'up-999')).rejects.toMatchObject({ code: 'not_found' });
  expect(await listEnrollments(services, siti)).toEqual([]);
});

test('an enrolment is seen by its participant alone', async () => {
  const services = await openTestServices();
  const siti = await addTestPerson(services);
  const budi = await addTestPerson(services, { login: 'budi' });
  await enroll(services, siti, 'up-202');
  expect(await listEnrollments(services, budi)).toEqual([]);
});
