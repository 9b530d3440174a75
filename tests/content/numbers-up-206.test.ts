import { beforeAll, describe, expect, it } from 'vitest';
import { compute as playOnSheet } from '#domain/worksheet/pasar-dusun.ts';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('up-206');
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The plan that the whole course follows, in rupiah, packs, and parts of one. */
interface Plan {
  readonly batch: number;
  readonly soldOfBatch: number;
  readonly paidAtOnce: number;
  readonly tools: number;
}

const price = { cash: 9_000, credit: 8_000 };
const permits = 550_000;
const outlay = 40_000;
const wage = 150_000;
const first: Plan = { batch: 228_000, soldOfBatch: 36, paidAtOnce: 0.6, tools: 2_800_000 };
const changed: Plan = { batch: 228_000, soldOfBatch: 38, paidAtOnce: 0.8, tools: 2_600_000 };
const savings = 2_700_000;

const wearAMonth = ({ tools }: Plan) => tools / 48;
const fixedAWeek = (plan: Plan) => outlay + wage + (wearAMonth(plan) * 12) / 52;
const meanPrice = ({ paidAtOnce }: Plan) => paidAtOnce * price.cash + (1 - paidAtOnce) * price.credit;
const costSold = ({ batch, soldOfBatch }: Plan) => Math.round(batch / soldOfBatch);
const margin = (plan: Plan) => Math.round(meanPrice(plan)) - costSold(plan);
const breakEven = (plan: Plan) => Math.ceil(fixedAWeek(plan) / margin(plan));

/** What is sold in one week for so many fryings: whole packs paid at once, and whole packs paid two weeks later. */
function soldFor(plan: Plan, fryings: number): { readonly cash: number; readonly credit: number } {
  const sold = plan.soldOfBatch * fryings;
  const cash = Math.round(sold * plan.paidAtOnce);
  return { cash: cash * price.cash, credit: (sold - cash) * price.credit };
}

function weeklyProfit(plan: Plan, fryings: number): number {
  const { cash, credit } = soldFor(plan, fryings);
  return Math.round(cash + credit - fryings * plan.batch - fixedAWeek(plan));
}

interface Week {
  readonly into: number;
  readonly out: number;
  readonly balance: number;
}

/** Twelve weeks of cash, from nothing; the first weeks may go without the owner's wage. */
function cashOf(plan: Plan, fryings: readonly number[], unpaidWeeks = 0): readonly Week[] {
  let balance = 0;
  return fryings.map((times, at) => {
    const earlier = fryings[at - 2];
    const late = earlier === undefined ? 0 : soldFor(plan, earlier).credit;
    const into = soldFor(plan, times).cash + late;
    const out = times * plan.batch + outlay + (at < unpaidWeeks ? 0 : wage);
    balance += into - out;
    return { into, out, balance };
  });
}

const slow = [2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4];
const faster = [2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4];
const tiny = [1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4];
const workingCapital = (weeks: readonly Week[]) => -Math.min(...weeks.map(({ balance }) => balance));

/** The equal monthly payment of a loan at `yearly` on what is still owed, and all interest of it. */
function loan(principal: number, months: number, yearly: number): readonly [number, number] {
  const rate = yearly / 12;
  const payment = (principal * rate) / (1 - (1 + rate) ** -months);
  return [Math.round(payment), Math.round(payment * months - principal)];
}

interface Strategy {
  readonly prices: readonly number[];
  readonly buys: readonly number[];
}

