import { expect, test } from 'vitest';
import { enroll } from '#server/records/enrollments.ts';
import { findResume, listResults, readProgress } from '#server/records/progress.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { sampleCatalogue } from '../../support/catalogue.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeAssessment, makeLessonRead, makePractice } from '../../support/records.ts';

async function openWithSiti() {
  const services = await openTestServices();
  return { services, siti: await addTestPerson(services) };
}

test('a course that was only joined misses everything', async () => {
  const { services, siti } = await openWithSiti();
  await enroll(services, siti, 'up-202');
  const { enrollments, progress } = await readProgress(services, siti);
  expect(enrollments).toMatchObject([{ course: 'up-202' }]);
  expect(progress).toEqual({
    'up-202': {
      lessonsRead: [],
      quizzes: {},
      completed: false,
      missing: ['biaya', 'harga', 'ujian-akhir'],
      next: { kind: 'lesson', id: 'biaya' },
    },
  });
});

test('lessons read and the best grade add up to a completed course', async () => {
  const { services, siti } = await openWithSiti();
  await acceptRecords(services, siti, [
    makeLessonRead(siti),
    makeLessonRead(siti),
    makeAssessment(siti),
    makeAssessment(siti, { responses: [] }),
    makeLessonRead(siti, { lesson: 'harga' }),
  ]);
  const { progress } = await readProgress(services, siti);
  expect(progress['up-202']).toEqual({
    lessonsRead: ['biaya', 'harga'],
    quizzes: { 'ujian-akhir': { best: { earned: 6, possible: 6, ratio: 1, passed: true }, attempts: 2 } },
    completed: true,
    missing: [],
  });
});

test('attempts over the limit are listed but add nothing', async () => {
  const { services, siti } = await openWithSiti();
  const failed = () => makeAssessment(siti, { responses: [] });
  await acceptRecords(services, siti, [failed(), failed(), makeAssessment(siti)]);
  const { progress } = await readProgress(services, siti);
  expect(progress['up-202']?.quizzes['ujian-akhir']).toMatchObject({ best: { earned: 0 }, attempts: 2 });
  expect(progress['up-202']?.missing).toContain('ujian-akhir');
  expect((await listResults(services, siti)).map(({ flags, grade }) => [flags, grade.earned])).toEqual([
    [['over_limit'], 6],
    [[], 0],
    [[], 0],
  ]);
});

test('results name their quiz and when they came', async () => {
  const { services, siti } = await openWithSiti();
  const record = makePractice(siti);
  await acceptRecords(services, siti, [record]);
  expect(await listResults(services, siti)).toEqual([
    {
      id: record.id,
      course: 'up-202',
      quiz: 'biaya',
      title: 'Latihan: biaya',
      mode: 'practice',
      answeredAt: Date.parse(record.answeredAt),
      recordedAt: expect.any(Number),
      isFromHome: false,
      flags: [],
      grade: { earned: 4, possible: 4, ratio: 1, passed: true },
    },
  ]);
});

test('the newest grade of an attempt counts, the older one stays', async () => {
  const { services, siti } = await openWithSiti();
  const record = makeAssessment(siti, { responses: [] });
  await acceptRecords(services, siti, [record]);
  await services.db.write([
    {
      sql: "INSERT INTO grade SELECT 'regraded', record, edition, 5, 6, 1, '[]', graded_at + 1, 'regrade' FROM grade WHERE record = ?",
      args: [record.id],
    },
  ]);
  const { progress } = await readProgress(services, siti);
  expect(progress['up-202']?.quizzes['ujian-akhir']).toMatchObject({ best: { earned: 5, passed: true }, attempts: 1 });
  expect(await listResults(services, siti)).toHaveLength(1);
  const [again] = await acceptRecords(services, siti, [record]);
  expect(again).toMatchObject({ outcome: 'duplicate', grade: { earned: 0 } });
});

test('a course that is no longer offered is left out', async () => {
  const { services, siti } = await openWithSiti();
  await acceptRecords(services, siti, [makeLessonRead(siti)]);
  const { progress } = await readProgress({ ...services, catalogue: { ...sampleCatalogue, courses: [] } }, siti);
  expect(progress).toEqual({});
});

test('nobody sees the progress of another', async () => {
  const { services, siti } = await openWithSiti();
  const budi = await addTestPerson(services, { login: 'budi' });
  await acceptRecords(services, siti, [makeLessonRead(siti), makeAssessment(siti)]);
  expect(await readProgress(services, budi)).toEqual({ enrollments: [], lately: [], progress: {} });
  expect(await listResults(services, budi)).toEqual([]);
});

test('one goes on in the course in which something was done last, at its open step', async () => {
  const { services, siti } = await openWithSiti();
  expect(findResume(services, await readProgress(services, siti))).toBeUndefined();
  await enroll(services, siti, 'up-202');
  expect(findResume(services, await readProgress(services, siti))).toMatchObject({ href: '/kursus/up-202/biaya/' });
  await acceptRecords(services, siti, [makeLessonRead(siti)]);
  const resume = findResume(services, await readProgress(services, siti));
  expect(resume).toMatchObject({ course: 'up-202', href: '/kursus/up-202/harga/' });
  await acceptRecords(services, siti, [makeLessonRead(siti, { lesson: 'harga' }), makeAssessment(siti)]);
  expect(findResume(services, await readProgress(services, siti))).toBeUndefined();
});
