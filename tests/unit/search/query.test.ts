import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksFor } from '#domain/search/answer.ts';
import { openBases } from '#domain/search/words/base.ts';
import { analyseQuery, basesToLookUp, furtherWords, literalTerms } from '#domain/search/query.ts';
import { spellingCandidates } from '#domain/search/words/spelling.ts';
import { groupWords, openWordList, type WordList } from '#domain/search/words/word-list.ts';
import { openIndonesianWords } from '#release/search/indonesian-words.ts';
import { oddQueries } from '../../support/odd-queries.ts';

const text = `mengirim kiriman dikirim uang keluarga berangkat keberangkatan harga pokok menghitung hitung modal usaha
  anak sekolah paspor majikan perjanjian kerja bekerja penempatan biaya titik impas tabungan menabung koperasi anggota
  hpp pmi tki cerita curiga jujur penyusutan penghasilan bagaimana yang di`;
const list = openWordList(
  groupWords(
    text.split(/\s+/).map((word, at) => ({ word, pages: 1 + (at % 7) })),
    openBases(await openIndonesianWords()),
  ),
);
const forms = (query: string, words: WordList = list) =>
  analyseQuery(query, words).terms.map(({ readings }) => readings[0]?.forms ?? []);
const nothing = openWordList([]);

describe('to tell slips from words that the site lacks', () => {
  test.each([
    // Of the site, by grammar a form of one of its words, and nothing like any of them.
    ['mengirim uang', []],
    ['keberangkatannya', []],
    ['xqzw', []],
    // A form by a short base alone: only whether it is a base itself can turn that round.
    ['keuangan', ['keuangan']],
  ])('%j needs no more of the language than %j', (query, bases) => {
    expect(basesToLookUp(query, list)).toEqual(bases);
  });

  test('of what looks like a slip each base is looked up', () => {
    expect(basesToLookUp('passpor', list)).toContain('passpor');
    expect(basesToLookUp('menabunh', list)).toEqual(expect.arrayContaining(['menabunh', 'tabunh']));
  });
});

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

describe('a real word that the site lacks', () => {
  const bases = new Set(['gram', 'halal', 'bakar', 'byar', 'garam', 'cerai', 'liar']);
  const read = (query: string) => analyseQuery(query, list, (word) => bases.has(word));

  test.each(['halal', 'garam', 'cerai', 'membakar', 'agen liar'])('is never taken for another: %s', (query) => {
    expect(read(query).assumed).toBeUndefined();
    const word = query.split(' ').at(-1) ?? '';
    expect(read(query).terms.find((term) => term.word === word)).toMatchObject({
      isForeign: true,
      readings: expect.arrayContaining([{ forms: [word], weight: 1, known: false }]),
    });
  });

  test('alone finds what it says and nothing that is like it', () => {
    expect(read('membakar').terms[0]?.readings).toHaveLength(1);
  });

  test('is none when a letter is only doubled', () => {
    expect(read('passpor').assumed).toBe('paspor');
  });

  test('is none of the words that are asked for already', () => {
    expect(analyseQuery('biaya biyaa', list).assumed).toBeUndefined();
    expect(analyseQuery('cara cera', list).assumed).not.toBe('cara cara');
  });

  test('of four letters and less is not made of another by a wrong or an extra letter', () => {
    for (const word of ['pirt', 'hpx', 'paspr', 'modl']) {
      const { assumed } = analyseQuery(
        word,
        openWordList(
          groupWords(
            [
              { word: 'prt', pages: 3 },
              { word: 'hpp', pages: 3 },
              { word: 'paspor', pages: 3 },
              { word: 'modal', pages: 3 },
            ],
            (it) => it,
          ),
        ),
      );
      expect([word, assumed]).toEqual([word, { paspr: 'paspor', modl: 'modal' }[word]]);
    }
  });
});

describe('words without a space, and with one too many', () => {
  test.each([
    ['kirimuang', 'kirim uang'],
    ['uangkeluarga', 'uang keluarga'],
    ['hargapokok', 'harga pokok'],
    ['anaksekolahdi', undefined],
  ])('%s is read as %s', (query, assumed) => {
    expect(analyseQuery(query, list).assumed).toBe(assumed);
  });

  test('are one where the site has them as one', () => {
    const whole = openWordList(
      groupWords(
        [
          { word: 'overstay', pages: 3 },
          { word: 'visa', pages: 2 },
        ],
        (it) => it,
      ),
    );
    expect(analyseQuery('over stay visa', whole).terms.map(({ word }) => word)).toEqual(['overstay', 'visa']);
  });
});

describe('a sum of money', () => {
  test.each([
    ['1.000.000', '1000000'],
    ['Rp1.000.000', '1000000'],
    ['rp 1000000', '1000000'],
    ['sejuta', '1000000'],
    ['1 juta', '1000000'],
    ['2,5 juta', '2500000'],
    ['500rb', '500000'],
    ['500 ribu', '500000'],
    ['1.250', '1250'],
  ])('%s asks for %s', (query, digits) => {
    const { terms } = analyseQuery(`gaji ${query}`, list);
    expect(terms.flatMap(({ readings }) => readings[0]?.forms ?? [])).toContain(digits);
    expect(terms).toHaveLength(2);
  });

  test('is asked for with its unit as well', () => {
    expect(analyseQuery('5.000.000', list).terms[0]?.readings[0]?.forms).toContain('"5 juta"');
    expect(analyseQuery('500rb', list).terms[0]?.readings[0]?.forms).toContain('"500 ribu"');
  });

  test('is no year, and no number of a house', () => {
    for (const query of ['2025', 'nomor 17', '12.3456']) {
      expect(
        analyseQuery(query, list)
          .terms.flatMap(({ readings }) => readings)
          .every(({ forms }) => forms.length === 1),
      ).toBe(true);
    }
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
          for (const form of readings.flatMap((it) => it.forms))
            expect(form).toMatch(/^[\p{L}\p{N}]+$|^"\d+ (?:juta|ribu)"$/u);
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
