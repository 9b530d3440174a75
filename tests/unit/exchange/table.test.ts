import { describe, expect, it } from 'vitest';
import { readBank } from '#content/exchange/read-file.ts';
import { readCsvRows } from '#content/exchange/table/csv.ts';
import { readCsvQuestions } from '#content/exchange/table/read.ts';
import { csvTemplate } from '#content/exchange/table/template.ts';
import { questionKinds } from '#domain/question/question.ts';
import { entriesOf, tell } from '../../support/question-files.ts';

describe('CSV', () => {
  it('of the template holds one good question of every kind but case', () => {
    const read = readBank(Buffer.from(csvTemplate()), 'soal.csv');
    const entries = entriesOf(read);
    expect(entries.map((it) => ('question' in it ? it.question.kind : tell([it])))).toEqual(
      questionKinds.filter((kind) => kind !== 'case'),
    );
    expect(entries.flatMap((it) => ('changes' in it ? it.changes : []))).toEqual([]);
  });

  it.each([
    ['id;kind;prompt;choice_1;choice_2;key\n;single;Apa?;a;b;2', '2 single'],
    ['kind\tprompt\tkey\ntrue-false\tApa?\tSALAH', '2 true-false'],
    ['kind,prompt,key,tolerance\nnumber,Berapa?,"12,5",0', '2 number'],
    [
      'kind,prompt,key,tolerance\nnumber,Berapa?,"1,250",0',
      '2 refused kunci "1,250" bisa berarti 1,25 atau 1250. Tulis 1250 bila itu ribuan, atau 1,25 bila itu pecahan.',
    ],
    ['kind,prompt,key\nnumber,Berapa?,12', '2 refused tolerance kosong. Isi 0 bila harus tepat.'],
    [
      'kind,prompt,choice_1,choice_2,key\nsingle,Apa?,a,b,3',
      '2 refused kunci "3" bukan nomor pilihan yang terisi (1, 2).',
    ],
    [
      'kind,prompt\nesai,Apa?',
      '2 refused jenis soal "esai" tidak ada. Pilih: single, multiple, true-false, number, short-text, order, match, atau cloze.',
    ],
  ])('%j becomes %s', (text, told) => {
    expect(tell(entriesOf(readCsvQuestions(text)))).toEqual([told]);
  });

  it('with a column that nobody knows is no file of questions', () => {
    expect(readCsvQuestions('kind,prompt,jawaban\nsingle,x,y')).toMatchObject({
      line: 1,
      problem: expect.stringContaining('kolom "jawaban" tidak dikenal'),
    });
  });

  it('counts lines also behind cells of several lines', () => {
    const read = readCsvRows('a,b\n"satu\ndua",x\ny,"z ""z"""\n');
    expect(read).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['satu\ndua', 'x'] },
        { line: 4, cells: ['y', 'z "z"'] },
      ],
    });
    expect(readCsvRows('a,"b')).toEqual({ line: 1, problem: 'tanda kutip " dibuka tetapi tidak ditutup.' });
  });
});
