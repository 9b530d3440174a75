import { beforeAll, describe, expect, it } from 'vitest';
import { formatNumber } from '#domain/number.ts';
import { compute as divide } from '#domain/worksheet/bagi-shu.ts';
import { compute as meet } from '#domain/worksheet/simulasi-rat.ts';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';
import { rateOn } from '../support/loan.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('ko-401');
});

/**
 * UU 25/1992 with Cipta Kerja: founders of a primary and of a secondary cooperative, years of a board.
 * Permenkop UKM 8/2023: the highest service of a loan, as a part of the loan a year.
 */
const law = { persons: 9, cooperatives: 3, years: 5, serviceAYear: 0.24 };

/** Service of a loan paid back in equal parts of the principal: always on the loan, or on what is left of it. */
function serviceOf(loan: number, months: number, ratio: number, on: 'loan' | 'rest', month?: number): number {
  const ofMonth = (at: number) => loan * ratio * (on === 'loan' ? 1 : (months - at + 1) / months);
  if (month !== undefined) return ofMonth(month);
  return Math.round(Array.from({ length: months }, (_, at) => ofMonth(at + 1)).reduce((sum, it) => sum + it, 0));
}

/** What a member gets for trade and for savings, as the worksheet divides it. */
function shareOf(surplus: number, percents: { usage: number; capital: number }, trade: number[], savings: number[]) {
  const { results } = divide({
    cells: {
      surplus,
      'usage.percent': percents.usage,
      'capital.percent': percents.capital,
      'trade.one': trade[0],
      allTrade: trade[1],
      'savings.one': savings[0],
      allSavings: savings[1],
    },
    lists: {},
  });
  return {
    usage: Math.round(results['forUsage.one'] ?? Number.NaN),
    capital: Math.round(results['forCapital.one'] ?? Number.NaN),
    perThousand: results.perThousand,
  };
}

