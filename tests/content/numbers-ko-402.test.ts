import { beforeAll, describe, expect, it } from 'vitest';
import { compute as compareLoans, payments } from '#domain/worksheet/biaya-pinjaman.ts';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';
import { rateOn } from '../support/loan.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('ko-402');
});

/** A percent without the noise of binary fractions, to one place. */
function percent(ratio: number): number {
  return Math.round(1000 * ratio) / 10;
}

/** Rupiah of interest that is reckoned on the first principal each month; `rate` a month. */
function flatInterest(loan: number, months: number, rate: number): number {
  return Math.round(loan * rate * months);
}

/** Rupiah of interest on what is still owed when equal parts of the principal are paid; `rate` a month. */
function decliningInterest(loan: number, months: number, rate: number): number {
  const owed = Array.from({ length: months }, (_, paid) => loan - (paid * loan) / months);
  return Math.round(owed.reduce((sum, rest) => sum + rest * rate, 0));
}

/** The equal monthly payment of a loan at `yearly` on what is still owed. */
function annuity(loan: number, months: number, yearly: number): number {
  const rate = yearly / 12;
  return (loan * rate) / (1 - (1 + rate) ** -months);
}

/** What equal instalments cost in a year, in percent on what is still owed. */
function yearlyCost(loan: number, instalment: number, times: number, timesAYear: number): number {
  return percent(timesAYear * rateOn(loan, instalment, times));
}

/** Months that a box lasts which pays everybody and earns nothing. */
function monthsUntilEmpty(members: number, paidIn: number, paidOut: number): number {
  return (members * paidIn) / (members * paidOut);
}

/** The share of income that all instalments together should not pass. */
const mostInstalments = 0.3;

