import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { possibleBases } from '#domain/search/words/affixes.ts';
import { openBases } from '#domain/search/words/base.ts';
import { fold, queryLimit, queryWords, quotedPhrase, tokenize } from '#domain/search/words/text.ts';
import { openIndonesianWords } from '#release/search/indonesian-words.ts';

const baseOf = openBases(await openIndonesianWords());

describe('the text of a query', () => {
  test('is the same however it is written', () => {
    expect(tokenize('Anak-ANAK  Résumé Jum’at')).toEqual(['anak', 'anak', 'resume', 'jumat']);
    expect(queryWords('anak2 anak-anak H2 2')).toEqual(['anak', 'h2', '2']);
  });

  test('keeps a number whole, with points or commas between its thousands', () => {
    expect(tokenize('Rp1.000.000, 2,500,000 atau 10.000.')).toEqual(['rp1000000', '2500000', 'atau', '10000']);
    expect(tokenize('1.5 juta, 2024.12.31, 12.3456, 1.000,50')).toEqual([
      '1',
      '5',
      'juta',
      '2024',
      '12',
      '31',
      '12',
      '3456',
      '1',
      '000',
      '50',
    ]);
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
