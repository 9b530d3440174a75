import { beforeAll, describe, expect, it } from 'vitest';
import { compute as planHome } from '#domain/worksheet/rencana-pulang.ts';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('lm-102');
});

/** Two thirds of the lowest wage in Hong Kong (M-HKG-12), by which years of service are counted (M-RET-21), in HK$. */
const yearInHongKong = (5100 * 2) / 3;
/** What worker and employer each pay into the savings of Malaysia (M-MYS-8). */
const savingShare = 0.02;
/** Customs on parcels of recorded workers (M-RET-27), in US$. */
const parcel = { free: 500, perYear: 3, duty: 0.075 };

/** Duty on one parcel, in US$. */
const dutyOn = (value: number) => Math.max(0, value - parcel.free) * parcel.duty;
/** What goes into the savings in one month, of both sides, in ringgit. */
const savedMonthly = (wage: number) => wage * savingShare * 2;
/** What must be put aside each month. */
const aside = (monthly: number, safe: number, months: number) => (monthly * safe) / months;

describe('the numbers of LM-102', () => {
  it('reckons in dua-belas-bulan-terakhir what must be put aside, early and late', () => {
    const prose = course.proseOf('dua-belas-bulan-terakhir');
    const stated = [7_500_000, aside(2_500_000, 3, 12), aside(2_500_000, 3, 6)];
    expect(missingFrom(prose, stated)).toEqual([]);
    const onSheet = (monthsLeft: number) =>
      planHome({ cells: { monthly: 2_500_000, safeMonths: 3, monthsLeft }, lists: {} }).results;
    expect([onSheet(12).target, onSheet(12).perMonth, onSheet(6).perMonth]).toEqual(stated);
    expect(course.keysOf('dua-belas-bulan-terakhir')).toEqual({ 'sisih-sebulan': aside(1_800_000, 4, 8) });
  });

  it('reckons in hak-sebelum-pulang the service in Hong Kong and the savings in Malaysia', () => {
    const prose = course.proseOf('hak-sebelum-pulang');
    const saved = savedMonthly(1700);
    expect(missingFrom(prose, [yearInHongKong, 6 * yearInHongKong, saved / 2, saved, 12 * saved])).toEqual([]);
    expect(course.keysOf('hak-sebelum-pulang')).toEqual({ 'masa-kerja-hk': 5 * yearInHongKong });
  });

  it('adds up in klaim-bpjs what a death before or after work pays', () => {
    const parts = [16.2, 4.8, 3];
    const sum = Math.round(parts.reduce((total, part) => total + part, 0));
    expect(missingFrom(course.proseOf('klaim-bpjs'), [...parts, sum])).toEqual([]);
    expect(course.keysOf('klaim-bpjs')).toEqual({ 'jumlah-santunan': sum });
  });

  it('reckons in barang-dan-surat the duty on a parcel and the last days', () => {
    const prose = course.proseOf('barang-dan-surat');
    const days = { arrived: 1, residents: 14, child: 30, june: 30 };
    const residentsOn = days.arrived + days.residents;
    const childOn = days.arrived + days.child - days.june;
    expect(missingFrom(prose, [dutyOn(700), parcel.free * parcel.perYear, residentsOn, childOn])).toEqual([]);
    expect(course.keysOf('barang-dan-surat')).toEqual({ 'bea-kelebihan': dutyOn(600) });
  });

  it('keys the sums of its exam, and of the questions before and after, by the same rules', () => {
    expect(course.keysOf('ujian-akhir')).toEqual({
      'jumlah-aman': 3 * 3_000_000,
      'per-bulan': aside(3_000_000, 3, 10),
      jumlah: 4 * yearInHongKong,
      'tabungan-malaysia': savedMonthly(1800),
      'kiriman-lebih': dutyOn(900),
      'tanggal-lapor': 3 + 14,
    });
    expect(course.keysOf('uji-awal')).toEqual({ 'kelebihan-tiga-kotak': 620 - parcel.free });
    expect(course.unexplained).toEqual([]);
  });
});
