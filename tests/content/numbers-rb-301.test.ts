import { beforeAll, describe, expect, it } from 'vitest';
import { compute as budgetOf } from '#domain/worksheet/anggaran-keluarga.ts';
import { compute as planOf } from '#domain/worksheet/rencana-30-hari.ts';
import { roundUp } from '#domain/worksheet/sheet.ts';
import { compute as goalOf } from '#domain/worksheet/tujuan-kiriman.ts';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';
import { rateOn } from '../support/loan.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('rb-301');
});

/** The family that the whole course follows, in rupiah a month. */
const income = { remittance: 4_000_000, home: 1_500_000 };
const posts = {
  needs: 2_750_000,
  school: 550_000,
  instalments: 825_000,
  emergency: 550_000,
  capital: 550_000,
  social: 275_000,
};
const saved = posts.capital;
const herd = 18_000_000;
const tenth = { target: 450_000, day: 10, counted: 120_000 };

type Budget = Partial<Record<keyof typeof income | keyof typeof posts, number>>;

/** What the sheet answers for a month's budget. */
function budget(amounts: Budget) {
  const cells = Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [`${name}.amount`, amount]));
  return budgetOf({ cells, lists: {} });
}

function goal(cells: Parameters<typeof goalOf>[0]['cells']) {
  return goalOf({ cells, lists: {} }).results;
}

function plan(cells: Parameters<typeof planOf>[0]['cells']) {
  return planOf({ cells, lists: {} }).results;
}

/** Rupiah that arrive when the fee is taken from what is paid. */
function arriving(paid: number, fee: number, rate: number): number {
  return (paid - fee) * rate;
}

