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
    ['1½', 1.5],
    ['1 ½', 1.5],
    ['12½ %', 12.5],
    ['¾ juta', 750_000],
    ['Rp. 5.000', 5000],
    ['Rp.5.000', 5000],
    ['Rp5.000,-', 5000],
    ['Rp 5.000 rupiah', 5000],
    ['5.000.-', 5000],
    ['-Rp. 5.000', -5000],
    ['1,5 juta rupiah', 1_500_000],
    ['5\u200b.000', 5000],
    ['15/2', 7.5],
    ['25/100', 0.25],
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
    '.5',
    '1e6',
    '5²',
    '10⁶',
    '½1',
    '1½½',
    '1 3/2',
    '①',
    '5-10',
    '(500)',
    '± 5',
    'seribu',
    'setengah',
    '2 setengah',
    '1 juta 500 ribu',
    '5 Rp/kg',
    '\u202e005',
  ])('takes %j for no number', (text) => {
    expect(parseNumber(text)).toEqual({ problem: 'not_a_number' });
  });

  it('reports both readings where a comma may group thousands', () => {
    expect(parseNumber('12,780')).toEqual({ problem: 'ambiguous', readings: [12.78, 12780] });
    expect(parseNumber('-Rp 1,250')).toEqual({ problem: 'ambiguous', readings: [-1.25, -1250] });
  });

  it.each([
    ['11/2', 5.5, 1.5],
    ['-21/4', -5.25, -2.25],
    ['1 250/500', 1.5, 2.5],
    ['1234.500', 1234.5, 1_234_500],
    ['012.500', 12.5, 12_500],
    ['012,500', 12.5, 12_500],
    ['12.500 ribu', 12_500, 12_500_000],
    ['1.250 jt', 1_250_000, 1_250_000_000],
  ])('reports both readings of %j', (text, one, other) => {
    expect(parseNumber(text)).toEqual({ problem: 'ambiguous', readings: [one, other] });
  });

  it.each([
    ['5 bungkus bungkus', 'bungkus', 5],
    ['bungkus 5', 'bungkus', 5],
    ['2¼ KG', 'kg', 2.25],
    ['5.100 dolar', 'dolar Hong Kong', 5100],
    ['HK$5.100', 'HK$', 5100],
    ['12½ %', '%', 12.5],
    ['12,5 persen', '%', 12.5],
    ['Rp. 1.500.000,-', 'Rp', 1_500_000],
    ['1,5 juta bungkus', 'bungkus', 1_500_000],
  ])('overlooks the unit of %j that is asked in %s', (text, unit, value) => {
    expect(parseNumber(text, unit)).toEqual({ value });
  });

  it.each([
    ['191 dus', 'bungkus'],
    ['Rp 5', 'kg'],
    ['5 %', 'Rp'],
    ['5 bungkusan', 'bungkus'],
    ['bungkus', 'bungkus'],
  ])('asks again about %j where the unit is %s', (text, unit) => {
    expect(parseNumber(text, unit)).toEqual({ problem: 'not_a_number' });
  });

  it('reads a number the same whatever its own unit stands around it, once or twice, before or behind', () => {
    const units = fc.constantFrom('Rp', '%', 'bungkus', 'kg', 'dolar Hong Kong', 'a.b', '(lembar)');
    const around = fc.constantFrom<(text: string, unit: string) => string>(
      (text, unit) => `${text} ${unit}`,
      (text, unit) => `${unit} ${text}`,
      (text, unit) => `${unit.toUpperCase()} ${text} ${unit}`,
      (text, unit) => `${text}\u00a0${unit} ${unit}`,
    );
    fc.assert(
      fc.property(thousandths, units, around, (value, unit, write) => {
        expect(parseNumber(write(formatNumber(value), unit), unit)).toEqual(parseNumber(formatNumber(value)));
      }),
    );
  });

  it('never makes other digits out of those that are typed', () => {
    const significant = (text: string) => text.replace(/\D/g, '').replace(/^0+|0+$/g, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789., -'), maxLength: 12 }), (text) => {
        const parsed = parseNumber(text);
        const readings = 'value' in parsed ? [parsed.value] : 'readings' in parsed ? parsed.readings : [];
        for (const reading of readings) {
          expect(significant(formatNumber(reading))).toBe(significant(text));
          expect(reading < 0).toBe(text.includes('-') && reading !== 0 && /^\s*-/.test(text));
        }
      }),
      { numRuns: 2000 },
    );
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
