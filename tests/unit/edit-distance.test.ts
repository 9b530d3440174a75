import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '#domain/edit-distance.ts';

const words = fc.string({ unit: fc.constantFrom(...'abcdeg- '), maxLength: 12 });

describe('editDistance', () => {
  it('is the same both ways, and nothing only between equal texts', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('stops one above its limit, whatever lies between', () => {
    fc.assert(
      fc.property(words, words, fc.nat(4), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(editDistance(a, b), limit + 1));
      }),
    );
  });

  it('is one for a letter that is taken away, added, changed or exchanged with its neighbour', () => {
    fc.assert(
      fc.property(fc.constantFrom('penempatan', 'kontribusi', 'perjanjian'), fc.nat(8), (word, at) => {
        const [before, after] = [word.slice(0, at), word.slice(at + 1)];
        const exchanged = before + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
        for (const slip of [before + after, `${before}z${word.slice(at)}`, `${before}z${after}`, exchanged]) {
          expect(editDistance(slip, word)).toBe(slip === word ? 0 : 1);
        }
      }),
    );
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });
});
