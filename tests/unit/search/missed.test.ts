import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missedQuery } from '#domain/search/missed.ts';

test('a search that found nothing is counted the same however it is written', () => {
  expect(missedQuery('  Visa   KANADA ')).toBe('visa kanada');
  expect(missedQuery('a\u202eb')).toBe('a b');
});

test.each([
  ['digits', 'rumah nomor 12'],
  ['digits of another script', 'nomor ٠٨١١'],
  ['an e-mail address', 'siti@contoh'],
  ['an address of the web', 'contoh.id/siti'],
  ['HTML', '<b>uang</b>'],
  ['more than 40 signs', 'a'.repeat(41)],
  ['no letter', '?! 💸'],
  ['nothing', '  '],
])('what has %s in it is not', (_, query) => {
  expect(missedQuery(query)).toBeUndefined();
});

test('what may be counted may be counted again, is short and has no line of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const query = missedQuery(text);
      if (query === undefined) return;
      expect(missedQuery(query)).toBe(query);
      expect(query).toMatch(/^[^\n\d]{1,40}$/);
    }),
  );
});
