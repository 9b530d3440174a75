import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { possibleBases } from '#domain/search/affixes.ts';
import { openBases } from '#domain/search/base.ts';
import { buildWordList, splitWordList, type WordCount } from '#domain/search/families.ts';
import { fold, queryLimit, queryWords, quotedPhrase, tokenize } from '#domain/search/text.ts';
import {
  familyLimit,
  formatPart,
  openWordList,
  parseManifest,
  parsePart,
  partOf,
  type SiteWord,
} from '#domain/search/word-list.ts';
import { indexForm } from '#release/search/index-form.ts';
import { openIndonesianWords } from '#release/search/indonesian-words.ts';

const baseOf = openBases(await openIndonesianWords());

describe('the text of a query', () => {
  test('is the same however it is written', () => {
    expect(tokenize('Anak-ANAK  Résumé Jum’at')).toEqual(['anak', 'anak', 'resume', 'jumat']);
    expect(queryWords('anak2 anak-anak H2 2')).toEqual(['anak', 'h2', '2']);
  });

  test('folded twice is folded once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('is read to 500 signs, without signs that are no words', () => {
    expect(queryWords('a'.repeat(9_000))).toEqual(['a'.repeat(queryLimit)]);
    expect(queryWords('.*+?^$ {}()|[]\\ 💸 \u202e')).toEqual([]);
    expect(queryWords('<img src=x onerror=alert(1)>')).toEqual(['img', 'src', 'x', 'onerror', 'alert', '1']);
  });

  test('is a phrase only between two quotation marks that hold a word', () => {
    expect(quotedPhrase(' “harga pokok” ')).toBe('harga pokok');
    expect(quotedPhrase('"harga pokok"')).toBe('harga pokok');
    for (const none of ['"harga pokok', 'harga pokok"', '""', '" . "', 'cari "harga" pokok', '"a" "b"']) {
      expect(quotedPhrase(none)).toBeUndefined();
    }
  });
});

describe('the base of a word', () => {
  test.each([
    ['kirim', 'mengirim mengirimkan dikirim kiriman pengiriman terkirim ngirim dikirimin'],
    ['usaha', 'berusaha pengusaha perusahaan mengusahakan'],
    ['hitung', 'menghitung dihitung perhitungan hitungan ngitung'],
    ['tabung', 'menabung tabungan nabung'],
    ['lindung', 'melindungi pelindungan perlindungan'],
    ['ajar', 'belajar pelajaran mempelajari pembelajaran'],
    ['tipu', 'menipu penipuan ditipu tertipu'],
    ['lapor', 'melaporkan laporan nglapor'],
    ['setuju', 'menyetujui persetujuan'],
    ['uang', 'uangnya uangku'],
  ])('is %s for %s', (base, forms) => {
    for (const form of [base, ...forms.split(' ')]) expect([form, baseOf(form)]).toEqual([form, base]);
  });

  test.each([
    ['berangkat', 'mengangkat'],
    ['setuju', 'tujuan'],
    ['makanan', 'mak'],
    ['pengiriman', 'irim'],
    ['bunga', 'bung'],
    ['menteri', 'teri'],
    ['alamat', 'amat'],
  ])('of %s is another one than that of %s', (word, other) => {
    expect(baseOf(word)).not.toBe(baseOf(other));
  });

  test('is found for any text, is never empty and is among the possible ones', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'aeiudmnpkgrst'), maxLength: 20 }));
    fc.assert(
      fc.property(texts, (text) => {
        const possible = possibleBases(text);
        expect(possible).toContain(text);
        expect(possible.every((base) => base === text || base.length >= 3)).toBe(true);
        expect(typeof baseOf(text)).toBe('string');
      }),
    );
  });
});

describe('the word list of a site', () => {
  const counts: readonly WordCount[] = [
    { word: 'mengirim', pages: 9 },
    { word: 'kiriman', pages: 4 },
    { word: 'pengiriman', pages: 2 },
    { word: 'dikirim', pages: 2 },
    { word: 'mengirimkan', pages: 1 },
    { word: 'uang', pages: 30 },
  ];
  const words = buildWordList(counts, baseOf, indexForm);
  const find = (word: string) => words.find((it) => it.word === word);

  test('gives each word the forms that the index keeps apart, its own first', () => {
    expect(new Set(find('kiriman')?.family.map(indexForm))).toEqual(new Set(['kirim', 'irim']));
    expect(indexForm(find('kiriman')?.family[0] ?? '')).toBe('kirim');
    expect(indexForm(find('mengirim')?.family[0] ?? '')).toBe('irim');
    expect(find('uang')).toEqual({ word: 'uang', base: 'uang', rank: 5, family: ['uang'] });
  });

  test('holds a base that stands on no page, for those who type it', () => {
    expect(find('kirim')).toMatchObject({ base: 'kirim', rank: 0 });
    expect(find('kirim')?.family.length).toBeGreaterThan(0);
  });

  const siteWords: fc.Arbitrary<readonly SiteWord[]> = fc
    .uniqueArray(fc.string({ unit: fc.constantFrom(...'abkéخ'), minLength: 1, maxLength: 6 }), { maxLength: 200 })
    .map((list) =>
      buildWordList(
        list.map((word, at) => ({ word, pages: at + 1 })),
        (it) => it.slice(0, 2),
        (it) => it,
      ),
    );

  test('comes back from its parts as it was, each word from the part that its beginning leads to', () => {
    fc.assert(
      fc.property(siteWords, fc.integer({ min: 1, max: 50 }), (list, limit) => {
        const parts = splitWordList(list, limit);
        const files = Object.fromEntries([...parts.keys()].map((name) => [name, `kata.${name}.txt`]));
        const manifest = { format: 1, index: 'id', pages: 1, parts: files } as const;
        for (const word of list) {
          const part = parts.get(partOf(manifest, word.word) ?? '') ?? [];
          expect(parsePart(formatPart(part))).toEqual(part);
          expect(part).toContainEqual(word);
          expect(word.family.length).toBeLessThanOrEqual(familyLimit);
        }
        expect([...parts.values()].flat().length).toBe(list.length);
      }),
    );
  });

  test('is not read when it is cut off, damaged or something else', () => {
    const text = formatPart(words);
    expect(parsePart(text)).toEqual(words);
    for (const damaged of [
      '',
      '<html>Login WiFi</html>',
      text.slice(0, -1),
      text.slice(0, text.length / 2),
      text.replace('kata 1', 'kata 2'),
      text.replace(/\n[^\n]+\n/, '\n'),
      text.replace(',', ';'),
    ]) {
      expect(parsePart(damaged)).toBeUndefined();
    }
  });

  test('is led to by a manifest alone that names files and nothing else', () => {
    const good = { format: 1, index: 'id_a', pages: 3, parts: { a: 'kata.a.txt' } };
    expect(parseManifest(good)).toEqual(good);
    for (const bad of [
      null,
      'kata',
      {},
      { ...good, format: 2 },
      { ...good, pages: 0 },
      { ...good, pages: '3' },
      { ...good, index: undefined },
      { ...good, parts: null },
      { ...good, parts: { a: '../../../api/me' } },
      { ...good, parts: { a: 7 } },
    ]) {
      expect(parseManifest(bad)).toBeUndefined();
    }
  });

  test('finds nothing by a name that every object has', () => {
    const manifest = { format: 1, index: 'id', pages: 1, parts: {} } as const;
    for (const name of ['constructor', '__proto__', 'tostring']) {
      expect(partOf(manifest, name)).toBeUndefined();
      expect(openWordList([words]).find(name)).toBeUndefined();
    }
  });
});
