import { expect, test } from 'vitest';
import { fillSheet, sayCell } from '#components/worksheet/filled.ts';
import { sheets } from '#components/worksheet/all-sheets.ts';
import { worksheetKinds } from '#domain/worksheet/sheet.ts';
import { parseSheetTexts, sheetTextLimits } from '#domain/worksheet/texts.ts';
import { loadSheet } from '../../support/worksheets.ts';

test('a filled sheet is worked out for the trainer as on the phone', async () => {
  const texts = {
    cells: { units: '40', batches: '20', margin: '25', price: '' },
    lists: {
      variable: [
        { name: 'Bahan utama', amount: '228.000' },
        { name: '', amount: 'dua puluh' },
      ],
    },
  };
  const { compute } = await loadSheet('hpp');
  expect(compute(fillSheet(sheets.hpp, texts)).results.hpp).toBe(5700);
});

test.each(worksheetKinds)('%s answers whatever texts it is given', async (kind) => {
  const { compute } = await loadSheet(kind);
  for (const texts of [
    { cells: {}, lists: {} },
    { cells: { tidak: 'ada' }, lists: { tidak: [{ ada: 'x' }] } },
  ]) {
    expect(compute(fillSheet(sheets[kind], texts))).toHaveProperty('results');
  }
});

test('each place says what was filled in, with its unit, or that nothing was', () => {
  expect(sayCell({ kind: 'number', unit: 'Rp' }, '12.500')).toBe('Rp 12.500');
  expect(sayCell({ kind: 'number', unit: 'buah' }, '40')).toBe('40 buah');
  expect(sayCell({ kind: 'text' }, '')).toBe('–');
  expect([sayCell({ kind: 'tick' }, '1'), sayCell({ kind: 'tick' }, '')]).toEqual(['✓', '–']);
  const choice = { kind: 'choice', choices: [{ value: 2, label: 'Dua' }] } as const;
  expect([sayCell(choice, '2'), sayCell(choice, '9'), sayCell(choice, '')]).toEqual(['Dua', '–', '–']);
});

test('texts are taken by their shape, up to their limits, and nothing else with them', () => {
  const texts = { cells: { a: 'x' }, lists: { l: [{ b: 'y' }, {}] } };
  expect(parseSheetTexts({ ...texts, more: 1 })).toEqual(texts);
  const row = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`k${at}`, 'x'.repeat(1000)]));
  for (const wrong of [
    null,
    [],
    'x',
    { cells: {}, lists: [] },
    { cells: { a: null }, lists: {} },
    { cells: { '': 'x' }, lists: {} },
    { cells: {}, lists: { l: {} } },
    { cells: {}, lists: { l: [1] } },
    { cells: {}, lists: { l: Array.from({ length: sheetTextLimits.rows + 1 }, () => ({})) } },
    { cells: row, lists: {} },
    JSON.parse('{"cells": {"__proto__": "x"}, "lists": {}}'),
  ]) {
    expect(parseSheetTexts(wrong)).toBeUndefined();
  }
});
