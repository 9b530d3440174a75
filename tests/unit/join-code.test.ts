import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeJoinCode, readJoinCode, spokenJoinCode } from '#domain/person/join-code.ts';

test('a code is read back however it is typed', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(9)), (stream) => {
      const code = makeJoinCode((below) => Number(stream.next().value) % below);
      for (const typed of [code, code.toLowerCase(), spokenJoinCode(code), ` ${[...code].join('-')} `]) {
        expect(readJoinCode(typed)).toBe(code);
      }
    }),
  );
});

test.each([
  ['SALMOK', 'SALMOK'],
  ['FAHNOK', 'SAAMOK'],
  ['XALNOQ', 'SALMOK'],
  ['PERUT', undefined],
  ['DALMOK', 'BALMOK'],
  ['5ALMOK', undefined],
  ['', undefined],
  ['SALMOKA', undefined],
])('what is heard as %s is %s', (typed, code) => {
  expect(readJoinCode(typed)).toBe(code);
});

test('no code holds a word that nobody wants to read out', () => {
  const picks = [...'ASUBKL', ...'SALMOK'].map((letter) => 'ABKLMORSUZ'.indexOf(letter));
  expect(makeJoinCode(() => picks.shift() ?? 0)).toBe('SALMOK');
});
