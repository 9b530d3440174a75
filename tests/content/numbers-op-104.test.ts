import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('op-104');
});

/** Least wages as the facts have them, each for its time: by the month, in Korea by the hour. */
const hongKong = { from2023: 4_870, from2024: 4_990, from2025: 5_100 };
const taiwan = { factory2025: 28_590, factory2026: 29_500, liveIn2022: 20_000 };
const malaysia = { domestic2022: 1_500, others2025: 1_700, savingsShare: 0.02 };
/** What an embassy asked for in 2016, for want of a least wage by law. */
const singapore = { asked2016: 550 };
/** The most that a broker in Taiwan may take for a month of the first, second and each later year. */
const brokerFee = { first: 1_800, second: 1_700, later: 1_500 };
/** Yen an hour in 2022: the cheapest region, the average, and Tokyo. */
const japan = { lowest2022: 853, average2022: 961, tokyo2022: 1_072 };
const korea = { in2025: 10_030, in2026: 10_320, monthlyHours: 209 };
const agencyShare = 0.1;

describe('the numbers of OP-104', () => {
  it('states in hong-kong the wage of each date, what a contract lacks, and the most an agent may ask', () => {
    const lack = hongKong.from2025 - hongKong.from2024;
    const fee = hongKong.from2025 * agencyShare;
    const prose = course.proseOf('hong-kong');
    expect(missingFrom(prose, Object.values(hongKong))).toEqual([]);
    expect(missingFrom(prose, [lack, 24 * lack, fee, hongKong.from2025 - fee, 21 - 9])).toEqual([]);
  });

  it('states in taiwan two wages by the kind of work, how far they are apart, and what three years of a broker cost', () => {
    const prose = course.proseOf('taiwan');
    expect(missingFrom(prose, Object.values(taiwan))).toEqual([]);
    expect(missingFrom(prose, [taiwan.factory2026 - taiwan.liveIn2022])).toEqual([]);
    const years = Object.values(brokerFee).map((monthly) => 12 * monthly);
    expect(missingFrom(prose, [...Object.values(brokerFee), ...years, years.reduce((a, b) => a + b)])).toEqual([]);
  });

  it('states in malaysia two wages by the kind of work, what four months lack, and what is saved', () => {
    const lack = malaysia.domestic2022 - 1_350;
    const prose = course.proseOf('malaysia');
    const { domestic2022, others2025, savingsShare } = malaysia;
    const saved = others2025 * savingsShare;
    expect(missingFrom(prose, [domestic2022, others2025, lack, 4 * lack, 4 - 2, saved])).toEqual([]);
  });

  it('states in singapura the least paid for three rest days that may be replaced, and the wage asked in 2016', () => {
    const replaced = 4 - 1;
    expect(missingFrom(course.proseOf('singapura'), [replaced, replaced * 24, singapore.asked2016])).toEqual([]);
  });

  it('states in korea-selatan wages by the hour and the month, the leaving money, and the contribution', () => {
    const month = korea.in2026 * korea.monthlyHours;
    const raise = korea.in2026 - korea.in2025;
    const leaving = Math.round(month * 0.083);
    const contribution = 332_500 + (36 - 24) * 13_500;
    const prose = course.proseOf('korea-selatan');
    expect(missingFrom(prose, [korea.in2025, korea.in2026, month, raise, raise * korea.monthlyHours])).toEqual([]);
    expect(missingFrom(prose, [leaving, 12 * leaving, contribution, 25 + 25])).toEqual([]);
  });

  it('states in jepang how many months of the first stage are left, and how far the wages of 2022 lay apart', () => {
    const prose = course.proseOf('jepang');
    expect(missingFrom(prose, [5 * 12, 5 * 12 - 24])).toEqual([]);
    expect(missingFrom(prose, [...Object.values(japan), japan.tokyo2022 - japan.lowest2022])).toEqual([]);
  });

  it('states in arab-saudi how many hours of a long day are too many', () => {
    expect(missingFrom(course.proseOf('arab-saudi'), [22 - 5 - 3, 22 - 5 - 3 - 10])).toEqual([]);
  });

  it('gives the trainer the same wages and right answers to compare', () => {
    const day = 8 * korea.in2026;
    const prose = course.proseOf('panduan');
    expect(missingFrom(prose, [...Object.values(hongKong), hongKong.from2025 * agencyShare])).toEqual([]);
    expect(missingFrom(prose, [taiwan.factory2026, day, 5 * day, brokerFee.first, 2_000 - brokerFee.first])).toEqual(
      [],
    );
  });

  it('tells in countries.yaml the same wages as the lessons, and none where there is only a plan', async () => {
    const told = await readFile('content/countries.yaml', 'utf8');
    const countries = Object.fromEntries(told.split(/^- id: /m).map((it) => [it.split('\n', 1)[0], it]));
    const wageOf = (id: string) => /\n\s+wage:\n\s+text: (.+)/.exec(countries[id] ?? '')?.[1] ?? '';
    expect(missingFrom(wageOf('hong-kong'), [hongKong.from2025])).toEqual([]);
    expect(missingFrom(wageOf('taiwan'), [taiwan.factory2026, taiwan.liveIn2022])).toEqual([]);
    expect(missingFrom(wageOf('malaysia'), [malaysia.domestic2022, malaysia.others2025])).toEqual([]);
    expect(missingFrom(wageOf('korea-selatan'), [korea.in2026, korea.in2026 * korea.monthlyHours])).toEqual([]);
    expect(wageOf('arab-saudi')).toMatch(/^"Belum ada angka/);
    expect(missingFrom(wageOf('singapura'), [singapore.asked2016])).toEqual([]);
    expect(wageOf('singapura')).toContain('2016');
    expect(wageOf('jepang')).toMatch(/^"[^\d"]+"$/);
  });

  it('keys the practices by what the data of each country give', () => {
    expect(course.keysOf('hong-kong')).toEqual({
      'kurang-setahun': 12 * (hongKong.from2025 - 4_900),
      batas: hongKong.from2025 * agencyShare,
    });
    expect(course.keysOf('taiwan')).toEqual({
      'kenaikan-pabrik': taiwan.factory2026 - taiwan.factory2025,
      'potongan-tahun-kedua': 12 * (2_000 - brokerFee.second),
    });
    expect(course.keysOf('malaysia')).toEqual({
      'kurang-lima-bulan': 5 * (malaysia.others2025 - 1_580),
      'potongan-tabungan': 1_850 * malaysia.savingsShare,
    });
    expect(course.keysOf('singapura')).toEqual({ 'pengganti-tiga-hari': (5 - 1) * 22 });
    expect(course.keysOf('korea-selatan')).toEqual({
      'upah-seratus-enam-puluh': 160 * korea.in2026,
      iuran: 332_500 + (36 - 24) * 13_500,
    });
    expect(course.keysOf('jepang')).toEqual({ 'sisa-tahap-satu': 5 * 12 - 42 });
    expect(course.keysOf('arab-saudi')).toEqual({ 'jam-lebih-sehari': 20 - 6 - 2 - 10 });
  });

  it('keys the exam by what the data of each country give', () => {
    expect(course.keysOf('ujian-akhir')).toEqual({
      'batas-agen': 5_300 * agencyShare,
      'kelebihan-biaya-layanan': 12 * (2_300 - brokerFee.first),
      'upah-sembilan-jam': 9 * korea.in2026,
      'kurang-sembilan-bulan': 9 * (malaysia.others2025 - 1_620),
      'upah-per-jam-panjang': 174 * korea.in2026,
      'selisih-dua-kontrak': 24 * (hongKong.from2025 - hongKong.from2023),
      'kurang-uang-pengganti': 2 * 25 - 40,
      'jam-istirahat-saudi': 8 - 5,
      'bulan-tersisa': 5 * 12 - 28,
    });
  });

  it('keys the questions before and after by what the data of each country give', () => {
    expect(course.keysOf('uji-awal')).toEqual({
      'libur-kurang-berapa-jam': 24 - (21 - 7),
      'layanan-dua-tahun': 12 * (brokerFee.first + brokerFee.second),
      'cuti-enam-tahun': 6 / 2,
      'seratus-jam-korea': 100 * korea.in2026 - 1_000_000,
    });
  });

  it('writes every key out in its rationale', () => {
    expect(course.unexplained).toEqual([]);
  });
});
