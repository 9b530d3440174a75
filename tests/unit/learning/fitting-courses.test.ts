import { expect, test } from 'vitest';
import { findFittingCourses } from '#domain/learning/fitting-courses.ts';

const courses = ['ko-401', 'lm-101', 'op-103', 'rb-301', 'up-201', 'up-202'];
const paths = [
  { id: 'berangkat', title: 'Saya akan berangkat', summary: '', courses: ['lm-101', 'op-103', 'rb-301'] },
  { id: 'pulang', title: 'Saya baru pulang', summary: '', courses: ['rb-301', 'up-201', 'up-202'] },
];

test('to somebody who has begun nothing nothing follows, and the order is that of the paths', () => {
  const fitting = findFittingCourses(courses, paths, []);
  expect(fitting.following).toEqual([]);
  expect(fitting.others).toEqual(['lm-101', 'op-103', 'rb-301', 'up-201', 'up-202', 'ko-401']);
});

test('the path that holds most of what was begun goes on first', () => {
  expect(findFittingCourses(courses, paths, ['rb-301', 'up-201'])).toEqual({
    following: ['up-202', 'lm-101', 'op-103'],
    others: ['ko-401'],
  });
  expect(findFittingCourses(courses, paths, ['op-103']).following).toEqual(['lm-101', 'rb-301']);
});

test('a course that stands in no path, or that is offered no more, confuses nothing', () => {
  expect(findFittingCourses(courses, paths, ['ko-401']).following).toEqual([]);
  expect(findFittingCourses(['up-201'], paths, ['up-202'])).toEqual({ following: ['up-201'], others: [] });
  expect(findFittingCourses(courses, [], ['lm-101']).others).toEqual(courses.filter((id) => id !== 'lm-101'));
});
