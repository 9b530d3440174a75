import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankLimits, readBank } from '#content/exchange/read-file.ts';

describe('a question file', () => {
  it('is known by its name or its first signs', () => {
    const formatOf = (text: string, name: string) => readBank(Buffer.from(text), name).format;
    expect(formatOf('a{T}', 'x.txt')).toBe('gift');
    expect(formatOf('a?\nA. x\nB. y\nANSWER: A', 'x.txt')).toBe('aiken');
    expect(formatOf('<?xml version="1.0"?><quiz/>', 'x.txt')).toBe('moodle-xml');
    expect(formatOf('kind,prompt', 'x.csv')).toBe('csv');
  });

  it('that is too large, too long or not UTF-8 is refused as a whole', () => {
    expect(readBank(Buffer.alloc(bankLimits.sizeBytes + 1, 'a'), 'x.gift')).toMatchObject({
      problem: 'berkas lebih dari 5 MB. Bagi menjadi beberapa berkas.',
    });
    expect(readBank(Buffer.from('Apa{T}\n\n'.repeat(501)), 'x.gift')).toMatchObject({
      line: 1001,
      problem: expect.stringContaining('ada 501 soal'),
    });
    expect(readBank(Buffer.from([0x61, 0xff]), 'x.gift')).toMatchObject({
      problem: expect.stringContaining('bukan UTF-8'),
    });
  });

  it('of any content is read without falling over', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('gift', 'aiken', 'moodle-xml', 'csv'),
        fc.string({ unit: fc.constantFrom(...'a{}=~#%:\\->T\n"<>/!&;,1|[]') }),
        (format, text) => {
          expect(() => readBank(Buffer.from(text), 'x', format as 'gift')).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});
