import { expect, test } from 'vitest';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { listOverdue } from '#domain/course/overdue.ts';
import { sampleCatalogue } from '../../support/catalogue.ts';

const days = ['2026-03-01', '2026-01-01', '2027-01-01'];
const [lesson] = sampleCatalogue.lessons;
const catalogue: Catalogue = {
  ...sampleCatalogue,
  courses: sampleCatalogue.courses.map((it) => ({ ...it, reviewed: { on: '2025-01-01', next: '2026-02-01' } })),
  lessons: days.flatMap((next, at) =>
    lesson ? [{ ...lesson, lesson: { ...lesson.lesson, id: `p${at}`, reviewed: { on: '2025-01-01', next } } }] : [],
  ),
};

test('courses and lessons whose day has passed are told, the oldest first, each with its address', () => {
  const overdue = listOverdue(catalogue, '2026-03-02');
  expect(overdue.map(({ dueOn }) => dueOn)).toEqual(overdue.map(({ dueOn }) => dueOn).toSorted());
  expect(overdue.at(0)).toMatchObject({ dueOn: '2026-01-01', href: `/kursus/${lesson?.lesson.course}/p1/` });
  expect(overdue.at(-1)?.href).toMatch(/\/p0\/$/);
  expect(overdue.some(({ href }) => href.endsWith('/p2/'))).toBe(false);
});

test('on the day itself nothing is overdue yet', () => {
  expect(listOverdue(catalogue, '2026-01-01')).toEqual([]);
});
