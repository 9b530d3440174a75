import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpelling, isAccepted, isOneSlip } from '#domain/question/spelling.ts';

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

describe('isOneSlip', () => {
  it('holds both ways', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(isOneSlip(a, b)).toBe(isOneSlip(b, a));
      }),
    );
  });

  it('is found for every letter that is taken away, added, changed or exchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom('penempatan', 'kontribusi', 'perjanjian'), fc.nat(8), (word, at) => {
        const [before, after] = [word.slice(0, at), word.slice(at + 1)];
        const exchanged = before + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
        for (const slip of [before + after, `${before}z${word.slice(at)}`, `${before}z${after}`, exchanged]) {
          expect(slip === word || isOneSlip(slip, word)).toBe(true);
        }
      }),
    );
  });
});

describe('foldSpelling', () => {
  it('changes nothing that it has folded already', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(foldSpelling(foldSpelling(text))).toBe(foldSpelling(text));
      }),
    );
  });
});
