import { beforeAll, describe, expect, it } from 'vitest';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('up-204');
});

const million = 1_000_000;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Whole days from one date of the calendar to another; months count from 1. */
function daysBetween([year, month, day]: Date3, [toYear, toMonth, toDay]: Date3): number {
  return (Date.UTC(toYear, toMonth - 1, toDay) - Date.UTC(year, month - 1, day)) / 86_400_000;
}

type Date3 = readonly [number, number, number];

/** The final income tax of one month in rupiah: half a percent of what passes 500 million since January. */
function personalTax(before: number, thisMonth: number): number {
  const above = (turnover: number) => Math.max(0, turnover - 500 * million);
  return (above(before + thisMonth) - above(before)) * 0.005;
}

describe('the numbers of UP-204', () => {
  it('reckons in peta-izin-usaha how many packs a broker would cost', () => {
    expect(missingFrom(course.proseOf('peta-izin-usaha'), [500_000, 2_000, 500_000 / 2_000])).toEqual([]);
  });

  it('adds up in nib-dan-kbli the capital that is registered, without land and building', () => {
    const capital = [1_850_000, 420_000, 330_000, 400_000];
    expect(missingFrom(course.proseOf('nib-dan-kbli'), [...capital, sum(capital)])).toEqual([]);
  });

  it('counts in dapur-yang-aman what is open, and what one code spares', () => {
    const prose = course.proseOf('dapur-yang-aman');
    const [done, notYet, unknown] = [9, 3, 2];
    expect(done + notYet + unknown).toBe(14);
    expect(missingFrom(prose, [done, notYet + unknown, notYet + unknown - 3])).toEqual([]);
    const batches = { first: [24, 16], second: [10, 30], third: [40] };
    const made = Object.values(batches).map(sum);
    expect(made).toEqual([40, 40, 40]);
    expect(missingFrom(prose, [sum(made), sum(batches.second), sum(made) - sum(batches.second)])).toEqual([]);
    expect(missingFrom(prose, [255, Math.ceil(255 * 0.1)])).toEqual([]);
  });

  it('takes in spp-irt-bebas-atau-md the shorter of two shelf lives', () => {
    const prose = course.proseOf('spp-irt-bebas-atau-md');
    const home = daysBetween([2026, 11, 3], [2026, 11, 27]);
    const hot = daysBetween([2026, 11, 3], [2026, 11, 17]);
    expect(hot).toBeLessThan(home);
    expect(hot).toBeGreaterThan(7);
    expect(missingFrom(prose, [home, hot, 1_000 * 350])).toEqual([]);
  });

  it('weighs and dates in label-dan-hak-pembeli, and spreads the cost of a replacement', () => {
    const prose = course.proseOf('label-dan-hak-pembeli');
    const weights = [101, 99, 97, 98, 95];
    expect(missingFrom(prose, [...weights, sum(weights), sum(weights) / 5])).toEqual([]);
    expect(daysBetween([2026, 12, 3], [2027, 2, 1])).toBe(60);
    expect(daysBetween([2026, 12, 3], [2026, 12, 31])).toBe(28);
    expect(missingFrom(prose, [28, 31, 59, 60, 6_000 / 100, 20 * 2_000])).toEqual([]);
  });

  it('reckons in halal-dan-sehati what clear oil adds to a pack', () => {
    const prose = course.proseOf('halal-dan-sehati');
    const marks = ['jelas', 'jelas', 'jelas', 'tanya', 'tanya', 'jelas'];
    expect(missingFrom(prose, [marks.filter((it) => it === 'jelas').length, (3 * 2_000) / 40])).toEqual([]);
  });

  it('spreads in merek-dan-merek-kolektif the fee over years and members', () => {
    const prose = course.proseOf('merek-dan-merek-kolektif');
    const yearly = 500_000 / 10;
    expect(missingFrom(prose, [yearly, Math.round(yearly / 12), 500_000 / 5, 1_000 * 350])).toEqual([]);
  });

  it('taxes in pajak-setengah-persen only what passes the line', () => {
    const prose = course.proseOf('pajak-setengah-persen');
    expect(missingFrom(prose, [personalTax(0, 620 * million), 80 * million * 0.005])).toEqual([]);
    const months = Array.from({ length: 12 }, (_, at) => personalTax(at * 60 * million, 60 * million));
    expect(missingFrom(prose, [...months.slice(8), sum(months)])).toEqual([]);
    expect(sum(months.slice(0, 8))).toBe(0);
    expect(missingFrom(prose, [480, 540, 600, 660, 720])).toEqual([]);
    expect(missingFrom(course.proseOf('panduan'), [months[8]])).toEqual([]);
  });

  it('keys the practices by what their own numbers give', () => {
    expect(course.keysOf('peta-izin-usaha')).toEqual({ 'harga-jalan-pintas': 300_000 / 1_500 });
    expect(course.keysOf('nib-dan-kbli')).toEqual({ 'modal-didaftarkan': 2_400_000 + 350_000 + 250_000 + 500_000 });
    expect(course.keysOf('dapur-yang-aman')).toEqual({ 'tarik-yang-mana': 12 + 24 });
    expect(course.keysOf('spp-irt-bebas-atau-md')).toEqual({
      'daya-tahan-terpendek': Math.min(
        daysBetween([2027, 3, 4], [2027, 3, 30]),
        daysBetween([2027, 3, 4], [2027, 3, 15]),
      ),
    });
    expect(course.keysOf('label-dan-hak-pembeli')).toEqual({
      'rata-rata-isi': sum([79, 78, 80, 76, 77]) / 5,
      'ongkos-mengganti': 5_000 / 50,
    });
    expect(daysBetween([2027, 3, 10], [2027, 4, 19])).toBe(40);
    expect(course.keysOf('halal-dan-sehati')).toEqual({ 'tambah-biaya-minyak': (2 * 1_500) / 30 });
    expect(course.keysOf('merek-dan-merek-kolektif')).toEqual({ 'iuran-merek': 600_000 / 8 });
    expect(course.keysOf('pajak-setengah-persen')).toEqual({
      'pajak-bulan-terakhir': personalTax(11 * 45 * million, 45 * million),
    });
  });

  it('keys the exam by what its own numbers give', () => {
    expect(course.keysOf('ujian-akhir')).toEqual({
      'botol-untuk-kenalan': 450_000 / 3_000,
      'modal-warung-kopi': 1_650_000 + 480_000 + 270_000 + 600_000,
      'tarik-kode-b': 18 + 27,
      'yang-selamat': 3 * 45 - (18 + 27),
      'daya-tahan-dipakai': Math.min(daysBetween([2027, 5, 6], [2027, 6, 2]), daysBetween([2027, 5, 6], [2027, 5, 21])),
      'isi-dan-plastik': 152 - 8,
      'ongkos-cokelat': 12_000 / 60,
      'biaya-merek-setahun': 600_000 / 4 / 10,
      'pajak-koperasi': 70 * million * 0.005,
      'pajak-prasojo': personalTax(9 * 52 * million, 52 * million),
    });
  });

  it('keys the questions before and after by what their own numbers give', () => {
    expect(course.keysOf('uji-awal')).toEqual({ 'hitung-dari-omzet': 40 * million * 0.005 });
  });

  it('writes out every key in its own rationale', () => {
    expect(course.unexplained).toEqual([]);
  });
});
