import { describe, expect, test } from 'vitest';
import { suggestQueries } from '#domain/search/suggest.ts';
import { groupWords, openWordList } from '#domain/search/words/word-list.ts';

const counts = { berangkat: 40, keberangkatan: 9, beras: 3, biaya: 30, bagaimana: 50, berat: 2, bekerja: 60 };
const list = openWordList(
  groupWords(
    Object.entries(counts).map(([word, pages]) => ({ word, pages })),
    (word) => (word.includes('berangkat') ? 'berangkat' : word),
  ),
);

describe('a query is completed', () => {
  test.each([
    ['be', ['bekerja', 'berangkat', 'beras']],
    ['biaya ber', ['biaya berangkat', 'biaya beras', 'biaya berat']],
    ['Biaya Bera', ['Biaya berangkat', 'Biaya beras', 'Biaya berat']],
    ['biaya', []],
    ['biaya ', []],
    ['b', []],
    ['ba', []],
    ['zz', []],
    ['', []],
    ['be?', []],
  ])('%j by %j', (query, suggestions) => {
    expect(suggestQueries(query, list)).toEqual(suggestions);
  });
});
