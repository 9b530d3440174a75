import { expect, test } from 'vitest';
import { glanceColumns, glanceState } from '#domain/learning/glance.ts';
import { foldProgress } from '#domain/learning/progress.ts';
import { sampleAssessment, sampleCatalogue, samplePractice } from '../../support/catalogue.ts';

const [course] = sampleCatalogue.courses;
if (course === undefined) throw new Error('the sample has a course');
const columns = glanceColumns(course, {
  lessons: sampleCatalogue.lessons.map(({ lesson }) => lesson),
  quizzes: [sampleAssessment, samplePractice],
});

test('a course is seen as its lessons, its practices and its assessment, each under a short sign', () => {
  expect(columns.map(({ short, id }) => [short, id])).toEqual([
    ['P1', 'biaya'],
    ['P2', 'harga'],
    ['L', 'biaya'],
    ['U', 'ujian-akhir'],
  ]);
});

test('a cell says what was read and passed, what was tried, what waits, and what is open', () => {
  const grade = (quiz: string, passed: boolean) => ({
    ...{ quiz, passed, earned: passed ? 1 : 0, possible: 1, ratio: passed ? 1 : 0, recordedAt: 1 },
  });
  const statesOf = (facts: Parameters<typeof foldProgress>[1]) => {
    const progress = foldProgress(course, facts);
    return columns.map((column) => glanceState(progress, column));
  };
  expect(statesOf({ lessonsRead: [{ lesson: 'harga' }], grades: [grade('biaya', false)] })).toEqual([
    ...['open', 'done', 'tried', 'open'],
  ]);
  const passed = { lessonsRead: [], grades: [grade('ujian-akhir', true), grade('biaya', true)] };
  expect(statesOf(passed)).toEqual(['open', 'open', 'done', 'done']);
  expect(statesOf({ lessonsRead: [], grades: [], held: ['ujian-akhir'] }).at(-1)).toBe('waiting');
  expect(columns.map((column) => glanceState(undefined, column))).toEqual(['open', 'open', 'open', 'open']);
});
