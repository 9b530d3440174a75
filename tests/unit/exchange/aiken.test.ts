import { describe, expect, it } from 'vitest';
import { readAiken } from '#content/exchange/aiken/read.ts';
import { entriesOf, tell } from '../../support/question-files.ts';

describe('Aiken', () => {
  it('is read by line, and what is no question is refused where it begins', () => {
    const text =
      'Sewa?\nA. Tetap\nB) Variabel\nANSWER: A\n\nTanpa jawaban?\nA. x\nB. y\n\nLain?\nA. x\nB. y\nANSWER: C\n\nA. x\nANSWER: A\n';
    expect(tell(entriesOf(readAiken(text)))).toEqual([
      '1 single',
      '6 refused baris ANSWER: tidak ada.',
      '10 refused jawaban C tidak ada di antara pilihan.',
      '15 refused tidak ada pertanyaan di atas pilihannya.',
    ]);
  });
});
