import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readByteRange } from '#server/http/byte-range.ts';

test.each([
  ['bytes=0-1', { start: 0, end: 1 }],
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=90-500', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-500', { start: 0, end: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-4', undefined],
  ['bytes=0-1,4-5', undefined],
  ['bytes=-', undefined],
  ['lines=0-1', undefined],
  ['bytes=0-1; x', undefined],
  [undefined, undefined],
])('of 100 bytes %j asks for %j', (header, range) => {
  expect(readByteRange(header, 100)).toEqual(range);
});

test('whatever is asked for, what is sent lies inside the body', () => {
  const bound = fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '999999999999999', '00'));
  fc.assert(
    fc.property(bound, bound, fc.nat(200), (from, to, size) => {
      const range = readByteRange(`bytes=${from}-${to}`, size);
      if (typeof range !== 'object') return;
      expect(0 <= range.start && range.start <= range.end && range.end < size).toBe(true);
    }),
  );
});
