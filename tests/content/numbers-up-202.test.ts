import { beforeAll, describe, expect, it } from 'vitest';
import { formatNumber } from '#domain/number.ts';
import { computeHpp, type HppInput } from '#domain/worksheet/hpp.ts';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('up-202');
});

/** Worked example A: one batch, overhead of a month, selling costs of a month. */
const batch = { potatoes: 130_000, oil: 40_000, spices: 15_000, packing: 30_000, gas: 22_000, wage: 60_000 };
const overhead = { depreciation: 150_000, power: 100_000, rent: 200_000 };
const expenses = { promotion: 100_000, owner: 1_000_000 };
const chips: HppInput = {
  variablePerBatch: total(batch),
  unitsPerBatch: 25,
  batchesPerMonth: 20,
  overheadPerMonth: total(overhead),
  expensesPerMonth: total(expenses),
  marginRatio: 0.25,
};

function total(costs: Readonly<Record<string, number>>): number {
  return Object.values(costs).reduce((sum, it) => sum + it, 0);
}

function hppOf(input: HppInput) {
  const { result, problems } = computeHpp(input);
  if (result === undefined) throw new Error(JSON.stringify(problems));
  return result;
}

function breakEven(fixed: number, price: number, variable: number, target = 0): number {
  return Math.ceil((fixed + target) / (price - variable));
}

function byMargin(cost: number, margin: number, share = 0): number {
  return Math.round(cost / (1 - margin - share));
}

