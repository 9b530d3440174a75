import { expect, test } from 'vitest';
import { addDistrictRows, toDistrictRows } from '#domain/statistics/district.ts';
import { districtHeads, readDistrictCells, writeDistrictCells } from '#domain/statistics/district-file.ts';
import { noCounts } from '#domain/statistics/house-months.ts';

const month = { course: 'up-202', month: '2026-11', ...noCounts };
const read = (rows: Parameters<typeof writeDistrictCells>[0]) =>
  readDistrictCells(writeDistrictCells(rows).map((cells, at) => ({ line: at + 1, cells: cells.map(String) })));

test('a file for the district holds no count below five, and no month of which nothing may be told', () => {
  const rows = toDistrictRows('kuripan', [
    { ...month, enrolled: 12, active: 4, lessonsRead: 5, attempts: 0 },
    { ...month, month: '2026-12', enrolled: 4, active: 3 },
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ enrolled: 12, active: '<5', lessonsRead: 5, attempts: '<5', passed: '<5' });
});

test('files of many houses add up, and say how much they do not tell', () => {
  const kuripan = toDistrictRows('kuripan', [{ ...month, enrolled: 12, active: 4 }]);
  const tracap = toDistrictRows('tracap', [
    { ...month, enrolled: 8, active: 6 },
    { ...month, month: '2026-10', enrolled: 5 },
  ]);
  const [file, other] = [read(kuripan), read(tracap)];
  if (!('rows' in file && 'rows' in other)) throw new Error('both files are whole');
  // The same file twice counts once.
  const totals = addDistrictRows([...file.rows, ...other.rows, ...file.rows]);
  expect(totals.map(({ month: on, houses, enrolled, active }) => [on, houses, enrolled, active])).toEqual([
    ['2026-10', 1, { told: 5, hidden: 0 }, { told: 0, hidden: 1 }],
    ['2026-11', 2, { told: 20, hidden: 0 }, { told: 6, hidden: 1 }],
  ]);
});

test('a file that is none, is broken or was written into is refused with its line', () => {
  const lines = (...rows: readonly (readonly string[])[]) =>
    readDistrictCells([districtHeads, ...rows].map((cells, at) => ({ line: at + 1, cells })));
  expect(readDistrictCells([{ line: 1, cells: ['nama'] }])).toEqual({ problem: 'not_a_district_file', line: 0 });
  expect(readDistrictCells([])).toEqual({ problem: 'not_a_district_file', line: 0 });
  const row = ['kuripan', 'up-202', '2026-11', '12', '<5', '5', '<5', '<5', '<5'];
  expect(lines(row)).toMatchObject({ rows: [{ enrolled: 12 }] });
  expect(lines(row.with(2, '2026-13'))).toEqual({ problem: 'row_broken', line: 2 });
  expect(lines(row, row.with(3, '1,5'))).toEqual({ problem: 'row_broken', line: 3 });
  expect(lines(row.with(3, '3'))).toEqual({ problem: 'count_too_small', line: 2 });
  expect(lines(row.slice(0, 4))).toEqual({ problem: 'row_broken', line: 2 });
});
