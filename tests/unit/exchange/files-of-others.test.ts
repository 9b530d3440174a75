import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBank } from '#content/exchange/read-file.ts';
import { entriesOf, summarise } from '../../support/question-files.ts';

/** What became of each question of a file: its line, then key and changes, or why it was refused. */
function readFile(name: string): readonly string[] {
  return summarise(entriesOf(readBank(readFileSync(`tests/files/questions/${name}`), name)));
}

const noRationale = 'pembahasan belum ada; tulis rationale-nya';

describe('a file as other people write it', () => {
  it.each([
    ['csv-empty-choice.csv', ['2 Gula']],
    ['csv-percent-tolerance.csv', ['2 200000 ± 10000 (tolerance "5%" dari kunci menjadi 10000)']],
    ['csv-sep.csv', ['3 kas']],
    ['csv-hash.csv', ['2 kas', '3 laba']],
    [
      'csv-yes-no.csv',
      ['2 benar ("Y" dibaca benar)', '3 salah ("T" dibaca tidak (salah), sebab di tempat lain tertulis Y atau Ya)'],
    ],
    ['gift-signs.gift', ['1 pendapatan − biaya', '3 >']],
    ['gift-case.gift', [expect.stringMatching(/^1 Semarang \(jawaban "semarang", "SEMARANG" digabung/)]],
    ['gift-colon.gift', ['1 benar', '3 benar']],
    ['xml-entities.xml', ['3 0,75 m²']],
    ['xml-invisible.xml', ['3 buku kas (tanda tak terlihat dihapus)']],
    ['xml-thousands.xml', [expect.stringMatching(/^3 refused angka "1,000" bisa berarti 1 atau 1000\./)]],
    ['xml-cloze-weights.xml', ['3 kas, laba (bobot isian disamakan: setiap isian bernilai sama)']],
    ['xml-local-truth.xml', ['3 benar']],
    ['aiken-explanation.txt', ['1 Kas', `7 Laba (${noRationale})`]],
    ['aiken-initial.txt', [`1 Utang (${noRationale})`]],
    [
      'aiken-kunci.txt',
      [
        `1 Kas (${noRationale}; nomor soal "1." dihapus)`,
        '6 refused baris ANSWER: tidak ada; "Kunci jawaban: A" bukan penggantinya. Tulis ANSWER: A.',
        `11 Modal (${noRationale}; nomor soal "3." dihapus)`,
      ],
    ],
  ])('%s says %j', (name, told) => {
    expect(readFile(name)).toEqual(told);
  });

  it('keeps explanations, stories and numbers out of the questions beside them', () => {
    const promptsOf = (name: string) =>
      entriesOf(readBank(readFileSync(`tests/files/questions/${name}`), name)).flatMap((it) =>
        'question' in it ? it.question.prompt : [],
      );
    expect(promptsOf('aiken-explanation.txt')).toEqual([
      'Apa sebutan uang yang siap dipakai?',
      'Apa sebutan sisa sesudah biaya?',
    ]);
    expect(promptsOf('aiken-initial.txt')).toEqual([
      'Bacalah cerita ini. A. Rahman meminjam uang untuk membeli tungku. Apa sebutan uang yang dipinjam itu?',
    ]);
    expect(promptsOf('aiken-kunci.txt')[1]).toBe('Apa sebutan harta untuk memulai usaha?');
    expect(promptsOf('csv-hash.csv')[0]).toBe('#1 Apa sebutan uang yang siap dipakai?');
    expect(promptsOf('gift-colon.gift')).toEqual(['Pukul 08:00 toko dibuka?', 'Jika a = 5 maka a + 1 = 6?']);
    expect(promptsOf('xml-entities.xml')).toEqual(['Luas dapur 3 m². Berapa ¼ bagiannya?']);
  });
});
