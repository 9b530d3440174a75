import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, formatRatio, formatRupiah, parseNumber } from '#domain/number.ts';

describe('parseNumber', () => {
  it.each([
    ['12500', 12500],
    ['Rp 12.500', 12500],
    ['Rp12.500,-', 12500],
    ['rp. 1.000.000', 1_000_000],
    ['12.500,50', 12500.5],
    ['12,500.50', 12500.5],
    ['12,5 %', 12.5],
    ['12,5persen', 12.5],
    ['1.250', 1250],
    ['1.25', 1.25],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['12 500', 12500],
    ['1/2', 0.5],
    ['1 1/2', 1.5],
    ['½', 0.5],
    ['1,5 juta', 1_500_000],
    ['12rb', 12000],
    ['1.000.000', 1_000_000],
    ['1,000,000', 1_000_000],
    ['−5', -5],
    ['-Rp 5.000', -5000],
    ['Rp -5.000', -5000],
    ['１２', 12],
    ['\u00a042\u00a0', 42],
    ['007', 7],
  ])('reads %j as %d', (text, value) => {
    expect(parseNumber(text)).toEqual({ value });
  });

  it.each(['', '   ', '\t'])('finds nothing in %j', (text) => {
    expect(parseNumber(text)).toEqual({ problem: 'empty' });
  });

  it.each([
    'dua',
    '12 bungkus',
    '1.25.000',
    '12.',
    ',5',
    '1e5',
    '--5',
    '-Rp -5',
    '1/0',
    'Infinity',
    'NaN',
    '0x10',
    '5..5',
    '9'.repeat(400),
  ])('takes %j for no number', (text) => {
    expect(parseNumber(text)).toEqual({ problem: 'not_a_number' });
  });

  it('reports both readings where a comma may group thousands', () => {
    expect(parseNumber('12,780')).toEqual({ problem: 'ambiguous', readings: [12.78, 12780] });
    expect(parseNumber('-Rp 1,250')).toEqual({ problem: 'ambiguous', readings: [-1.25, -1250] });
  });

  it('gives back every number that formatNumber wrote', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), thousandths), (value) => {
        expect(parseNumber(formatNumber(value))).toEqual({ value: value === 0 ? 0 : value });
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to an end with a number or a named problem, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: digits, maxLength: 200 })), (text) => {
        const parsed = parseNumber(text);
        if ('value' in parsed) expect(Number.isFinite(parsed.value)).toBe(true);
        else expect(['empty', 'not_a_number', 'ambiguous']).toContain(parsed.problem);
      }),
    );
  });
});

describe('formatting', () => {
  it('writes numbers as Indonesians do', () => {
    expect(formatNumber(1234567.5)).toBe('1.234.567,5');
    expect(formatNumber(-1340000)).toBe('−1.340.000');
    expect(formatNumber(190.887, 1)).toBe('190,9');
    expect(formatNumber(Number.NaN)).toBe('–');
  });

  it('closes three decimals with a zero, so that nobody takes them for thousands', () => {
    expect(formatNumber(12.125)).toBe('12,1250');
    expect(formatNumber(0.125)).toBe('0,125');
  });

  it('keeps rupiah and percent on one line with their numbers', () => {
    expect(formatRupiah(1250)).toBe('Rp\u00a01.250');
    expect(formatRupiah(-1250.4)).toBe('−Rp\u00a01.250');
    expect(formatRupiah(-0.2)).toBe('Rp\u00a00');
    expect(formatRatio(0.75)).toBe('75\u00a0%');
    expect(formatRatio(0.618)).toBe('61,8\u00a0%');
  });
});

const thousandths = fc.integer({ min: -2_000_000, max: 2_000_000 }).map((it) => it / 1000);
const digits = fc.constantFrom(...'0123456789.,/ -Rp%');