/** Four rounds of Pasar Dusun with the cards 1 to 4, as the sheet of a group plays them. */
function play({ prices, buys }: Strategy) {
  const buyers = new Map([
    [8_000, 34],
    [9_000, 26],
    [10_000, 19],
    [11_000, 12],
  ]);
  const dearer = [0, 12_000, 0, 0];
  const visitors = [0, 0, -6, 10];
  const weeks = prices.map((asked, at) => ({
    [`batches.w${at + 1}`]: buys[at] ?? 0,
    [`batchPrice.w${at + 1}`]: 48_000 + (dearer[at] ?? 0),
    [`price.w${at + 1}`]: asked,
    [`buyers.w${at + 1}`]: (buyers.get(asked) ?? 0) + (visitors[at] ?? 0),
  }));
  const { results, advice } = playOnSheet({ cells: Object.assign({}, ...weeks), lists: {} });
  expect(advice).toEqual(['ended']);
  const rounded = (value: number | undefined) => Math.round(value ?? Number.NaN);
  return {
    sold: rounded(results.totalSold),
    cash: ([1, 2, 3, 4] as const).map((week) => rounded(results[`cash.w${week}`])),
    left: rounded(results['left.w4']),
    profit: rounded(results.profit),
    capital: rounded(results.capital),
  };
}

const game = {
  cheap: play({ prices: [8_000, 8_000, 8_000, 8_000], buys: [3, 3, 3, 3] }),
  middle: play({ prices: [9_000, 9_000, 9_000, 9_000], buys: [3, 2, 2, 3] }),
  dear: play({ prices: [11_000, 11_000, 11_000, 11_000], buys: [1, 1, 1, 2] }),
  changing: play({ prices: [9_000, 10_000, 9_000, 10_000], buys: [3, 2, 2, 3] }),
};

