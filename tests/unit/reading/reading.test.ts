import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureReading } from '#domain/reading/ease.ts';
import { countSyllables, isLongWord } from '#domain/reading/long-words.ts';
import { countWords, splitSentences } from '#domain/reading/sentences.ts';

describe('splitSentences', () => {
  it.each<[string, number]>([
    ['Hitung dulu. Lalu catat.', 2],
    ['"Modal berapa, Bu?" Bu Wartini diam. "Sepuluh ribu."', 3],
    ['Harganya Rp12.500 per bungkus.', 1],
    ['Lihat UU No. 18 Tahun 2017. Lalu tanya.', 2],
    ['Tinggal di Kec. Watumalang. Ramai!', 2],
    ['Bawa KTP, KK, dll. sebelum berangkat', 1],
    ['tanpa titik di akhir', 1],
    ['Uang (kecil). (Cerita karangan.)', 2],
    ['… ÷ =', 0],
    ['', 0],
  ])('finds in %j %i', (text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
  });

  it('loses no word of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Beli', 'jual.', 'No.', '"Ya?"', '12', '÷', 'Rp1.000!')), (words) => {
        const text = words.join(' ');
        expect(splitSentences(text).reduce((sum, it) => sum + countWords(it), 0)).toBe(countWords(text));
      }),
    );
  });
});

it('counts words as people do', () => {
  expect(['anak-anak pergi', '297.000 ÷ 25 = Rp11.880', ' \n '].map(countWords)).toEqual([2, 3, 0]);
});

it('calls a word long by its syllables or letters, each part of a joined word by itself', () => {
  expect(['mama', 'pulau', 'buah', 'keterangan', 'pertanggungjawaban'].map(countSyllables)).toEqual([2, 2, 2, 4, 6]);
  expect(['pekerjaan', 'menghitung', 'anak-anak', 'tanda-tangannya'].some(isLongWord)).toBe(false);
  expect(['menandatangani', 'kewirausahaan', 'pemberangkatan'].every(isLongWord)).toBe(true);
});

describe('measureReading', () => {
  it('says how long sentences are, which is the longest and where it stands', () => {
    expect(measureReading(['Beli dulu. Lalu hitung satu per satu.', 'Catat.'])).toEqual({
      words: 8,
      sentences: 3,
      meanWords: 8 / 3,
      longest: { sentence: 'Lalu hitung satu per satu.', words: 5, at: 0 },
      longWords: [],
      longShare: 0,
    });
  });

  it('lists long words by how often they come, without those that a term explains', () => {
    const { longWords, longShare } = measureReading(
      ['Kewirausahaan dan pemberangkatan.', 'Pemberangkatan, kewarganegaraan.'],
      new Set(['kewarganegaraan']),
    );
    expect(longWords).toEqual([
      { word: 'pemberangkatan', count: 2 },
      { word: 'kewirausahaan', count: 1 },
    ]);
    expect(longShare).toBe(3 / 5);
  });

  it('has nothing to say of nothing', () => {
    expect(measureReading([])).toEqual({ words: 0, sentences: 0, meanWords: 0, longWords: [], longShare: 0 });
  });
});
