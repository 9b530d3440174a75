import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillWords, readNumber, showNumber } from '#client/worksheet/number.ts';
import { sheets } from '#components/worksheet/all-sheets.ts';
import type { SheetPart } from '#components/worksheet/sheet.ts';
import { type Filled, worksheetKinds } from '#domain/worksheet/sheet.ts';
import { loadSheet } from '../../support/worksheets.ts';

describe.each(worksheetKinds)('the sheet %s', (kind) => {
  const { parts, words, summary } = sheets[kind];
  const named = parts.flatMap(cellsOf);
  const numbers = named.filter(({ is }) => is !== 'output').map(({ name }) => name);
  const lists = parts.filter((part) => part.part === 'list');

  /** Random fillings of the sheet's own cells. */
  const anyFilled: fc.Arbitrary<Filled> = fc.record({
    cells: anyOf(numbers),
    lists: fc.record(
      Object.fromEntries(lists.map((list) => [list.name, fc.array(anyOf(columnsOf(list, false)), { maxLength: 4 })])),
    ),
  });

  it('answers any filling with finite numbers and with sentences that it has', async () => {
    const { compute } = await loadSheet(kind);
    fc.assert(
      fc.property(anyFilled, (filled) => {
        const { results, advice = [], problems = {}, series = [], beside = {} } = compute(filled);
        for (const value of Object.values(results)) expect(value ?? 0).toSatisfy(Number.isFinite);
        for (const code of [...advice, ...Object.values(problems)]) expect(Object.keys(words)).toContain(code);
        for (const cell of Object.keys(problems)) expect(numbers).toContain(cell);
        expect(series.length).toBeLessThanOrEqual(121);
        for (const [list, rows] of Object.entries(beside)) expect(rows).toHaveLength(filled.lists[list]?.length ?? 0);
        for (const value of Object.values(beside).flatMap((rows) => rows.flatMap(Object.values))) {
          expect(value ?? 0).toSatisfy(Number.isFinite);
        }
      }),
    );
  });

  it('names every place once, and shows no result that its arithmetic never gives', async () => {
    const places = named.map(({ name, is }) => `${is === 'output' ? 'output' : 'cell'} ${name}`);
    expect(places.filter((place, at) => places.indexOf(place) !== at && !repeated.has(place))).toEqual([]);
    const { compute } = await loadSheet(kind);
    const given = new Set<string>();
    const besideRows = new Set<string>();
    for (const filled of fc.sample(anyFilled, { numRuns: 300, seed: 7 })) {
      const { results, beside = {} } = compute(filled);
      for (const name of Object.keys(results)) given.add(name);
      for (const name of Object.values(beside).flatMap((rows) => rows.flatMap(Object.keys))) besideRows.add(name);
    }
    expect([...besideRows].sort()).toEqual(lists.flatMap((list) => columnsOf(list, true)).sort());
    const slots = [summary, ...Object.values(words).map((it) => it.words)].flatMap((it) =>
      [...it.matchAll(/\{([\w.]+)/g)].map(([, name = '']) => name),
    );
    const shown = named.filter(({ is }) => is === 'output').map(({ name }) => name);
    expect([...shown, ...slots].filter((name) => !given.has(name))).toEqual([]);
  });
});

describe('numbers in sheets', () => {
  it('are read as they are typed, and asked about when two readings are possible', () => {
    expect(readNumber('Rp 12.500', false)).toEqual({ value: 12_500 });
    expect(readNumber('25 ribu', false)).toEqual({ value: 25_000 });
    expect(readNumber('Rp. 5.000 rupiah', false, 'Rp')).toEqual({ value: 5000 });
    expect(readNumber('5½ kg', false, 'kg')).toEqual({ value: 5.5 });
    expect(readNumber('5 kg', false, 'bungkus').words).toContain('angka');
    expect(readNumber('', false)).toEqual({});
    expect(readNumber('1,250', false).words).toContain('1.250');
    expect(readNumber('-500', false).words).toBeDefined();
    expect(readNumber('-500', true)).toEqual({ value: -500 });
  });

  it('are shown in rupiah, percent or plain, with a dash for what cannot be told', () => {
    expect([
      showNumber(12_780.4, 'rp'),
      showNumber(0.15, 'ratio'),
      showNumber(18.75, 'number'),
      showNumber(undefined, 'rp'),
    ]).toEqual(['Rp\u00a012.780', '15\u00a0%', '18,75', '–']);
    expect(
      fillWords('Bulan ke-{payoff}, masih {total.asked|rp}, {none}.', { payoff: 50, 'total.asked': 7_800_000 }),
    ).toBe('Bulan ke-50, masih Rp\u00a07.800.000, –.');
  });
});

/** Outputs that a sheet shows in two places on purpose. */
const repeated = new Set(['output total.asked']);

function anyNumber() {
  return fc.oneof(fc.integer({ min: 0, max: 40 }), fc.double({ min: 0, max: 1e12, noNaN: true }));
}

/** Any of these cells with any numbers in them. */
function anyOf(names: readonly string[]) {
  return fc.record(Object.fromEntries(names.map((name) => [name, anyNumber()])), { requiredKeys: [] });
}

/** Columns of a list that are worked out, or those that are filled in. */
function columnsOf({ columns }: Extract<SheetPart, { part: 'list' }>, areOutputs: boolean): readonly string[] {
  return columns.filter(({ cell }) => (cell.kind === 'output') === areOutputs).map(({ name }) => name);
}

function cellsOf(part: SheetPart): readonly { readonly name: string; readonly is: string }[] {
  switch (part.part) {
    case 'fields':
      return part.fields.map(({ name, cell }) => ({ name, is: cell.kind }));
    case 'ticks':
      return part.items.map(({ name }) => ({ name, is: 'tick' }));
    case 'results':
      return part.results.map(({ name }) => ({ name, is: 'output' }));
    case 'grid':
      return [
        ...part.rows.flatMap((row) =>
          part.columns.map((column) => ({ name: `${row.name}.${column.name}`, is: (row.cell ?? column.cell).kind })),
        ),
        ...Object.keys(part.total?.columns ?? {}).map((column) => ({ name: `total.${column}`, is: 'output' })),
      ];
    case 'list':
      return Object.keys(part.total?.columns ?? {}).map((column) => ({ name: `${part.name}.${column}`, is: 'output' }));
    default:
      return [];
  }
}
