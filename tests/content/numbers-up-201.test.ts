import { beforeAll, describe, expect, it } from 'vitest';
import { compute as weigh } from '#domain/worksheet/nilai-ide.ts';
import { compute as countTest } from '#domain/worksheet/uji-20-orang.ts';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('up-201');
});

/** Market, capital, skill, supply, risk. */
type Scores = readonly [number, number, number, number, number];
const weights: Scores = [3, 2, 2, 2, 1];
const wanted = 12;

/** Totals of ideas as the worksheet weighs them, and its advice. */
function weighed(...ideas: readonly Scores[]) {
  const names = ['market', 'capital', 'skill', 'supply', 'risk'] as const;
  const cells = Object.fromEntries(
    names.flatMap((name, at) => [
      [`${name}.weight`, weights[at]],
      ...ideas.map((scores, idea) => [`${name}.${'abcd'[idea]}`, scores[at]]),
    ]),
  );
  const { results, advice } = weigh({ cells, lists: {} });
  return { ...results, advice };
}

describe('the numbers of UP-201', () => {
  it('compares in masalah-pembeli a year of chips for tourists with a year of soft lunches', () => {
    const [holidays, perHoliday, perDay] = [16, 30, 4];
    const [families, perFamily] = [12, 3];
    const busy = holidays * perHoliday;
    const quiet = (365 - holidays) * perDay;
    const week = families * perFamily;
    const prose = course.proseOf('masalah-pembeli');
    expect(missingFrom(prose, [holidays, perHoliday, 365 - holidays, perDay])).toEqual([]);
    expect(missingFrom(prose, [busy, quiet, busy + quiet, week, 52 * week, 365 * perHoliday])).toEqual([]);
    expect(Math.round((365 * perHoliday) / (busy + quiet))).toBe(6);
  });

  it('states in penilaian-ide what the worksheet computes for the four ideas of Wening', () => {
    const ideas: readonly Scores[] = [
      [4, 4, 5, 4, 4],
      [3, 3, 3, 4, 2],
      [4, 2, 2, 3, 2],
      [4, 5, 3, 4, 4],
    ];
    const { advice, lead, possible, ...totals } = weighed(...ideas);
    const prose = course.proseOf('penilaian-ide');
    for (const scores of ideas) expect(prose).toContain(scores.join(', '));
    expect(
      missingFrom(
        prose,
        ['a', 'b', 'c', 'd'].map((idea) => totals[`total.${idea}` as 'total.a']),
      ),
    ).toEqual([]);
    expect(missingFrom(prose, [lead, totals['total.weight'], possible])).toEqual([]);
    expect(advice).toEqual(['close']);
    const turned = weighed([3, 4, 5, 4, 4], [4, 5, 3, 4, 4]);
    expect(missingFrom(prose, [turned['total.a']])).toEqual([]);
    expect(turned['total.b']).toBeGreaterThan(turned['total.a'] ?? Number.NaN);
    expect(
      missingFrom(
        course.proseOf('panduan'),
        ['a', 'b', 'c', 'd'].map((idea) => totals[`total.${idea}` as 'total.a']),
      ),
    ).toEqual([]);
  });

  it('states in uji-dua-puluh-orang what the worksheet counts from 20 answers', () => {
    const named = [
      { price: 8_000, people: 3 },
      { price: 10_000, people: 6 },
      { price: 12_000, people: 7 },
      { price: 15_000, people: 2 },
    ];
    const prices = named.flatMap(({ price, people }) => Array.from({ length: people }, () => price));
    const people = Array.from({ length: 20 }, (_, at) => ({ buys: at < 10 ? 1 : 0, price: prices[at] }));
    const { results, advice } = countTest({ cells: { target: 12_000 }, lists: { people } });
    const prose = course.proseOf('uji-dua-puluh-orang');
    expect(
      missingFrom(
        prose,
        named.map(({ price, people: count }) => price * count),
      ),
    ).toEqual([]);
    expect(missingFrom(prose, [198_000, results.meanPrice, results.yes, results.aboveTarget])).toEqual([]);
    expect(missingFrom(prose, [100 * (results.yesRatio ?? Number.NaN), wanted])).toEqual([]);
    expect(advice).toEqual(['below']);
    expect(missingFrom(course.proseOf('panduan'), [198_000, 18, results.meanPrice])).toEqual([]);
  });

  it('decides in keputusan-usaha by one cautious figure of sales, in break-even and in money', () => {
    const [fixed, price, variable] = [120_000, 10_000, 7_000];
    const sales = 8 * 3 * 4;
    const breakEven = fixed / (price - variable);
    const goods = sales * variable;
    const needed = 2 * (goods + fixed) + 1_200_000;
    const prose = course.proseOf('keputusan-usaha');
    expect(missingFrom(prose, [sales, sales / 2, breakEven])).toEqual([]);
    expect(breakEven).toBeLessThanOrEqual(sales / 2);
    expect(missingFrom(prose, [price - variable, goods, goods + fixed, 2 * (goods + fixed), needed])).toEqual([]);
    for (const limit of [3_500_000, 3_000_000]) {
      expect(missingFrom(prose, [limit])).toEqual([]);
      expect(needed).toBeLessThanOrEqual(limit);
    }
    expect(missingFrom(course.proseOf('panduan'), [breakEven, sales / 2])).toEqual([]);
  });

  it('keys the practices by what their own numbers give', () => {
    expect(course.keysOf('masalah-pembeli')).toEqual({
      'ikat-seminggu': 15 * 2 * 6,
      'stroberi-setahun': 20 * 25 + 345 * 2,
    });
    expect(course.keysOf('penilaian-ide')).toEqual({
      'jumlah-ide-laundry': weighed([4, 3, 4, 5, 3])['total.a'],
      'naik-satu-pasar': (4 - 2) * weights[0],
    });
    expect(course.keysOf('uji-dua-puluh-orang')).toEqual({
      'persen-telur-asin': (9 / 20) * 100,
      'rata-harga-tas': (40_000 + 50_000 + 50_000 + 60_000) / 4,
      'kurang-orang': 20 - 16,
      'kurang-ya': wanted - 10,
    });
    expect(course.keysOf('keputusan-usaha')).toEqual({
      'modal-jahit': 2_500_000 + 2 * 800_000,
      'impas-roti': 600_000 / (5_000 - 3_500),
    });
  });

  it('keys the exam by what its own numbers give', () => {
    const silkscreen = weighed([5, 2, 3, 3, 3], [2, 3, 4, 4, 3]);
    expect(course.keysOf('ujian-akhir')).toEqual({
      'jumlah-ide-jamur': weighed([4, 3, 5, 4, 2])['total.a'],
      'selisih-sablon': silkscreen.lead,
      'persen-rengginang': (13 / 20) * 100,
      'rata-harga-madu': (4 * 20_000 + 8 * 25_000 + 4 * 30_000) / 16,
      'sayur-petik-sebulan': 18 * 2 * 4,
      'uang-siap-kue': 1_900_000 + 2 * 1_150_000,
      'malam-kamar': 16 * 3 + 100,
      'kurang-berapa': wanted - 8,
      'impas-abon': 400_000 / (15_000 - 11_000),
    });
    expect(silkscreen.advice).toContain('close');
  });

  it('keys the questions before and after by what their own numbers give', () => {
    const people = 20 - 5;
    expect(course.keysOf('uji-awal')).toEqual({
      'kelebihan-jagung-bakar': 365 * 20 - (40 * 20 + 325 * 5),
      'jumlah-terkecil': weighed([1, 1, 1, 1, 1])['total.a'],
      'rata-harga-wedang': 180_000 / people,
      'kurang-uang-mulai': 1_800_000 + 2 * 750_000 - 3_000_000,
    });
  });

  it('writes every key out in its rationale', () => {
    expect(course.unexplained).toEqual([]);
  });
});