describe('the numbers of RB-301', () => {
  it('states in tujuan-yang-dihitung what the worksheet computes for the goats, and when the queue gets there', () => {
    const goats = goal({ price: herd, monthly: saved, deadline: 24 });
    const prose = course.proseOf('tujuan-yang-dihitung');
    expect(missingFrom(prose, [herd, saved])).toEqual([]);
    const { neededMonthly, monthlyGap, atDeadline, missingAtDeadline } = goats;
    expect(missingFrom(prose, [neededMonthly, monthlyGap, atDeadline, missingAtDeadline])).toEqual([]);
    expect(missingFrom(prose, [goats.months])).toEqual([]);

    const bathroom = goal({ price: 4_200_000, saved: 600_000, deadline: 12 });
    expect(missingFrom(prose, [bathroom.missing, bathroom.neededMonthly])).toEqual([]);

    const atLastInstalment = goal({ price: herd, monthly: saved, deadline: 12 });
    const freed = saved + posts.instalments;
    const after = goal({ price: herd, saved: atLastInstalment.atDeadline ?? Number.NaN, monthly: freed });
    expect(missingFrom(prose, [atLastInstalment.atDeadline, after.missing, freed])).toEqual([]);
    const reached = 12 + (after.months ?? Number.NaN);
    expect(missingFrom(prose, [after.months, reached])).toEqual([]);
    expect(missingFrom(course.proseOf('modal-dari-kiriman'), [reached])).toEqual([]);
  });

  it('states in anggaran-keluarga what the worksheet computes, also for a smaller remittance', () => {
    const { results, advice } = budget({ ...income, ...posts });
    const prose = course.proseOf('anggaran-keluarga');
    expect(missingFrom(prose, [results.income, results.routine, results.gap, ...Object.values(posts)])).toEqual([]);
    for (const post of ['needs', 'school', 'instalments', 'emergency', 'capital', 'social'] as const) {
      expect(missingFrom(prose, [100 * (results[`${post}.share`] ?? Number.NaN)])).toEqual([]);
    }
    expect(missingFrom(prose, [results.balance, 100 * (results.instalmentRatio ?? Number.NaN)])).toEqual([]);
    expect(advice).toEqual(['balanced']);

    const less = { ...income, remittance: 3_500_000 };
    const short = budget({ ...less, ...posts }).results;
    expect(missingFrom(prose, [short.income, short.balance])).toEqual([]);
    const cut = {
      capital: posts.capital - 300_000,
      social: posts.social - 100_000,
      emergency: posts.emergency - 100_000,
    };
    const mended = budget({ ...less, ...posts, ...cut });
    expect(missingFrom(prose, Object.values(cut))).toEqual([]);
    expect(missingFrom(prose, [100 * (mended.results.instalmentRatio ?? Number.NaN)])).toEqual([]);
    expect(mended.advice).toEqual(['balanced']);
  });

  it('states in rencana-30-hari and in its guide what the worksheet computes for the tin', () => {
    const fromFirst = plan({ target: tenth.target, today: tenth.day, counted: tenth.counted });
    const fromFourth = plan({ target: tenth.target, start: 4 });
    const prose = course.proseOf('rencana-30-hari');
    const figures = [fromFirst.perDay, fromFirst.perWeek, fromFirst.expected, tenth.counted, fromFirst.missing];
    expect(missingFrom(prose, [...figures, fromFirst.daysLeft, fromFirst.catchUp])).toEqual([]);
    expect(missingFrom(prose, [fromFourth.days, fromFourth.perDay])).toEqual([]);
    expect(missingFrom(prose, [(fromFirst.catchUp ?? 0) - (fromFirst.perDay ?? 0)])).toEqual([]);
    expect(missingFrom(course.proseOf('panduan'), [fromFirst.missing, fromFirst.daysLeft, fromFirst.catchUp])).toEqual(
      [],
    );
  });

  it('states in dana-darurat how long each step of the stair takes and how far the first one carries', () => {
    const { routine = Number.NaN, gap = Number.NaN } = budget({ ...income, ...posts }).results;
    const prose = course.proseOf('dana-darurat');
    for (const months of [1, 3, 6]) {
      const step = goal({ price: months * routine, monthly: posts.emergency });
      expect(missingFrom(prose, [step.missing, step.months])).toEqual([]);
    }
    expect(missingFrom(prose, [gap, routine - gap])).toEqual([]);
    expect(roundUp(1_200_000 / posts.emergency)).toBe(3);
    expect(missingFrom(prose, [1_200_000, Math.round((10 * 1_200_000) / posts.emergency) / 10])).toEqual([]);
  });

  it('compares in mengirim-uang three services by the rupiah that arrive', () => {
    const services = [
      { fee: 30, rate: 2_050 },
      { fee: 10, rate: 2_000 },
      { fee: 0, rate: 1_960 },
    ];
    const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = services.map(({ fee, rate }) =>
      arriving(2_000, fee, rate),
    );
    const fetched = a - 70_000;
    const prose = course.proseOf('mengirim-uang');
    expect(
      missingFrom(
        prose,
        services.flatMap(({ fee, rate }) => [fee, rate]),
      ),
    ).toEqual([]);
    expect(missingFrom(prose, [a, b, c, a - c, fetched, 2 * 30])).toEqual([]);
    expect([a > b, b > c, b > fetched]).toEqual([true, true, true]);
  });

  it('counts in modal-dari-kiriman six goats, two goats, and the price of not waiting', () => {
    const six = { pen: 3_600_000, young: 6 * 1_500_000, feed: 6 * 900_000 };
    const two = { pen: 1_200_000, young: 2 * 1_500_000, feed: 6 * 300_000 };
    const total = (it: typeof six) => it.pen + it.young + it.feed;
    expect(total(six)).toBe(herd);
    const prose = course.proseOf('modal-dari-kiriman');
    expect(missingFrom(prose, [...Object.values(six), herd, ...Object.values(two), total(two)])).toEqual([]);
    const late = goal({ price: herd, monthly: saved }).months ?? Number.NaN;
    const early = goal({ price: total(two), monthly: saved }).months ?? Number.NaN;
    expect(missingFrom(prose, [early, late, late - early])).toEqual([]);

    const lacking = total(two) - 4_350_000;
    const fee = lacking * 0.015;
    expect(missingFrom(prose, [lacking, fee, 10 * fee])).toEqual([]);
    expect(missingFrom(prose, [goal({ price: lacking, monthly: saved }).months])).toEqual([]);
    const percentAYear = Math.round(12 * 1000 * rateOn(lacking, lacking / 10 + fee, 10)) / 10;
    expect(missingFrom(prose, [percentAYear, 12 * 1.5])).toEqual([]);
    expect(percentAYear).toBeGreaterThan(24);
  });

  it('has in perjanjian-keluarga a purchase under, between and above the limits of the example', () => {
    const [alone, tell] = [300_000, 1_000_000];
    const prose = course.proseOf('perjanjian-keluarga');
    const bought = [250_000, 450_000, 2_400_000];
    expect(missingFrom(prose, [alone, tell, ...bought, posts.social - 200_000])).toEqual([]);
    expect(bought.map((price) => [price > alone, price > tell])).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
  });

  it('keys the practices by what their own numbers give', () => {
    const stall = budget({
      remittance: 3_000_000,
      home: 1_200_000,
      needs: 2_000_000,
      school: 400_000,
      instalments: 500_000,
      emergency: 600_000,
      capital: 500_000,
      social: 200_000,
    }).results;
    expect(course.keysOf('tujuan-yang-dihitung')).toEqual({
      'mesin-jahit-per-bulan': goal({ price: 4_800_000, saved: 1_200_000, deadline: 8 }).neededMonthly,
      'sumur-bulan-ke': goal({ price: 9_000_000, monthly: 400_000 }).months,
    });
    expect(course.keysOf('anggaran-keluarga')).toEqual({
      'bagian-cicilan': Math.round((1_400_000 / 4_200_000) * 1_000) / 10,
      sisa: stall.balance,
      rutin: stall.routine,
      kurang: stall.gap,
    });
    const late = plan({ target: 600_000, today: 20, counted: 340_000 });
    expect(course.keysOf('rencana-30-hari')).toEqual({
      'tas-sekolah': plan({ target: 240_000 }).perDay,
      'mulai-hari-enam': plan({ target: 300_000, start: 6 }).perDay,
      seharusnya: late.expected,
      kejar: late.catchUp,
    });
    expect(course.keysOf('dana-darurat')).toEqual({
      'lama-tangga-satu': goal({ price: 3 * 2_800_000, monthly: 350_000 }).months,
      'patokan-penghasilan': 6 * 3_500_000,
    });
    expect(course.keysOf('mengirim-uang')).toEqual({
      'rupiah-sampai': arriving(1_000, 20, 2_100),
      melati: arriving(1_500, 15, 3_600),
      kenanga: arriving(1_500, 0, 3_540),
    });
    expect(course.keysOf('modal-dari-kiriman')).toEqual({
      'modal-warung-sayur': 1_400_000 + 900_000 + 2 * 850_000,
      penuh: goal({ price: 12_000_000, monthly: 400_000 }).months,
      kecil: goal({ price: 3_200_000, monthly: 400_000 }).months,
    });
    expect(course.keysOf('perjanjian-keluarga')).toEqual({ 'sisa-pos': 300_000 - 120_000 });
  });

  it('keys the exam by what its own numbers give', () => {
    const sewing = budget({
      remittance: 3_500_000,
      home: 1_000_000,
      needs: 2_300_000,
      school: 450_000,
      instalments: 900_000,
      social: 250_000,
    }).results;
    const coffee = goal({ price: 7_500_000, saved: 5_100_000, monthly: 400_000 });
    const twice = 2 * arriving(600, 18, 2_000);
    expect(course.keysOf('ujian-akhir')).toEqual({
      'gerobak-per-bulan': goal({ price: 9_600_000, saved: 2_400_000, deadline: 18 }).neededMonthly,
      'antre-sesudah-lunas':
        6 + (goal({ price: 10_000_000, saved: 6 * 400_000, monthly: 400_000 + 600_000 }).months ?? Number.NaN),
      'persen-cicilan-kulkas': (900_000 / 3_600_000) * 100,
      'sisa-minus': 4_150_000 - (2_800_000 + 900_000),
      'mulai-hari-sebelas': plan({ target: 500_000, start: 11 }).perDay,
      'kejar-tengah-bulan': plan({ target: 420_000, today: 15, counted: 195_000 }).catchUp,
      'mengisi-kembali': goal({ price: 1_750_000, monthly: 250_000 }).months,
      'berapa-bulan-bertahan': 5_400_000 / (3_200_000 - 1_400_000),
      'sampai-di-desa': arriving(1_200, 25, 2_040),
      'modal-kue-kering': 2_750_000 + 700_000 + 300_000 + 3 * 800_000,
      'tanpa-tugas': sewing.balance,
      bagian: 100 * (sewing.instalmentRatio ?? Number.NaN),
      'dua-kali': twice,
      hemat: arriving(1_200, 18, 2_000) - twice,
      menunggu: coffee.months,
      jasa: 8 * (coffee.missing ?? Number.NaN) * 0.015,
      'sisa-modal': 600_000 - 240_000,
    });
  });

  it('keys the questions before and after by what their own numbers give', () => {
    const emergency = { home: 900_000, needs: 2_400_000 };
    const whole = goal({ price: 9_000_000, monthly: 300_000 });
    const small = goal({ price: 2_700_000, monthly: 300_000 });
    expect(course.keysOf('uji-awal')).toEqual({
      'kurang-saat-tanggalnya-tiba': 12_000_000 - 20 * 450_000,
      'untuk-pos-lain': budget({
        remittance: 2_500_000,
        home: 800_000,
        needs: 1_900_000,
        school: 300_000,
        instalments: 600_000,
      }).results.balance,
      'upah-mingguan': 360_000 / 4,
      'sisa-dana-sebulan': 2_000_000 - (emergency.needs - emergency.home),
      'di-tangan-sesudah-ongkos': arriving(900, 20, 2_000) - 40_000,
      'lebih-cepat-bertahap': (whole.months ?? Number.NaN) - (small.months ?? Number.NaN),
    });
  });

  it('writes every key out in its rationale', () => {
    expect(course.unexplained).toEqual([]);
  });
});
