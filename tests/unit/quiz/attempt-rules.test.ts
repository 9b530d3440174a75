import { expect, test } from 'vitest';
import { attemptRules } from '#domain/quiz/attempt-rules.ts';
import { isTooFast } from '#domain/quiz/pace.ts';

test('an assessment that says nothing may be tried five times, a quarter of an hour apart', () => {
  expect(attemptRules({ mode: 'assessment' })).toEqual({ attempts: 5, waitMinutes: 15 });
  expect(attemptRules({ mode: 'assessment', attempts: 2 })).toEqual({ attempts: 2, waitMinutes: 15 });
  expect(attemptRules({ mode: 'assessment', waitMinutes: 0 })).toEqual({ attempts: 5, waitMinutes: 0 });
});

test('a practice may be tried for ever', () => {
  expect(attemptRules({ mode: 'practice' })).toEqual({ attempts: undefined, waitMinutes: 0 });
});

test('answers are too fast below a second each, and never when the clock was set back', () => {
  const at = Date.UTC(2027, 0, 4);
  expect(isTooFast(12, { startedAt: at, answeredAt: at })).toBe(true);
  expect(isTooFast(12, { startedAt: at, answeredAt: at + 11_999 })).toBe(true);
  expect(isTooFast(12, { startedAt: at, answeredAt: at + 12_000 })).toBe(false);
  expect(isTooFast(12, { startedAt: at, answeredAt: at - 1 })).toBe(false);
  expect(isTooFast(0, { startedAt: at, answeredAt: at })).toBe(false);
});
