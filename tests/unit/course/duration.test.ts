import { expect, test } from 'vitest';
import { sayDuration } from '#domain/course/duration.ts';

test('a course is as long as people say it, in half hours from one hour on', () => {
  expect([20, 59, 60, 80, 150, 175].map(sayDuration)).toEqual([
    'kira-kira 20 menit',
    'kira-kira 59 menit',
    'kira-kira 1 jam',
    'kira-kira 1,5 jam',
    'kira-kira 2,5 jam',
    'kira-kira 3 jam',
  ]);
});
