import { expect, test } from 'vitest';
import { readSheet, type Sheet } from '#client/worksheet-sheet.ts';
import { computeHpp } from '#domain/worksheet/hpp.ts';

const sheet: Sheet = {
  costs: {
    variable: [
      { name: 'Singkong', amount: 'Rp 120.000' },
      { name: 'Minyak', amount: '85000' },
      { name: '', amount: '' },
    ],
    overhead: [{ name: 'Wajan', amount: '50.000' }],
    expenses: [{ name: 'Promosi', amount: '25 ribu' }],
  },
  figures: { units: '41', batches: '20', margin: '25', price: '' },
};

test('a sheet as it was typed adds up', () => {
  const { input, totals, errors, complete } = readSheet(sheet);
  expect(totals).toEqual({ variable: 205_000, overhead: 50_000, expenses: 25_000 });
  expect([...errors]).toEqual([]);
  expect(complete).toBe(true);
  expect(computeHpp(input).result?.hpp).toBeCloseTo(205_000 / 41 + 50_000 / 820, 6);
});

test('an ambiguous amount is asked about at its row, and not counted', () => {
  const asked = readSheet({ ...sheet, costs: { ...sheet.costs, variable: [{ name: 'Gas', amount: '1,250' }] } });
  expect([...asked.errors.keys()]).toEqual(['variable/0']);
  expect(asked.totals.variable).toBe(0);
});

test.each(['units', 'batches', 'margin'] as const)('without %s nothing is computed yet', (figure) => {
  expect(readSheet({ ...sheet, figures: { ...sheet.figures, [figure]: '' } }).complete).toBe(false);
});

test('a price below zero is a fault of its own field', () => {
  expect([...readSheet({ ...sheet, figures: { ...sheet.figures, price: '-500' } }).errors.keys()]).toEqual(['price']);
});
