import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openUrgentNeeds } from '#domain/search/urgent.ts';
import { oddQueries } from '../../support/odd-queries.ts';

const needs = openUrgentNeeds(
  [
    { id: 'bunuh-diri', typed: ['bunuh diri', 'ingin mati'] },
    { id: 'gaji', typed: ['gaji tidak dibayar', 'gaji telat'] },
    { id: 'paspor', typed: ['paspor ditahan'] },
    { id: 'hamil', typed: ['hamil'] },
    { id: 'calo', typed: ['calo'] },
    { id: 'dijual', typed: ['=dijual luar negeri'] },
    { id: 'dua', typed: ['paspor ditahan majikan'] },
  ],
  [
    ['gaji', 'upah'],
    ['ditahan', 'dicekel', '=dikunci'],
    ['majikan', 'juragan'],
  ],
);
const words = new Set(['hasil', 'calon', 'kunci', 'jual', 'tahun']);
const find = (query: string) => needs.find(query, (word) => words.has(word));

describe('a need that must not wait is found', () => {
  test.each([
    ['saya ingin bunuh diri', 'bunuh-diri'],
    ['pengen mati aja', 'bunuh-diri'],
    ['bunuhdiri', 'bunuh-diri'],
    ['bnuh diri', 'bunuh-diri'],
    ['gajiku belum dibayar', 'gaji'],
    ['majikan gak mau bayar upah', 'gaji'],
    ['gji ora dibyr', 'gaji'],
    ['agen menahan pasporku', 'paspor'],
    ['pasport dicekel agen', 'paspor'],
    ['paspor dikunci', 'paspor'],
    ['kehamilan', 'hamil'],
    ['CALO', 'calo'],
    ['dijual ke luar negeri', 'dijual'],
  ])('in %j', (query, id) => {
    expect(find(query)).toContain(id);
  });

  test('the one that says most of it first', () => {
    expect(find('paspor saya ditahan majikan')).toEqual(['dua']);
  });

  test.each([
    'hasil',
    'calon pembeli',
    'gaji dibayar kapan',
    'paspor',
    'menjual ke luar negeri',
    'kunci jawaban paspor',
  ])('and none in %j', (query) => {
    expect(find(query)).toEqual([]);
  });

  test('also where nobody can tell words from slips: by what is spelt right', () => {
    expect(needs.find('gaji tidak dibayar', () => true)).toEqual(['gaji']);
    expect(needs.find('hamli', () => true)).toEqual([]);
  });

  test('asking only for the words that are not its own', () => {
    expect(needs.unclear('gaji tidak dibayar majikan')).toEqual([]);
    expect(needs.unclear('hasil gaji')).toEqual(['hasil']);
  });
});

test.each(oddQueries)('%j is no trouble', (query) => {
  expect(find(query).length).toBeLessThanOrEqual(2);
});

test('whatever is typed, what is found is among the needs, at most two', () => {
  const pieces = fc.oneof(fc.constantFrom('bunuh', 'diri', 'gaji', 'tidak', 'dibayar', ...oddQueries), fc.string());
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const found = find(parts.join(' '));
      expect(new Set(found).size).toBe(found.length);
      expect(found.length).toBeLessThanOrEqual(2);
    }),
  );
});
