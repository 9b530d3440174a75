import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeLogin } from '#domain/person/login.ts';
import { normalizeLogin } from '#domain/person/person.ts';

test.each([
  ['Bu Siti Aminah', [], 'siti'],
  ['Mbak Siti', ['siti'], 'siti2'],
  ['Hj. Siti', ['siti', 'siti2', 'siti4'], 'siti3'],
  ['Pak Yo', [], 'wargayo'],
  ['王', [], 'warga'],
])('“%s” beside %o becomes %s', (name, taken, login) => {
  expect(freeLogin(name, new Set(taken))).toBe(login);
});

test('whatever the name is, the login is one and is free', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('warga', 'warga2', 'siti')),
      (name, taken) => {
        const login = freeLogin(name, new Set(taken));
        expect(normalizeLogin(login)).toBe(login);
        expect(taken).not.toContain(login);
      },
    ),
  );
});
