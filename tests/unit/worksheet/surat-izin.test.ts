import { expect, it } from 'vitest';
import { compute, permissionItems, permissionMarks } from '#domain/worksheet/surat-izin.ts';

const { matches, missing, differs } = permissionMarks;

const marked = (mark: number, ...items: readonly (typeof permissionItems)[number][]) =>
  Object.fromEntries(items.map((item) => [`${item}.mark`, mark]));
const filled = (cells: Readonly<Record<string, number>>) => compute({ cells, lists: {} });
const all = marked(matches, ...permissionItems);

it('lets the village head sign when all ten match', () => {
  expect(filled(all)).toEqual({
    results: { matches: 10, missing: 0, differs: 0, unread: 0 },
    advice: ['all_match'],
  });
});

it('lets nobody sign under pressure, though all ten match', () => {
  for (const pressure of ['money', 'threat', 'hurry']) {
    expect(filled({ ...all, [pressure]: 1 }).advice).toEqual(['pressed']);
  }
});

it('stops at one that differs, and delays for one that is missing', () => {
  const { results, advice } = filled({
    ...marked(matches, 'inPerson', 'names'),
    ...marked(differs, 'age'),
    ...marked(missing, 'visa'),
  });
  expect(results).toEqual({ matches: 2, missing: 1, differs: 1, unread: 6 });
  expect(advice).toEqual(['differs', 'missing', 'read_on']);
});

it('never lets sign while one of the ten is not marked as matching', () => {
  for (const item of permissionItems) {
    const others = permissionItems.filter((it) => it !== item);
    expect(filled(marked(matches, ...others)).advice).toEqual(['read_on']);
    expect(filled({ ...all, ...marked(missing, item) }).advice).toEqual(['missing']);
    expect(filled({ ...all, ...marked(differs, item) }).advice).toEqual(['differs']);
  }
});

it('says nothing about an empty sheet', () => {
  expect(filled({}).advice).toEqual([]);
});
