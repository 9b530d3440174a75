import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextPath, signInPath } from '#server/accounts/next-path.ts';

test.each(['/saya/', '/kursus/up-202/hpp-keripik/', '/cari/?q=modal#hasil', '/pelatih/nilai.csv?kursus=up-202'])(
  'leads on to %s',
  (path) => {
    expect(nextPath(path)).toBe(path);
  },
);

test.each([
  'https://jahat.example/',
  '//jahat.example/',
  '/\\jahat.example/',
  '\\\\jahat.example',
  '/.//jahat.example/',
  '/a/..//jahat.example/',
  '/\tjahat',
  '/\n/jahat.example',
  'javascript:alert(1)',
  'saya/',
  '',
  undefined,
  null,
  42,
  `/${'a'.repeat(600)}`,
])('leads to /saya/ instead of %j', (path) => {
  expect(nextPath(path)).toBe('/saya/');
});

test('never leaves the site, whatever is asked', () => {
  const piece = fc.constantFrom('/', '\\', '.', '..', ':', '@', '?', '#', '%2f', '%5c', 'http', 'jahat.example', '\t');
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (path) => {
        const target = new URL(nextPath(path), 'http://rumah.example/masuk/');
        expect(target.origin).toBe('http://rumah.example');
        expect(nextPath(path)).toMatch(/^\/(?!\/)/);
      },
    ),
  );
});

test('the sign-in page leads back to where it was asked for', () => {
  const address = new URL(signInPath('/kursus/up-202/?a=b&c=d'), 'http://rumah.example');
  expect(nextPath(address.searchParams.get('next'))).toBe('/kursus/up-202/?a=b&c=d');
});
