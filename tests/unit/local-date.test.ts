import { expect, it } from 'vitest';
import { sayDay } from '#domain/local-date.ts';

it.each([
  ['2026-11-24', 'Selasa, 24 November 2026'],
  ['2027-01-01', 'Jumat, 1 Januari 2027'],
  ['2028-02-29', 'Selasa, 29 Februari 2028'],
])('%s is said as %s', (date, words) => {
  expect(sayDay(date)).toBe(words);
});
