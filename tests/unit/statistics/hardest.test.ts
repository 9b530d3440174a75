import { expect, test } from 'vitest';
import { findHardest } from '#domain/statistics/hardest.ts';

test('the hardest question is the one that fewest knew, and what one person missed is not yet hard', () => {
  const asked = (number: string, right: number, participants: number) => ({ number, right, participants });
  expect(findHardest([asked('1', 4, 5), asked('6', 1, 5), asked('7', 3, 5)])?.number).toBe('6');
  expect(findHardest([asked('1', 0, 1), asked('2', 1, 10)])?.number).toBe('2');
  expect(findHardest([asked('1', 5, 5), asked('2', 0, 0)])).toBeUndefined();
  expect(findHardest([])).toBeUndefined();
});
