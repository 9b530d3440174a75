import { describe, expect, it } from 'vitest';
import { readGift } from '#content/exchange/gift/read.ts';
import { entriesOf, tell, firstOf } from '../../support/question-files.ts';

describe('GIFT', () => {
  it('leaves no gap for a stray sign behind a whole sentence, and one where a word is missing', () => {
    const promptOf = (text: string) => firstOf(readGift(text)).question.prompt;
    expect(promptOf('Berapa pi (3 angka)? {#3.142:0.001}.')).toBe('Berapa pi (3 angka)?');
    expect(promptOf('Air itu basah.{T}";')).toBe('Air itu basah.');
    expect(promptOf('Ibu kota Jawa Tengah adalah {=Semarang}.')).toBe('Ibu kota Jawa Tengah adalah _____.');
    expect(promptOf('Sewa termasuk {=biaya tetap ~biaya variabel} di dapur.')).toBe('Sewa termasuk _____ di dapur.');
  });

  it('reads a number that is followed by what is said to everybody else', () => {
    expect(firstOf(readGift('Angka 1 sampai 5?{#3:2~#Salah}')).question).toMatchObject({ key: 3, tolerance: 2 });
  });

  it('is read question by question, each by its line, and a broken one costs only itself', () => {
    const file = readGift(
      [
        '// Contoh',
        '::Satu::Sewa termasuk biaya apa?{=Biaya tetap ~Biaya variabel####Sama tiap bulan.}',
        '',
        'Rusak {=a ~b',
        '',
        '$CATEGORY: usaha',
        '',
        'Dua tambah dua?{#=4:0.5#Ya}',
        '',
        'Ceritakan.{}',
        '',
        'Ini keterangan saja.',
        '',
        'Ibu kota?{=Jakarta}',
      ].join('\n'),
    );
    expect(tell(entriesOf(file))).toEqual([
      '2 single',
      expect.stringContaining('4 refused kurung { } tidak berpasangan'),
      '6 skipped kategori usaha',
      '8 number',
      '10 refused jenis soal "essay" tidak ada di sini.',
      '12 skipped keterangan, bukan soal',
      '14 short-text',
    ]);
  });

  it.each([
    ['Pilih.{~%50%a ~%50%b ~%-50%c ~%-50%d####x}', { kind: 'multiple', key: ['a', 'b'] }, []],
    [
      'Pilih.{~%50%a ~%50%b ~c####x}',
      { kind: 'multiple', key: ['a', 'b'] },
      ['bobot pilihan disamakan: yang benar bernilai sama, yang salah mengurangi sebanyak itu'],
    ],
    ['Pilih.{=a ~%50%b ~c####x}', { kind: 'single', key: 'a' }, ['nilai sebagian untuk pilihan lain dihapus']],
    ['Pi?{#3.131..3.132####x}', { kind: 'number', key: 3.1315, tolerance: 0.0005 }, []],
    [
      'Bumi bulat.{T#Salah, lihat lagi.#Betul.}',
      { kind: 'true-false', key: true, rationale: 'Betul.' },
      ['umpan balik untuk jawaban salah dihapus'],
    ],
    [
      'Apa?{=Buku kas =%50%buku####x}',
      { kind: 'short-text', accepted: ['Buku kas'] },
      ['jawaban bernilai sebagian dihapus'],
    ],
    ['Pasangkan.{=a -> 1 =b -> 2 = -> 3####x}', { kind: 'match', extra: [{ id: '3', text: '3' }] }, []],
    ['Apa?{=a ~b}', { rationale: 'Pembahasan belum ditulis.' }, ['pembahasan belum ada; tulis rationale-nya']],
  ])('%s says what it keeps and what it changes', (gift, question, changes) => {
    const entry = firstOf(readGift(gift));
    expect(entry.question).toMatchObject(question);
    expect(entry.changes).toEqual(changes);
  });

  it('of hostile length is refused, not worked on', () => {
    const started = performance.now();
    const file = readGift(`q{${'=a '.repeat(1_000_000)}}\n\nBaik?{T}`);
    expect(tell(entriesOf(file))).toEqual(['1 refused soal lebih dari 20000 huruf.', '3 true-false']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