describe('the numbers of UP-202', () => {
  it('lists in the first two lessons the costs of example A, and tells which rows of the sheet take them', () => {
    const month = [20, 10].map((batchesPerMonth) => hppOf({ ...chips, batchesPerMonth }));
    const prose = course.proseOf('biaya-variabel-dan-tetap');
    expect(
      missingFrom(prose, [...Object.values(batch), ...Object.values(overhead), ...Object.values(expenses)]),
    ).toEqual([]);
    expect(missingFrom(prose, [chips.variablePerBatch, month[0]?.fixedPerMonth])).toEqual([]);
    for (const { unitsPerMonth, variablePerUnit, fixedPerMonth, fullCost } of month) {
      const figures = [unitsPerMonth, unitsPerMonth * variablePerUnit, fixedPerMonth / unitsPerMonth, fullCost];
      expect(missingFrom(prose, [...figures, variablePerUnit])).toEqual([]);
    }
    const sheet = course.proseOf('hpp-keripik');
    const rows = [batch.potatoes, batch.oil + batch.spices, batch.packing, batch.gas, batch.wage];
    expect(missingFrom(sheet, [...rows, chips.variablePerBatch, chips.overheadPerMonth])).toEqual([]);
    const { hpp, fullCost } = hppOf(chips);
    expect(missingFrom(sheet, [chips.expensesPerMonth, hpp, fullCost])).toEqual([]);
  });

  it('states in penyusutan-dan-upah-sendiri what leaving out tools and own work hides', () => {
    const units = 500;
    const { fullCost } = hppOf(chips);
    const hidden = batch.wage / 25 + expenses.owner / units + overhead.depreciation / units;
    const price = 12_000;
    const prose = course.proseOf('penyusutan-dan-upah-sendiri');
    expect(missingFrom(prose, [9_600_000, 600_000, 60, overhead.depreciation])).toEqual([]);
    expect(overhead.depreciation).toBe((9_600_000 - 600_000) / 60);
    const [seeming, real] = [price - (fullCost - hidden), price - fullCost];
    const figures = [hidden, fullCost - hidden, seeming, real, units * seeming, units * real];
    expect(missingFrom(prose, figures)).toEqual([]);
    expect((units * seeming) / (20 * 6 + 4 * 25)).toBeLessThan(4_000);
  });

  it('states in markup-atau-margin prices by markup and by margin, rounded as the worksheet rounds', () => {
    const { fullCost, profitPerUnit, achievedMarginRatio } = hppOf(chips);
    const prose = course.proseOf('markup-atau-margin');
    expect(missingFrom(prose, [fullCost, fullCost * 1.25, Math.round(1000 * (achievedMarginRatio ?? 0)) / 10])).toEqual(
      [],
    );
    expect(missingFrom(prose, [profitPerUnit, fullCost * 1.25 - fullCost])).toEqual([]);
    for (const marginRatio of [0.15, 0.25, 0.35]) {
      const { priceByMargin, roundedPrice } = hppOf({ ...chips, marginRatio });
      expect(prose).toContain(`${100 * marginRatio}%\n${rp(Math.round(priceByMargin))}\n${rp(roundedPrice)}`);
    }
    for (const markup of [0.25, 1 / 3, 0.5, 1]) {
      const percent = (ratio: number) => `${rp(Math.round(1000 * ratio) / 10)}%`;
      expect(prose).toContain(`${percent(markup)}\n${percent(markup / (1 + markup))}`);
    }
  });

  it('states in titik-impas-dan-target-laba the break-even that the worksheet computes', () => {
    const {
      contributionPerUnit,
      breakEvenUnits = 0,
      breakEvenSales,
      marginOfSafetyRatio = 0,
      monthlyProfit,
    } = hppOf(chips);
    const target = breakEven(1_550_000, 20_000, 11_880, 3_000_000);
    const prose = course.proseOf('titik-impas-dan-target-laba');
    expect(missingFrom(prose, [contributionPerUnit, breakEvenUnits, breakEvenSales, monthlyProfit])).toEqual([]);
    const perDay = Math.ceil(breakEvenUnits / 26);
    expect(
      missingFrom(prose, [Math.round(1000 * marginOfSafetyRatio) / 10, target, Math.ceil(target / 25), perDay]),
    ).toEqual([]);
    expect(missingFrom(prose, [Math.round(1_550_000 / (1 - 11_880 / 20_000))])).toEqual([]);
    expect(missingFrom(course.proseOf('panduan'), [breakEvenUnits])).toEqual([]);
  });

  it('states in musim-dan-harga-bahan what dear fruit and dear potatoes do to profit', () => {
    const rest = { sugar: 255_000, cups: 396_000, labels: 108_000, boxes: 210_000, gas: 36_000, wages: 375_000 };
    const fixed = total({ tools: 400_000, rent: 500_000, power: 300_000, office: 200_000, owner: 2_500_000 });
    const prose = course.proseOf('musim-dan-harga-bahan');
    for (const fruit of [6_000, 9_000]) {
      const made = 100 * fruit + total(rest);
      const contribution = 42_000 - made / 60;
      expect(missingFrom(prose, [made, made / 60, contribution, breakEven(fixed, 42_000, made / 60)])).toEqual([]);
      expect(missingFrom(prose, [720 * contribution, Math.abs(720 * contribution - fixed)])).toEqual([]);
    }
    const [even, wanted] = [38_000 + fixed / 720, 38_000 + (fixed + 2_000_000) / 720].map(Math.round);
    expect(missingFrom(prose, [fixed, Math.round(fixed / 720), even, wanted, 43_500, 46_500])).toEqual([]);
    const dear = hppOf({ ...chips, variablePerBatch: chips.variablePerBatch + 10 * 4_500, price: 20_000 });
    expect(missingFrom(prose, [dear.variablePerUnit, dear.monthlyProfit, dear.breakEvenUnits])).toEqual([]);
    expect(missingFrom(course.proseOf('panduan'), [1_020_000])).toEqual([]);
  });

  it('states in ternak-dan-harga-saluran what deaths and the shop’s share cost', () => {
    const costs = total({
      kids: 10 * 1_500_000,
      feed: 10 * 180 * 4_000,
      medicine: 10 * 75_000,
      transport: 500_000,
      wage: 6 * 600_000,
      shed: 12_000_000 / 10 / 2,
    });
    const prose = course.proseOf('ternak-dan-harga-saluran');
    for (const sold of [10, 9]) {
      const income = sold * 3_400_000;
      const ratio = Math.round((100 * income) / costs) / 100;
      expect(missingFrom(prose, [income, income - costs, Math.round(costs / sold), ratio])).toEqual([]);
    }
    expect(
      missingFrom(prose, [8 * 3_400_000, costs, costs - 8 * 3_400_000, 9 * 3_400_000 - costs + 3_600_000]),
    ).toEqual([]);
    expect(missingFrom(prose, [Math.round((100 * 3_400_000) / (10 * 3_400_000 - costs))])).toEqual([]);
    const { fullCost } = hppOf(chips);
    expect(missingFrom(prose, [byMargin(fullCost, 0.2, 0.15), byMargin(fullCost + 1_500, 0.2, 0.1)])).toEqual([]);
    expect(missingFrom(prose, [24_000 * 0.9 - 1_500 - fullCost, 20_000 * 0.9 - 1_500 - fullCost])).toEqual([]);
  });

  it('keys the practices by what their own numbers give', () => {
    expect(course.keysOf('biaya-variabel-dan-tetap')).toEqual({
      'variabel-delapan-batch': 8 * chips.variablePerBatch,
      'tetap-per-bungkus': 1_550_000 / 310,
    });
    const cassava = 12 * 4_000 + 3 * 20_000 + 12_000 + 22_000 + 40 * 900 + 50_000;
    expect(course.keysOf('hpp-keripik')).toEqual({
      'jumlah-biaya-batch': cassava,
      'biaya-per-bungkus': cassava / 40,
      'dua-bungkus-rusak': cassava / 38,
      'rendemen-opak': (100 * 1.2) / 1.5,
    });
    expect(course.keysOf('penyusutan-dan-upah-sendiri')).toEqual({
      'penyusutan-alat-kemas': 2_400_000 / 24,
      'penyusutan-mesin-iris': (4_100_000 - 500_000) / 48,
      'upah-per-bungkus': (5 * 9_000) / 30,
    });
    expect(course.keysOf('markup-atau-margin')).toEqual({
      'harga-markup-empat-puluh': 7_500 * 1.4,
      'harga-margin-empat-puluh': byMargin(7_500, 0.4),
      'margin-dari-harga': (100 * (12_000 - 9_600)) / 12_000,
    });
    expect(course.keysOf('titik-impas-dan-target-laba')).toEqual({
      'margin-kontribusi-singkong': 9_000 - 5_700,
      'titik-impas-singkong': breakEven(900_000, 9_000, 5_700),
      'target-laba-singkong': breakEven(900_000, 9_000, 5_700, 1_500_000),
      'laba-empat-ratus': 400 * (9_000 - 5_700) - 900_000,
    });
    expect(course.keysOf('musim-dan-harga-bahan')).toEqual({
      'kentang-naik': (chips.variablePerBatch + 10 * 2_000) / 25,
      'impas-carica-baru': breakEven(3_900_000, 42_000, 35_500),
      'harga-impas-carica': Math.round(35_500 + 3_900_000 / 720),
      'biaya-baru': (180_000 + 20 * 1_500) / 30,
      'impas-baru': breakEven(600_000, 9_000, 7_000),
    });
    expect(course.keysOf('ternak-dan-harga-saluran')).toEqual({
      'harga-impas-tujuh': 21_000_000 / 7,
      'laba-tujuh-ekor': 7 * 3_200_000 - 21_000_000,
      'harga-aplikasi-singkong': byMargin(7_950 + 1_000, 0.15, 0.08),
    });
  });

  it('keys the exam by what its own numbers give', () => {
    const sheep = 6 * 1_200_000 + 6 * 150 * 3_000 + 420_000 + 1_080_000;
    expect(course.keysOf('ujian-akhir')).toEqual({
      'tempe-biaya-laku': Math.round(108_000 / 102),
      'kopi-per-kantong': Math.round((50 * (70_000 + 15_000) + 205 * 3_000) / 205),
      'batik-biaya-penuh': 70_000 + 35_000 + 60_000 + 10_000 + 1_750_000 / 25,
      'homestay-laba': 18 * (200_000 - 60_000) - 1_400_000,
      'homestay-target': breakEven(1_400_000, 200_000, 60_000, 2_100_000),
      'mesin-sangrai': (7_400_000 - 200_000) / 60,
      'imbalan-per-kantong': (3 * 24 * 8_000) / 360,
      'daftar-variabel': 60_000 + 24_000 + 10_000 + 16_000,
      'daftar-tetap': 250_000 + 50_000 + 600_000,
      'jamu-bulan-sepi': 840_000 / 400 - 840_000 / 700,
      'jahe-harga-margin': byMargin(10_500, 0.3),
      'madu-markup-ke-margin': (100 * 0.6) / 1.6,
      'dodol-titip-jual': byMargin(13_500, 0.1, 0.15),
      'kue-margin-pengaman': (100 * (320 - 240)) / 320,
      'sambal-cabai-naik': breakEven(900_000, 24_000, 14_000 + (8 * 25_000) / 40),
      'ayam-harga-impas': 3_900_000 / (60 - 8),
      'biaya-variabel': 126_000 / 42,
      'uang-diterima': 5_000 * 0.9,
      'titik-impas': breakEven(700_000, 4_500, 3_000),
      'variabel-tas': 28_000 + 20_000 + 2_000,
      'impas-tas': breakEven(900_000, 80_000, 50_000),
      'laba-tas': 50 * 30_000 - 900_000,
      'biaya-semua': sheep,
      'impas-domba': sheep / 4,
      'harga-mirah': byMargin(24_000, 0.2),
      'harga-tatik': 24_000 * 1.2,
    });
  });

  it('keys the questions before and after by what their own numbers give', () => {
    expect(course.keysOf('uji-awal')).toEqual({
      'semua-biaya-per-kotak': 14_000 + 1_200_000 / 400,
      'kentang-untuk-lima-kilo': 5 / (2.5 / 10),
      'oven-per-bungkus': (3_000_000 - 600_000) / (4 * 12) / 250,
      'biaya-di-balik-margin': 50_000 * (1 - 0.4),
      'impas-sehari': Math.ceil(180 / 24),
      'gula-naik-per-botol': (6 * 2_000) / 30,
      'domba-harus-laku': Math.ceil(14_000_000 / 2_500_000),
    });
    expect(byMargin(30_000, 0.4)).toBe(50_000);
  });

  it('writes every key out in its rationale', () => {
    expect(course.unexplained).toEqual([]);
  });
});

function rp(amount: number): string {
  return formatNumber(amount);
}
