import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { courseFile } from '#domain/content-path.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { enroll } from '#server/records/enrollments.ts';
import { setArchived } from '#server/studio/archiving.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { draftContent } from '#server/studio/sources.ts';
import { readText } from '#server/studio/writing/texts.ts';
import { checkCourse } from '#content/studio/check.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

const path = courseFile('up-202');
const shipped = readFileSync(path, 'utf8');

test('a draft archives its course with one line that the check takes, and opens it again to the same bytes', async () => {
  const services = await openTestServices();
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const id = await makeDraft(services, tono, {
    ...{ id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' },
  });
  const set = async (archived: boolean) =>
    setArchived(services, tono, await requireDraft(services.db, tono, id), archived);
  const text = async () => readText(services, await requireDraft(services.db, tono, id), path);
  await set(false);
  expect((await requireDraft(services.db, tono, id)).parts).toEqual([]);
  await set(true);
  await set(true);
  expect(await text()).toMatch(/\narchived: \d{4}-\d\d-\d\d\n$/);
  expect((await text())?.match(/archived/g)).toHaveLength(1);
  const faults = await checkCourse(await draftContent(services.db, id), 'up-202', '2026-11-29');
  expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  await set(false);
  expect(await text()).toBe(shipped);
});

test('nobody begins an archived course, and no cohort of it is opened', async () => {
  const open = await openTestServices();
  const [course] = open.catalogue.courses;
  if (course === undefined) throw new Error('no course');
  const tono = await addTestPerson(open, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const siti = await addTestPerson(open);
  const courses = [{ ...course, archived: '2026-11-29' }];
  const services = { ...open, catalogue: { ...open.catalogue, courses } };
  await expect(enroll(services, siti, course.id)).rejects.toMatchObject({ code: 'closed', detail: 'course_archived' });
  const cohort = { course: course.id, name: 'Januari', dates: { opensOn: undefined, closesOn: undefined } };
  await expect(createCohort(services, tono, cohort)).rejects.toMatchObject({ detail: 'course_archived' });
  await enroll(open, siti, course.id);
  await createCohort(open, tono, cohort);
});
