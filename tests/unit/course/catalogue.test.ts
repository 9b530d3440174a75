import { expect, it } from 'vitest';
import { type Catalogue, hasAged } from '#domain/course/catalogue.ts';
import { sampleCatalogue } from '../../support/catalogue.ts';

const due = (lesson: string, course = '2027-05-24'): Catalogue => ({
  ...sampleCatalogue,
  courses: sampleCatalogue.courses.map((it) => ({ ...it, reviewed: { on: '2026-11-24', next: course } })),
  lessons: sampleCatalogue.lessons.map((it) => ({
    ...it,
    lesson: { ...it.lesson, reviewed: { on: '2026-11-24', next: lesson } },
  })),
});

it('pages age when a review of a lesson or course became overdue since they were built, and only then', () => {
  expect(hasAged(due('2027-02-27'), '2027-02-27', '2027-02-28')).toBe(true);
  expect(hasAged(due('2028-01-01', '2027-02-27'), '2027-01-01', '2027-03-01')).toBe(true);
  expect(hasAged(due('2027-02-27'), '2027-02-26', '2027-02-27')).toBe(false);
  expect(hasAged(due('2027-02-27'), '2027-02-28', '2027-03-01')).toBe(false);
});
