import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpelling, isAccepted } from '#domain/question/accepted.ts';

const words = fc.string({ unit: fc.constantFrom(...'abcdeg- '), minLength: 1, maxLength: 12 });

describe('isAccepted', () => {
  it('takes every accepted text itself, however it is set in capitals, spaces and hyphens', () => {
    fc.assert(
      fc.property(words, fc.boolean(), (text, slip) => {
        expect(isAccepted(text, ['lain', text], slip)).toBe(true);
        expect(isAccepted(` ${text.toUpperCase()}. `, [text], slip)).toBe(true);
        expect(isAccepted(text.replaceAll('-', '\u2013').replaceAll(' ', '  '), [text], slip)).toBe(true);
      }),
    );
  });

  it.each(['penyusutn', 'penyusuttan', 'penyosutan', 'penyustuan', 'pe nyusutn', 'Penyusutan!'])(
    'forgives one slip where the author allows it: %s',
    (text) => {
      expect(isAccepted(text, ['penyusutan'], true)).toBe(true);
    },
  );

  it('forgives none where the author does not, nor two, nor any in a short word or a number', () => {
    expect(isAccepted('penyusutn', ['penyusutan'], false)).toBe(false);
    expect(isAccepted('penyusttn', ['penyusutan'], true)).toBe(false);
    expect(isAccepted('kss', ['kas'], true)).toBe(false);
    expect(isAccepted('pasal 29', ['pasal 28'], true)).toBe(false);
  });

  it('finds nothing right about nothing', () => {
    expect(isAccepted('', ['kas'], true)).toBe(false);
    expect(isAccepted('...', ['penyusutan'], true)).toBe(false);
  });
});

describe('foldSpelling', () => {
  it.each([
    ['-5', '5'],
    ['suhu -5', 'suhu 5'],
    ['-Rp 5.000', 'Rp 5.000'],
    ['10-12', '1012'],
    ['5 - 3', '53'],
    ['15-6-2026', '1562026'],
    ['5²', '52'],
    ['1½', '11/2', '12'],
    ['1 1/2', '11/2'],
  ])('keeps the numbers %s and %s apart', (...texts) => {
    expect(new Set(texts.map(foldSpelling)).size).toBe(texts.length);
  });

  it.each([
    ['-5', '\u22125', '\u20135'],
    ['10-12', '10 \u2013 12', '10\u221212'],
    ['m²', 'm2', 'M 2'],
    ['Covid-19', 'covid 19', 'COVID19'],
    ['KTP-el', 'ktp el', '"KTP el".'],
    ['0812 3456 7890', '081234567890'],
  ])('takes %s and %s for the same', (...texts) => {
    expect(new Set(texts.map(foldSpelling)).size).toBe(1);
  });

  it('changes nothing that it has folded already', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(foldSpelling(foldSpelling(text))).toBe(foldSpelling(text));
      }),
    );
  });
});
