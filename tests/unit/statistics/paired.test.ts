import { expect, test } from 'vitest';
import { changeOf, comparePairs, signTest } from '#domain/statistics/paired.ts';

const pair = (before: number, after: number, of = 7) => ({
  before: { right: before, of: 7 },
  after: { right: after, of },
});

test('pairs are counted in people, forms of different length by their shares', () => {
  expect([changeOf(pair(3, 5)), changeOf(pair(3, 3)), changeOf(pair(3, 2))]).toEqual(['more', 'same', 'fewer']);
  expect(changeOf({ before: { right: 3, of: 6 }, after: { right: 4, of: 8 } })).toBe('same');
});

test('few pairs give no mean and no proof, and as many to one side as chance seldom brings do', () => {
  expect(comparePairs([])).toEqual({ pairs: 0, more: 0, same: 0, fewer: 0, clear: false, mean: undefined });
  expect(comparePairs([pair(1, 5), pair(2, 6), pair(0, 7)])).toMatchObject({ more: 3, clear: false, mean: undefined });
  const twenty = [...Array.from({ length: 15 }, () => pair(3, 5)), ...Array.from({ length: 5 }, () => pair(4, 3))];
  expect(comparePairs(twenty)).toMatchObject({ pairs: 20, more: 15, fewer: 5, clear: true });
  expect(comparePairs(twenty).mean).toEqual({ before: { right: 3.25, of: 7 }, after: { right: 4.5, of: 7 } });
  expect(comparePairs([...twenty.slice(0, 12), ...twenty.slice(12).map(() => pair(5, 2))]).clear).toBe(false);
});

test('the sign test is the binomial one', () => {
  expect(signTest(0, 0)).toBe(1);
  expect(signTest(5, 0)).toBeCloseTo(2 / 32, 10);
  expect(signTest(6, 0)).toBeCloseTo(2 / 64, 10);
  expect(signTest(4, 4)).toBe(1);
});
