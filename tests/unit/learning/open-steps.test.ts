import { expect, test } from 'vitest';
import type { Course } from '#domain/course/course.ts';
import { listOpenSteps } from '#domain/learning/open-steps.ts';
import { foldProgress } from '#domain/learning/progress.ts';
import { sampleCatalogue } from '../../support/catalogue.ts';

const [course] = sampleCatalogue.courses as readonly [Course];
const read = (...lessons: string[]) => lessons.map((lesson) => ({ lesson }));

test('each lesson that is missing and the assessment are named with the way there', () => {
  const steps = listOpenSteps(
    sampleCatalogue,
    course,
    foldProgress(course, { lessonsRead: read('biaya'), grades: [] }),
  );
  expect(steps.map(({ kind, href }) => [kind, href])).toEqual([
    ['lesson', '/kursus/up-202/harga/'],
    ['assessment', '/kursus/up-202/kuis/ujian-akhir/'],
  ]);
  expect(steps[1]).toMatchObject({ title: 'Ujian akhir', gradeRatio: 0.75, attempts: 0, held: 0 });
});

test('an assessment that was tried says how often, and how many attempts wait for the trainer', () => {
  const points = { earned: 1, possible: 4, ratio: 0.25, passed: false, recordedAt: 1 };
  const facts = {
    lessonsRead: read('biaya', 'harga'),
    grades: [{ quiz: 'ujian-akhir', ...points }],
    held: ['ujian-akhir'],
  };
  const steps = listOpenSteps(sampleCatalogue, course, foldProgress(course, facts));
  expect(steps).toMatchObject([{ kind: 'assessment', attempts: 1, held: 1 }]);
});

test('where lessons are chosen, the choice is one step, and not each lesson', () => {
  const free: Course = { ...course, completion: { lessons: { atLeast: 1 }, gradeRatio: 0.75 } };
  const steps = listOpenSteps(sampleCatalogue, free, foldProgress(free, { lessonsRead: [], grades: [] }));
  expect(steps.map(({ kind }) => kind)).toEqual(['choice', 'assessment']);
  expect(steps[0]).toMatchObject({ href: '/kursus/up-202/#isi', choice: { atLeast: 1 } });
});

test('a course that is completed asks for nothing', () => {
  const points = { earned: 4, possible: 4, ratio: 1, passed: true, recordedAt: 1 };
  const facts = { lessonsRead: read('biaya', 'harga'), grades: [{ quiz: 'ujian-akhir', ...points }] };
  expect(listOpenSteps(sampleCatalogue, course, foldProgress(course, facts))).toEqual([]);
});
