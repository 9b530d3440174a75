import { describe, expect, it } from 'vitest';
import { guardProse } from '#content/guard/guard.ts';
import type { Fault } from '#domain/lint/fault.ts';
import { lintHeadings } from '#domain/lint/lesson/headings.ts';
import { lintText } from '#domain/lint/quiz/question-text.ts';

const namesIn = (prose: string) => guardProse('x.mdx', { body: prose, bodyOffset: 0 }).faults.map(placed);
const placed = ({ name, line, column }: Fault) => `${name}:${line}:${column}`;

describe('a sign that Markdown would swallow in a lesson', () => {
  it.each([
    ['Satu dus berisi 5*3*2 bungkus.', 'tanda-hilang:1:18'],
    ['Luas 5 *3* 2 meter.', 'tanda-hilang:1:8'],
    ['Jadi harga*jumlah*bulan.', 'tanda-hilang:1:11'],
    ['Pangkat 2**3**4.', 'tanda-hilang:1:10'],
    ['## Isi 5*3*2', 'tanda-hilang:1:9'],
    ['- butir 5*3*2', 'tanda-hilang:1:10'],
    ['Antara 5~10 orang atau 15~20.', 'tanda-hilang:1:9'],
    ['> 5 juta sebulan', 'tanda-hilang:1:1'],
    ['> Rp500.000', 'tanda-hilang:1:1'],
    ['+ 5 derajat', 'tanda-hilang:1:1'],
    ['+ Rp500', 'tanda-hilang:1:1'],
    ['## Rumah nomor #', 'tanda-hilang:1:1'],
    ['Nama:\n\n____________', 'tanda-hilang:3:1'],
    ['Harga 5 < 10 ribu.', 'tanda-kurang-dari:1:9'],
    ['Harga 5 <10 ribu.', 'tanda-kurang-dari:1:9'],
    ['Kas\u202e500', 'tanda-kendali:1:1'],
    ['Kas&#x202E;500', 'tanda-kendali:1:1'],
    ['Kas&#x200B;500', 'tanda-kendali:1:1'],
  ])('is told: %j', (prose, fault) => {
    expect(namesIn(prose)).toEqual([fault]);
  });

  it.each([
    'Harga *5* ribu, **Rp5.000**, *harga* dan **jumlah**.',
    'Kata *file*-nya, _miring_, ~~lama~~ baru, nama_berkas_panjang.',
    'Satu dus berisi 5 × 3 × 2 bungkus, 5 \\* 3, 5 * 3 * 2, 5*3.',
    'Jumlah 2*(3+4)*5.',
    '> kutipan orang\n\n+ butir biasa\n\n---\n\n***',
    'Kira-kira ~5 orang, 5 &lt; 10, 5 \\< 10, 5 > 3.',
    '## Soal #2 dan C#',
    'Nama: ____ umur: ____',
  ])('is none where it is seen, or means what Markdown makes of it: %j', (prose) => {
    expect(namesIn(prose)).toEqual([]);
  });
});

describe('a star that a question’s page would swallow', () => {
  const located = { file: 'x.quiz.yaml', placeOf: () => ({ line: 1, column: 1 }), value: undefined };
  const namesOf = (text: string) => lintText(located, ['prompt'], text).map(({ name }) => name);

  it.each(['Hitung 5 *3* 2.', 'Hitung 2**3**4.', 'Hitung (5) *3* (2).'])('is told: %j', (text) => {
    expect(namesOf(text)).toEqual(['tanda-hilang']);
  });

  it.each(['Hitung 5*3*2.', 'Hitung 5 * 3 * 2.', 'Pilih **dua** jawaban, *bukan* satu.', 'Harga *5* ribu.'])(
    'is none in %j',
    (text) => {
      expect(namesOf(text)).toEqual([]);
    },
  );
});

describe('a heading', () => {
  const namesOf = (prose: string) => {
    const { body } = guardProse('x.mdx', { body: prose, bodyOffset: 0 });
    const value = {
      course: 'x',
      id: 'x',
      title: 'X',
      summary: 'X',
      minutes: 5,
      sources: [],
      reviewed: { on: '', next: '' },
    };
    const lesson = { file: 'x.mdx', placeOf: () => ({ line: 1, column: 1 }), value };
    return lintHeadings({ ...nothing, lessons: body === undefined ? [] : [{ ...lesson, body }] }).map(placed);
  };
  const nothing = { courses: [], lessons: [], guides: [], quizzes: [], files: [] };

  it.each(['🌾', '???', '→', '–', '🌾 🌾', '…'])('without letters, %s, has no address and is told', (text) => {
    expect(namesOf(`## ${text}\n\nTeks.`)).toEqual(['judul-tanpa-huruf:1:1']);
  });

  it('that is there twice is told where it comes again, whatever its signs and capitals', () => {
    expect(namesOf('## Biaya\n\n### Biaya!\n\n## biaya 🌾')).toEqual(['judul-ganda:3:1']);
    expect(namesOf('## Biaya tetap\n\n## **Biaya** tetap')).toEqual(['judul-ganda:3:1']);
  });

  it('with a word or a number has one', () => {
    expect(namesOf('## 🌾 Panen\n\n## 2026\n\n## Étape\n\n## Panen kedua')).toEqual([]);
  });
});
