import fc from 'fast-check';
import { expect, test } from 'vitest';
import { practiceMark, readResultCode, writeResultCode } from '#domain/learning/result-code.ts';

const steps = fc.array(fc.option(fc.integer({ min: 0, max: 31 }), { nil: undefined }), {
  minLength: 16,
  maxLength: 16,
});
const result = fc.record({
  mark: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
  number: fc.integer({ min: 1, max: 65_535 }),
  steps,
});

test('a code says what was written into it, however it is typed', () => {
  fc.assert(
    fc.property(result, (it) => {
      const code = writeResultCode(it);
      expect(readResultCode(code)).toEqual(it);
      expect(
        readResultCode(` ${code.toLowerCase().replaceAll(' ', '-').replaceAll('0', 'o').replaceAll('1', 'l')} `),
      ).toEqual(it);
    }),
  );
});

test.each([
  [1, 22],
  [4, 23],
  [7, 26],
  [8, 27],
  [12, 31],
])('of %i practices it has %i signs', (count, signs) => {
  const code = writeResultCode({ mark: 1, number: 7, steps: Array.from({ length: count }, () => 31) });
  expect(code.replaceAll(' ', '')).toHaveLength(signs);
});

test('one wrong sign and two that changed places are always noticed', () => {
  const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
  fc.assert(
    fc.property(result, fc.nat(), fc.constantFrom(...alphabet), (it, place, sign) => {
      const signs = [...writeResultCode(it).replaceAll(' ', '')];
      const at = place % signs.length;
      if (signs[at] !== sign) expect(readResultCode(signs.with(at, sign).join(''))).toBeUndefined();
      const next = (at + 1) % signs.length;
      const [one = '', other = ''] = [signs[at], signs[next]];
      if (next > at && one !== other)
        expect(readResultCode(signs.with(at, other).with(next, one).join(''))).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test('what is cut, doubled or no code at all is none', () => {
  const code = writeResultCode({ mark: 5, number: 3, steps: [31, undefined, 4] });
  for (const text of ['', 'halo', code.slice(0, -1), code + code, `${code} U`, '0'.repeat(22), 'A'.repeat(5000)])
    expect(readResultCode(text)).toBeUndefined();
});

test('a course is told from another, and from itself with other practices', () => {
  const marks = [
    ['up-202', 'a', 'b'],
    ['up-203', 'a', 'b'],
    ['up-202', 'b', 'a'],
    ['up-202', 'a'],
  ] as const;
  expect(new Set(marks.map(([course, ...practices]) => practiceMark(course, practices))).size).toBe(4);
});