describe('the numbers of KO-402', () => {
  it('states in pinjam-untuk-apa what a large and a small loan do in a slow month', () => {
    const [usual, slow, motorcycle] = [4_000_000, 3_000_000, 655_000];
    const large = (3_000_000 + flatInterest(3_000_000, 10, 0.015)) / 10;
    const small = (2_000_000 + flatInterest(2_000_000, 10, 0.015)) / 10;
    const prose = course.proseOf('pinjam-untuk-apa');
    expect(missingFrom(prose, [usual, slow, motorcycle, large, small])).toEqual([]);
    expect(missingFrom(prose, [motorcycle + large, motorcycle + small, slow * mostInstalments])).toEqual([]);
    expect(missingFrom(prose, [percent((motorcycle + large) / usual)])).toEqual([]);
    expect(missingFrom(prose, [motorcycle + large - slow * mostInstalments])).toEqual([]);
    expect(motorcycle + small).toBeLessThan(slow * mostInstalments);
    const received = 2_950_000;
    expect(missingFrom(prose, [received, 10 * large, 10 * large - received])).toEqual([]);
  });

  it('states in kur-mekaar-umi-koperasi what the same percent costs in two ways, and what a group bears', () => {
    const prose = course.proseOf('kur-mekaar-umi-koperasi');
    const kur = annuity(10_000_000, 12, 0.06);
    const kurFlat = (10_000_000 + flatInterest(10_000_000, 12, 0.005)) / 12;
    expect(missingFrom(prose, [kur, kurFlat].map(Math.round))).toEqual([]);
    expect(missingFrom(prose, [Math.round(12 * kur - 10_000_000), Math.round(12 * kurFlat - 10_000_000)])).toEqual([]);
    expect(missingFrom(prose, [66_000 / 11, 66_000 * 50, 66_000 * 50 - 3_000_000])).toEqual([]);
    const umi = Math.round(annuity(5_000_000, 12, 0.18) / 10) * 10;
    expect(umi).toBe(458_400);
    expect(missingFrom(prose, [12 * umi - 5_000_000, flatInterest(5_000_000, 12, 0.015)])).toEqual([]);
  });

  it('states in biaya-total-pinjaman what both stairs, the weeks, the app and the daily lender cost', () => {
    const prose = course.proseOf('biaya-total-pinjaman');
    const flat = flatInterest(3_000_000, 10, 0.015);
    expect(missingFrom(prose, [flat, decliningInterest(3_000_000, 10, 0.015), flat / 10])).toEqual([]);
    for (const [rate, months] of [
      [0.18, 10],
      [0.24, 12],
      [0.06, 12],
    ] as const) {
      const instalment = (1 + (rate * months) / 12) / months;
      expect(missingFrom(prose, [percent(rate * 1.8), yearlyCost(1, instalment, months, 12)])).toEqual([]);
    }
    const weekly = [3_300_000 / 50, 3_750_000 / 50];
    expect(missingFrom(prose, weekly)).toEqual([]);
    expect(
      missingFrom(
        prose,
        weekly.map((paid) => yearlyCost(3_000_000, paid, 50, 52)),
      ),
    ).toEqual([]);
    const [first = 0, second = 0] = weekly;
    const { results } = compareLoans({
      cells: {
        ...{ 'received.a': 3_000_000, 'instalment.a': first, 'count.a': 50, 'every.a': payments.week },
        ...{ 'received.b': 3_000_000, 'instalment.b': second, 'count.b': 50, 'every.b': payments.week },
      },
      lists: {},
    });
    expect([percent(results['yearly.a'] ?? 0), percent(results['yearly.b'] ?? 0)]).toEqual([19.8, 47.5]);
    expect(missingFrom(prose, [results['cost.a'], results['cost.b'], results.saved])).toEqual([]);
    const due = 2_000_000 + 14 * 20_000;
    expect(missingFrom(prose, [due, due - 1_600_000, percent((due - 1_600_000) / 1_600_000)])).toEqual([]);
    const daily = 30 * 20_000;
    expect(missingFrom(prose, [daily, daily - 450_000, Math.round((100 * (daily - 450_000)) / 450_000)])).toEqual([]);
  });

  it('states in pindar-dan-pinjol-ilegal what one month costs at five lenders', () => {
    const prose = course.proseOf('pindar-dan-pinjol-ilegal');
    const month = [0.06 / 12, 0.015, 0.003 * 30, 0.2, 0.01 * 30].map((ratio) => Math.round(5_000_000 * ratio));
    expect(missingFrom(prose, month)).toEqual([]);
    expect(missingFrom(prose, [1_000_000 * 0.003 * 30, 2_000_000 * 0.003 * 90, 3_000_000 * mostInstalments])).toEqual(
      [],
    );
  });

  it('states in investasi-bodong-dan-penipuan-asmara what a promise comes to and when the box is empty', () => {
    const prose = course.proseOf('investasi-bodong-dan-penipuan-asmara');
    const promised = 12 * 10_000_000 * 0.15;
    expect(missingFrom(prose, [promised / 12, promised, 900_000, promised / (10_000_000 * 0.09)])).toEqual([]);
    expect(monthsUntilEmpty(10, 1_000_000, 200_000)).toBe(5);
    expect(missingFrom(prose, [10_000_000 - 4 * 2_000_000, 5 * 200_000])).toEqual([]);
    expect(missingFrom(prose, [Math.round(49_000 / 3_494)])).toEqual([]);
  });

  it('states in the last two lessons shares that follow from the published sums', () => {
    const returned = (100 * 161) / 9_100;
    expect(returned).toBeLessThan(2);
    expect(returned).toBeGreaterThan(1.5);
    expect(missingFrom(course.proseOf('enam-puluh-menit-pertama'), [432_637, 1_070])).toEqual([]);
    expect(missingFrom(course.proseOf('ponsel-aman'), [5_088, 82])).toEqual([]);
  });

  it('holds keys of the practices that follow from their stories', () => {
    expect(course.keysOf('pinjam-untuk-apa')).toEqual({
      'batas-bulan-sepi': 2_500_000 * mostInstalments,
      'biaya-dari-empat-angka': 12 * 190_000 - 1_900_000,
      'semua-cicilan': 500_000 + 400_000,
      'persen-biasa': percent(900_000 / 3_600_000),
    });
    expect(2_800_000 * mostInstalments).toBe(840_000);
    expect(course.keysOf('kur-mekaar-umi-koperasi')).toEqual({
      'tanggung-renteng-sepuluh': 75_000 / 10,
      'biaya-mingguan': 46_000 * 50 - 2_000_000,
    });
    expect(course.keysOf('biaya-total-pinjaman')).toEqual({
      'flat-dua-juta': flatInterest(2_000_000, 10, 0.02),
      'menurun-bulan-ketiga': (2_000_000 - 2 * 200_000) * 0.02,
      'kira-efektif': 20 * 1.8,
      'biaya-doni': 1_100_000 - 800_000,
      'persen-doni': percent(300_000 / 800_000),
    });
    expect(course.keysOf('pindar-dan-pinjol-ilegal')).toEqual({ 'sehari-satu-persen': 1_500_000 * 0.01 * 20 });
    expect(course.keysOf('investasi-bodong-dan-penipuan-asmara')).toEqual({
      'untung-setahun': 12 * 6_000_000 * 0.1,
      'bulan-kosong': monthsUntilEmpty(8, 1_000_000, 250_000),
    });
    expect(course.keysOf('enam-puluh-menit-pertama')).toEqual({ 'menit-tersisa': 20 - 5 });
  });

  it('holds keys of the exam that follow from their stories', () => {
    expect(course.keysOf('ujian-akhir')).toEqual({
      'batas-angsuran-baru': 3_200_000 * mostInstalments - 560_000,
      'jumlah-cicilan': 420_000 + 350_000,
      'batas-sepi': 2_400_000 * mostInstalments,
      'tanggung-sembilan': 54_000 / 9,
      'total-umi': 458_400 * 12,
      'selisih-total': 12 * 500_000 - 12 * 458_400,
      'flat-lima-juta': flatInterest(5_000_000, 12, 0.01),
      'mana-di-atas-batas': 12 * 1.25 * 1.8,
      'total-keliling': 40_000 * 30,
      'biaya-keliling': 40_000 * 30 - 900_000,
      'pindar-dua-puluh-lima-hari': 4_000_000 * 0.003 * 25,
      'janji-empat-persen': 50 * 2_000_000 * 0.04,
      'bulan-habis-ujian': monthsUntilEmpty(20, 500_000, 50_000),
      'sudah-lewat': 10 + 10,
    });
  });

  it('holds keys of the questions before and after that follow from their stories', () => {
    expect(course.keysOf('uji-awal')).toEqual({
      'lewat-batas-tiga-puluh': 700_000 - 2_100_000 * mostInstalments,
      'beda-tujuh-ribu-seminggu': 50 * 7_000,
      'bunga-simpanan-koperasi': 5_000_000 * 0.09,
    });
  });

  it('writes every key out in its rationale', () => {
    expect(course.unexplained).toEqual([]);
  });
});
