import { expect, test } from 'vitest';
import { chooseEncoding } from '#server/http/encoding.ts';

test.each([
  ['br, gzip', 'br'],
  ['gzip, deflate, br;q=0.1', 'br'],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['br;q=0, *', 'gzip'],
  ['identity', undefined],
  ['brand, gzippy', undefined],
  ['br;q=bukan', undefined],
  ['', undefined],
  [undefined, undefined],
])('Accept-Encoding %j gets %s', (accept, encoding) => {
  expect(chooseEncoding(accept, ['br', 'gzip'])).toBe(encoding);
});