describe('the numbers of KO-401', () => {
  it('computes in mengapa-koperasi what buying oil together saves', () => {
    const litres = 12 * 15;
    const together = litres * 18_000 + 120_000;
    const saved = litres * 20_000 - together;
    const prose = course.proseOf('mengapa-koperasi');
    expect(missingFrom(prose, [litres, litres * 20_000, litres * 18_000, together, saved])).toEqual([]);
    expect(missingFrom(prose, [saved / 12])).toEqual([]);
  });

  it('tells the founders and the years of a board that the law names', () => {
    const founders = course.proseOf('prinsip-dan-pendiri');
    expect(missingFrom(founders, [law.persons, law.cooperatives, law.persons - 7])).toEqual([]);
  });

  it('adds up in simpanan-dan-modal own capital without what members may take back', () => {
    const [principal, compulsory, arrears] = [25 * 100_000, 12 * 25 * 20_000, 3 * 4 * 20_000];
    const prose = course.proseOf('simpanan-dan-modal');
    expect(missingFrom(prose, [principal, compulsory, principal + compulsory])).toEqual([]);
    expect(missingFrom(prose, [principal + compulsory + 2_000_000, arrears, principal + compulsory - arrears])).toEqual(
      [],
    );
    expect(missingFrom(prose, [100_000 + 480_000 + 600_000])).toEqual([]);
  });

  it('carries in pengurus-pengawas-pembukuan the balance from line to line to what was counted', () => {
    const moves = [500_000, -1_300_000, 1_450_000, -1_000_000, 345_000, -95_000];
    const prose = course.proseOf('pengurus-pengawas-pembukuan');
    let balance = 2_400_000;
    for (const move of moves) {
      expect(missingFrom(prose, [balance, Math.abs(move), balance + move])).toEqual([]);
      balance += move;
    }
    const counted = 310_000 + 1_980_000;
    expect(missingFrom(prose, [counted, balance - counted])).toEqual([]);
  });

  it('compares in simpan-pinjam-sehat service on the loan with service on the rest', () => {
    const [loan, months, ratio] = [3_000_000, 10, 0.015];
    const prose = course.proseOf('simpan-pinjam-sehat');
    const part = loan / months;
    for (const month of [1, 2, 5, 10]) {
      const [steady, falling] = (['loan', 'rest'] as const).map(
        (on) => part + serviceOf(loan, months, ratio, on, month),
      );
      expect(prose).toContain(`${month}\n${rp(steady ?? 0)}\n${rp(falling ?? 0)}`);
    }
    const [steady, falling] = [serviceOf(loan, months, ratio, 'loan'), serviceOf(loan, months, ratio, 'rest')];
    expect(missingFrom(prose, [steady, falling, steady - falling])).toEqual([]);
    expect(missingFrom(prose, [loan + steady, loan + falling])).toEqual([]);
    expect(steady / falling).toBeGreaterThan(1.75);
  });

  it('says in simpan-pinjam-sehat what service on the loan costs a year on what is still owed, beside the cap', () => {
    const [loan, months, ratio] = [3_000_000, 10, 0.015];
    const steady = serviceOf(loan, months, ratio, 'loan');
    const perMonth = rateOn(loan, (loan + steady) / months, months);
    const percentAYear = Math.round(12 * 1000 * perMonth) / 10;
    const atTheCap = serviceOf(loan, months, law.serviceAYear / 12, 'rest');
    const said = [Math.round(1000 * perMonth) / 10, percentAYear, 12 * 100 * ratio, 100 * law.serviceAYear];
    expect(missingFrom(course.proseOf('simpan-pinjam-sehat'), [...said, atTheCap])).toEqual([]);
    expect(percentAYear / 100).toBeGreaterThan(law.serviceAYear);
    expect(steady).toBeGreaterThan(atTheCap);
  });

  it('states in pembagian-shu what the worksheet divides', () => {
    const { results, advice } = divide({
      cells: {
        surplus: 30_000_000,
        'reserve.percent': 30,
        'usage.percent': 25,
        'capital.percent': 20,
        'board.percent': 10,
        'education.percent': 5,
        'social.percent': 5,
        'village.percent': 5,
        allTrade: 400_000_000,
        allSavings: 150_000_000,
        'trade.one': 8_000_000,
        'savings.one': 3_000_000,
        'trade.two': 20_000_000,
        'savings.two': 1_200_000,
      },
      lists: {},
    });
    const prose = course.proseOf('pembagian-shu');
    expect(advice).toEqual(['divided']);
    for (const part of ['reserve', 'usage', 'capital', 'board', 'education'] as const) {
      expect(missingFrom(prose, [results[`${part}.amount`]])).toEqual([]);
    }
    expect(missingFrom(prose, [results.toMembers, 100 * (results.toMembersRatio ?? 0)])).toEqual([]);
    for (const part of ['forUsage', 'forCapital', 'sum'] as const) {
      expect(prose).toContain(`\n${rp(results[`${part}.one`] ?? 0)}\n${rp(results[`${part}.two`] ?? 0)}\n`);
    }
    expect(missingFrom(prose, [results.perThousand, Math.round(results.perThousand ?? 0)])).toEqual([]);
  });

  it('states in simulasi-rat what the worksheet says of quorum, surplus and votes', () => {
    const { results, advice } = meet({
      cells: {
        members: 40,
        room: 18,
        phone: 7,
        income: 52_000_000,
        costs: 40_000_000,
        reserveA: 40,
        reserveB: 30,
        votesA: 9,
        votesB: 14,
        abstain: 2,
      },
      lists: {},
    });
    const prose = course.proseOf('simulasi-rat');
    expect(missingFrom(prose, [results.needed, results.present, results.votes, results.surplus])).toEqual([]);
    expect(missingFrom(prose, [results.reserveAmountA, results.reserveAmountB])).toEqual([]);
    expect(advice).toEqual(['quorum', 'b']);
    expect(missingFrom(prose, [results.decidedReserve, Math.round((1000 * 35) / 265) / 10])).toEqual([]);
    expect(missingFrom(course.proseOf('panduan'), [results.needed])).toEqual([]);
  });

  it('keys the practices by what their own numbers give', () => {
    expect(course.keysOf('mengapa-koperasi')).toEqual({ 'hemat-gula': (10 * 8 * (18_000 - 16_500) - 50_000) / 10 });
    expect(course.keysOf('prinsip-dan-pendiri')).toEqual({ 'kurang-pendiri': law.persons - 5 });
    expect(course.keysOf('anggaran-dasar')).toEqual({ 'kelebihan-tahun': 8 - law.years });
    expect(course.keysOf('simpanan-dan-modal')).toEqual({
      'simpanan-delapan-bulan': 18 * (50_000 + 8 * 10_000),
      'jumlah-modal-sendiri': 2_000_000 + 4_800_000 + 1_200_000 + 3_000_000,
    });
    expect(course.keysOf('pengurus-pengawas-pembukuan')).toEqual({
      'saldo-juli': 1_750_000 + 400_000 + 230_000 - 980_000 - 60_000,
      'selisih-uang': 3_460_000 - (285_000 + 3_140_000),
    });
    expect(course.keysOf('simpan-pinjam-sehat')).toEqual({
      'total-jasa-tetap': serviceOf(2_000_000, 8, 0.015, 'loan'),
      'jasa-bulan-ketiga': serviceOf(2_000_000, 8, 0.015, 'rest', 3),
      'jasa-pada-batas': serviceOf(2_000_000, 8, law.serviceAYear / 12, 'rest'),
    });
    const yati = shareOf(12_000_000, { usage: 40, capital: 20 }, [6_000_000, 120_000_000], [1_500_000, 60_000_000]);
    expect(course.keysOf('pembagian-shu')).toEqual({
      'jasa-usaha-bu-yati': yati.usage,
      'jasa-modal-bu-yati': yati.capital,
      'kelebihan-persen': 35 + 30 + 15 + 10 + 5 + 10 - 100,
      'cadangan-baru': (16_000_000 * 35) / 100,
    });
    expect(course.keysOf('simulasi-rat')).toEqual({
      'hadir-paling-sedikit': meet({ cells: { members: 55 }, lists: {} }).results.needed,
      'cadangan-usul-b': ((38_000_000 - 29_000_000) * 35) / 100,
    });
  });

  it('keys the exam by what its own numbers give', () => {
    const marno = shareOf(9_000_000, { usage: 100, capital: 0 }, [11_250_000, 225_000_000], [0, 1]);
    const shop = shareOf(3_600_000, { usage: 100, capital: 0 }, [1_000, 144_000_000], [0, 1]);
    const lastri = shareOf(18_000_000, { usage: 30, capital: 15 }, [5_000_000, 270_000_000], [2_000_000, 90_000_000]);
    const vote = meet({
      cells: {
        members: 36,
        room: 14,
        phone: 6,
        income: 8_000_000,
        costs: 0,
        reserveA: 40,
        reserveB: 25,
        votesA: 11,
        votesB: 8,
        abstain: 1,
      },
      lists: {},
    });
    expect(course.keysOf('ujian-akhir')).toEqual({
      'shu-koperasi-kopi': 74_000_000 - 51_500_000 - 2_500_000 - 1_000_000,
      'jasa-usaha-pak-marno': marno.usage,
      'kembali-per-seribu': shop.perThousand,
      'jasa-sisa-pokok': serviceOf(2_400_000, 6, 0.01, 'rest'),
      'angsuran-sama-tiap-bulan': 4_800_000 / 12 + serviceOf(4_800_000, 12, 0.0125, 'loan', 1),
      'modal-enam-bulan': 14 * 120_000 + (14 - 2) * 25_000 * 6,
      'kuorum-koperasi-gula': meet({ cells: { members: 48, quorum: 60 }, lists: {} }).results.needed,
      'saldo-koperasi-sayur': 860_000 + 1_275_000 - 140_000 - 95_000 - 600_000,
      'koperasi-bergabung': law.cooperatives - 1,
      'hemat-pakan': (9 * 4 * (160_000 - 150_000) - 180_000) / 9,
      'dua-pertiga-di-rancangan': (33 / 3) * 2 - 5,
      'batas-pinjaman-pengurus': (12_000_000 + 48_000_000 + 15_000_000) / 10,
      'bagian-usaha': lastri.usage,
      'bagian-modal': lastri.capital,
      'terima-semua': lastri.usage + lastri.capital,
      'cadangan-terpilih': vote.results.decidedReserve,
      'jasa-a': serviceOf(1_800_000, 6, 0.01, 'loan'),
      'jasa-b': serviceOf(1_800_000, 6, 0.015, 'rest'),
    });
    expect(vote.advice).toEqual(['quorum', 'a']);
  });

  it('keys the questions before and after by the same rules', () => {
    expect(course.keysOf('uji-awal')).toEqual({
      'kartu-simpanan-anggota': 275_000,
      'uang-jasa-usaha': (24_000_000 * 30) / 100,
    });
  });

  it('writes every key out in its rationale', () => {
    expect(course.unexplained).toEqual([]);
  });
});

function rp(amount: number): string {
  return formatNumber(amount);
}