describe('the numbers of UP-206', () => {
  it('fills in sembilan-pertanyaan hours, buyers, cost of a pack and tools', () => {
    const prose = course.proseOf('sembilan-pertanyaan');
    const tools = [1_150_000, 650_000, 450_000, 250_000, 300_000];
    expect(sum(tools)).toBe(first.tools);
    expect(missingFrom(prose, [...tools, first.tools, 4 * 4, (14 / 20) * 100, permits])).toEqual([]);
    expect(missingFrom(prose, [first.batch / 40, costSold(first), Math.round(wearAMonth(first))])).toEqual([]);
  });

  it('follows in modal-awal-dan-modal-kerja the profit of a week and twelve weeks of cash', () => {
    const prose = course.proseOf('modal-awal-dan-modal-kerja');
    const weeks = cashOf(first, slow);
    for (const { into, out, balance } of weeks) {
      expect(missingFrom(prose, [into / 1_000, out / 1_000, balance / 1_000])).toEqual([]);
    }
    expect(weeks.findIndex(({ balance }) => -balance === workingCapital(weeks)) + 1).toBe(6);
    expect(missingFrom(prose, [Math.round(fixedAWeek(first)), meanPrice(first), margin(first)])).toEqual([]);
    expect(missingFrom(prose, [breakEven(first), ...[2, 3, 4].map((it) => weeklyProfit(first, it))])).toEqual([]);
    expect(missingFrom(prose, [Math.round((weeklyProfit(first, 4) * 52) / 12 / 1_000) * 1_000])).toEqual([]);
    expect(missingFrom(prose, [2 * soldFor(first, 4).credit, workingCapital(weeks)])).toEqual([]);
    expect(missingFrom(prose, [first.tools + permits + workingCapital(weeks)])).toEqual([]);
    const ways = [
      cashOf({ ...first, paidAtOnce: 0.8 }, slow),
      cashOf(first, slow, 6),
      cashOf(first, faster),
      cashOf(first, tiny),
    ].map(workingCapital);
    expect(missingFrom(prose, ways)).toEqual([]);
  });

  it('makes in sumber-modal the need smaller until what is at hand covers it', () => {
    const prose = course.proseOf('sumber-modal');
    const [before, after] = [workingCapital(cashOf(first, slow)), 272_000];
    const need = first.tools + permits + before;
    const smaller = need - (before - after) - 200_000;
    const arisan = 20 * 50_000;
    expect(missingFrom(prose, [need, savings, need - savings, before - after, smaller, smaller - savings])).toEqual([]);
    expect(missingFrom(prose, [arisan, arisan - (smaller - savings)])).toEqual([]);
    const [saved, shares] = [15 * 10_000 * 40, 15 * 40];
    const share = (saved + 420_000 + 60_000) / shares;
    expect(missingFrom(prose, [saved, shares, share, 40 * share])).toEqual([]);
  });

  it('reads in membaca-angsuran loans in rupiah, in packs, and beside the profit', () => {
    const prose = course.proseOf('membaca-angsuran');
    const [payment] = loan(2_000_000, 12, 0.06);
    const loans = [loan(2_000_000, 12, 0.06), loan(3_000_000, 12, 0.06), loan(3_000_000, 18, 0.06)];
    expect(missingFrom(prose, loans.flat())).toEqual([]);
    const declining = Array.from({ length: 10 }, (_, paid) => (2_000_000 - paid * 200_000) * 0.015);
    expect(missingFrom(prose, [200_000 + (declining[0] ?? 0), 200_000 + (declining[9] ?? 0), sum(declining)])).toEqual(
      [],
    );
    expect(missingFrom(prose, [Math.round(payment / margin(first))])).toEqual([]);
    const monthly = [3, 4].map((it) => Math.round((weeklyProfit(first, it) * 52) / 12 / 1_000) * 1_000);
    expect(missingFrom(prose, [...monthly, ...monthly.map((it) => Math.round((100 * payment) / it))])).toEqual([]);
    expect(Math.round(loan(10_000_000, 12, 0.06)[0] / 100) * 100).toBe(860_700);
    expect(missingFrom(prose, [860_700, Math.round((10_000_000 + 600_000) / 12)])).toEqual([]);
  });

  it('shares in kelompok-dan-perjanjian by hours and by capital, to the last rupiah', () => {
    const prose = course.proseOf('kelompok-dan-perjanjian');
    const profit = 1_200_000;
    const members = [
      [30, 800_000],
      [30, 600_000],
      [25, 600_000],
      [20, 600_000],
      [15, 400_000],
    ] as const;
    const hours = sum(members.map(([worked]) => worked));
    const capital = sum(members.map(([, paidIn]) => paidIn));
    const shares = members.map(([worked, paidIn]) => [
      (profit * 0.5 * worked) / hours,
      (profit * 0.3 * paidIn) / capital,
    ]);
    expect(missingFrom(prose, [hours, capital, profit * 0.2, ...shares.flat(), ...shares.map(sum)])).toEqual([]);
    expect(sum(shares.flat()) + profit * 0.2).toBe(profit);
    expect(missingFrom(prose, [400_000 / 8])).toEqual([]);
  });

  it('tests in risiko-dan-keputusan-keluarga the plan before and after it is changed', () => {
    const prose = course.proseOf('risiko-dan-keputusan-keluarga');
    const usual = 4 * first.soldOfBatch;
    expect(missingFrom(prose, [breakEven(first), usual, (100 * breakEven(first)) / usual])).toEqual([]);
    const better = 4 * changed.soldOfBatch;
    expect(missingFrom(prose, [meanPrice(changed), costSold(changed), margin(changed)])).toEqual([]);
    expect(missingFrom(prose, [Math.round(fixedAWeek(changed)), breakEven(changed), better, better / 2])).toEqual([]);
    expect(breakEven(changed)).toBeLessThanOrEqual(better / 2);
    expect(breakEven(first)).toBeGreaterThan(usual / 2);
    const dearer = [240_000, 252_000].map((batch) => breakEven({ ...first, batch }));
    expect(missingFrom(prose, [48_000 * 1.25, 60_000 * 1.2, 240_000, 252_000, ...dearer])).toEqual([]);
    expect(missingFrom(prose, [3_422_000, savings + 20 * 50_000])).toEqual([]);
  });

  it('gives in the guide the key of the game that is played', () => {
    const prose = course.proseOf('panduan');
    for (const { sold, cash, profit, capital } of Object.values(game)) {
      expect(missingFrom(prose, [sold, cash.at(-1), profit, capital])).toEqual([]);
    }
    expect([game.dear.left, game.changing.left]).toEqual([2, 6]);
    expect(game.changing.profit).toBeGreaterThan(game.middle.profit);
    expect(game.changing.cash.at(-1)).toBeLessThan(game.middle.cash.at(-1) ?? 0);
    expect(game.cheap.sold).toBeGreaterThan(game.middle.sold);
    expect(sum([30, 40, 50, 20, 25, 40, 30, 45, 60])).toBe(340);
    expect(missingFrom(prose, [340])).toEqual([]);
  });

  it('keys the practices by what their own numbers give', () => {
    expect(course.keysOf('sembilan-pertanyaan')).toEqual({
      'persen-mau-beli': (100 * 13) / 20,
      'biaya-yang-laku': 150_000 / 25,
    });
    const [one, two, three, four] = game.middle.cash;
    expect(course.keysOf('modal-awal-dan-modal-kerja')).toEqual({
      'jumlah-modal-awal': 4_200_000 + 800_000 + 600_000 + 2 * 1_500_000,
      'kekurangan-tabungan': 8_600_000 - 5_000_000,
      'kas-minggu-satu': one,
      'kas-minggu-dua': two,
      'kas-minggu-tiga': three,
      'kas-minggu-empat': four,
    });
    expect(course.keysOf('sumber-modal')).toEqual({
      'kebutuhan-sesudah-dikecilkan': 3_200_000 - 300_000 - 450_000 - 2_000_000,
      'bagi-kotak': (20 * 30 * 10_000 + 330_000) / (20 * 30),
    });
    expect(course.keysOf('membaca-angsuran')).toEqual({
      'biaya-dari-empat-angka': 12 * 280_000 - 2_900_000,
      'angsuran-jadi-bungkus': 150_000 / 2_000,
      'laba-dan-angsuran': (100 * 140_000) / 400_000,
    });
    expect(course.keysOf('kelompok-dan-perjanjian')).toEqual({
      'bagi-menurut-jam': (2_000_000 * 0.5 * 24) / 100,
      'bagian-modal': (2_000_000 * 0.3 * 300_000) / 2_000_000,
      'kas-kelompok-bulan-ini': 1_500_000 * 0.8,
    });
    expect(course.keysOf('risiko-dan-keputusan-keluarga')).toEqual({
      'impas-sesudah-naik': 180_000 / (7_000 - 4_600),
      'nilai-rencana': 3 + 4 + 2 + 3 + 4,
    });
  });

  it('keys the exam and the questions before and after by what their own numbers give', () => {
    expect(course.keysOf('ujian-akhir')).toEqual({
      'biaya-manisan-laku': 198_000 / 33,
      'modal-kerja-jenang': 310_000,
      'modal-awal-jenang': 2_100_000 + 400_000 + 350_000 + 310_000,
      'kurang-jenang': 2_100_000 + 400_000 + 350_000 + 310_000 - 2_500_000,
      'impas-seminggu-sambal': 165_000 / (9_500 - 6_500),
      'arisan-menutup-kurang': 16 * 50_000 - 540_000,
      'biaya-tawaran': 6 * 140_000 - 600_000,
      'angsuran-koperasi': 3_000_000 / 10 + 3_000_000 * 0.015,
      'bungkus-untuk-angsuran': 210_000 / 2_500,
      'perseratus-laba': (100 * 169_000) / 650_000,
      'kas-tiga-orang': 3_000_000 * 0.2,
      'jam-bu-sukesi': (3_000_000 * 0.5 * 60) / 120,
      'jumlah-bu-sukesi': (3_000_000 * 0.5 * 60) / 120 + (3_000_000 * 0.3 * 1_000_000) / 2_000_000,
    });
    expect(course.keysOf('uji-awal')).toEqual({
      'saldo-terdalam': 170_000,
      'dari-empat-angka': 12 * 190_000 - 1_800_000,
      'bagian-jam-sederhana': (1_400_000 * 0.5 * 20) / 70,
    });
  });

  it('writes out every key in its own rationale', () => {
    expect(course.unexplained).toEqual([]);
  });
});
