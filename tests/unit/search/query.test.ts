import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksFor } from '#domain/search/answer.ts';
import { openBases } from '#domain/search/base.ts';
import { buildWordList } from '#domain/search/families.ts';
import { analyseQuery, furtherWords, literalTerms } from '#domain/search/query.ts';
import { slips, spellingCandidates } from '#domain/search/spelling.ts';
import { openWordList, type WordList } from '#domain/search/word-list.ts';
import { indexForm } from '#release/search/index-form.ts';
import { openIndonesianWords } from '#release/search/indonesian-words.ts';
import { oddQueries } from '../../support/odd-queries.ts';

const text = `mengirim kiriman dikirim uang keluarga berangkat keberangkatan harga pokok menghitung hitung modal usaha
  anak sekolah paspor majikan perjanjian kerja bekerja penempatan biaya titik impas tabungan menabung koperasi anggota
  hpp pmi tki cerita curiga jujur penyusutan penghasilan bagaimana yang di`;
const list = openWordList([
  buildWordList(
    text.split(/\s+/).map((word, at) => ({ word, pages: 1 + (at % 7) })),
    openBases(await openIndonesianWords()),
    indexForm,
  ),
]);
const forms = (query: string, words: WordList = list) =>
  analyseQuery(query, words).terms.map(({ readings }) => readings[0]?.forms ?? []);
const nothing = openWordList([]);

describe('the words of a query', () => {
  test('without function words are what is searched for, each with the forms that the index keeps apart', () => {
    expect(forms('bagaimana cara mengirim uang ke keluarga?')).toEqual([
      ['mengirim', 'dikirim'],
      ['uang'],
      ['keluarga'],
    ]);
  });

  test.each([
    ['kirim', 'mengirim'],
    ['pengiriman', 'mengirim'],
    ['anak-anak', 'anak'],
    ['anak2', 'anak'],
    ['hitungan', 'hitung'],
    ['keluarganya', 'keluarga'],
  ])('%s is found as another form of a word the site has', (query, form) => {
    const { terms, assumed } = analyseQuery(query, list);
    expect(terms[0]?.readings).toEqual([expect.objectContaining({ weight: 1, known: true })]);
    expect(terms[0]?.readings[0]?.forms).toContain(form);
    expect(assumed).toBeUndefined();
  });

  test('are all kept when there are only function words', () => {
    expect(analyseQuery('yang di ke dari', list).terms.length).toBeGreaterThan(1);
  });

  test('are at most twelve', () => {
    expect(literalTerms(text).length).toBe(12);
    expect(analyseQuery(text, list).terms.length).toBe(12);
  });
});

describe('a slip', () => {
  test.each([
    ['berangkt', 'berangkat'],
    ['bernagkat', 'berangkat'],
    ['brgkt', 'berangkat'],
    ['kluarga', 'keluarga'],
    ['oeang', 'uang'],
    ['tjerita', 'cerita'],
    ['djudjur', 'jujur'],
    ['passporr', 'paspor'],
    ['mjikan', 'majikan'],
    ['prjanjian', 'perjanjian'],
    ['penghasialn', 'penghasilan'],
  ])('%s is taken for %s, and that is said', (typed, meant) => {
    const { terms, assumed } = analyseQuery(typed, list);
    expect(assumed).toBe(meant);
    expect(terms[0]?.readings[0]?.weight).toBe(1);
    expect(terms[0]?.readings.length).toBeLessThanOrEqual(3);
  });

  test('is mended where it stands, the rest of the query stays as it was typed', () => {
    expect(analyseQuery('Biaya BERANGKT, berapa?', list).assumed).toBe('Biaya berangkat, berapa?');
  });

  test('is not seen in a word that is still being typed', () => {
    const { terms, assumed } = analyseQuery('berang', list);
    expect(assumed).toBeUndefined();
    expect(terms[0]?.readings[0]).toEqual({ forms: ['berang'], weight: 1, known: false });
  });

  test('is not seen in numbers, other scripts and what is like nothing', () => {
    for (const word of ['2024', 'كيف', 'xqzvw', 'ab']) expect(spellingCandidates(word, list)).toEqual([]);
  });

  test('counts the same both ways, and changing places is one', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, limit) => {
        expect(slips(a, b, limit)).toBe(slips(b, a, limit));
        expect(slips(a, a, limit)).toBe(0);
        expect(slips(a, b, limit)).toBeLessThanOrEqual(limit + 1);
      }),
    );
    expect(slips('kirim', 'kriim', 2)).toBe(1);
  });

  test('of one letter in a word the site has leads to that word among others', () => {
    const known = fc.constantFrom('keluarga', 'perjanjian', 'penempatan', 'berangkat', 'penyusutan');
    fc.assert(
      fc.property(known, fc.nat(7), fc.constantFrom(...'aeknrt', ''), (word, at, sign) => {
        const slip = word.slice(0, at + 2) + sign + word.slice(at + 3);
        const { readings = [] } = analyseQuery(slip, list).terms[0] ?? {};
        const all = readings.flatMap((reading) => reading.forms);
        expect(all.some((form) => list.find(word)?.family.includes(form))).toBe(true);
      }),
    );
  });
});

describe('whatever is typed', () => {
  test.each(oddQueries)('%j is a query', (query) => {
    for (const words of [list, nothing]) {
      const { terms } = analyseQuery(query, words);
      expect(terms.every(({ readings }) => readings.length > 0 && readings.every((it) => it.forms.length > 0))).toBe(
        true,
      );
      expect(furtherWords(query, words).every((word) => word.length > 0 && word.length <= 500)).toBe(true);
    }
  });

  test('there is an answer, forms are words alone and nothing is assumed that was typed', () => {
    const pieces = fc.oneof(fc.constantFrom(...oddQueries, ...text.split(/\s+/)), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const query = parts.join(' ');
        const { terms, assumed } = analyseQuery(query, list);
        for (const { readings } of terms) {
          for (const form of readings.flatMap((it) => it.forms)) expect(form).toMatch(/^[\p{L}\p{N}]+$/u);
        }
        if (assumed !== undefined) expect(assumed).not.toBe(query.trim());
      }),
    );
  });
});

describe('a name', () => {
  const asks = (query: string, ...names: string[]) => asksFor(analyseQuery(query, list).terms, names);

  test('is asked for when hardly anything else is', () => {
    expect(asks('apa itu HPP?', 'HPP', 'harga pokok produksi')).toBe(true);
    expect(asks('harga pokok', 'HPP', 'harga pokok')).toBe(true);
    expect(asks('hitung harga pokok', 'harga pokok')).toBe(true);
  });

  test('is not asked for by a part of it, or by much else', () => {
    expect(asks('harga', 'harga pokok')).toBe(false);
    expect(asks('uang sekolah anak keluarga', 'uang')).toBe(false);
    expect(asks('uang', '')).toBe(false);
    expect(asks('', 'uang')).toBe(false);
  });
});
