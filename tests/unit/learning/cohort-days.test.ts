import { expect, test } from 'vitest';
import { windowOf } from '#domain/learning/cohort.ts';
import { findCohortDays } from '#domain/learning/cohort-days.ts';

const dayStart = Date.parse('2026-11-29T00:00:00+07:00');

test.each([
  ['2026-11-29', undefined, [{ what: 'opens', inDays: 0 }]],
  [
    '2026-11-30',
    '2026-12-05',
    [
      { what: 'opens', inDays: 1 },
      { what: 'closes', inDays: 6 },
    ],
  ],
  [undefined, '2026-11-29', [{ what: 'closes', inDays: 0 }]],
  ['2026-11-28', '2026-11-28', []],
  ['2026-12-06', '2026-12-07', [{ what: 'opens', inDays: 7 }]],
  ['2026-12-07', undefined, []],
  [undefined, undefined, []],
])('of an exam from %s to %s a trainer is told on 29 November', (opensOn, closesOn, told) => {
  expect(findCohortDays(windowOf({ opensOn, closesOn }), dayStart)).toEqual(told);
});
