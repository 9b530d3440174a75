import { describe, expect, it } from 'vitest';
import { payments } from '#domain/worksheet/biaya-pinjaman.ts';
import { shiftClock } from '#domain/worksheet/kabar-anak.ts';
import { type homewardSteps, proofs } from '#domain/worksheet/rencana-pulang.ts';
import { type Cells, work } from '../../support/worksheets.ts';

describe('the sheet of two loans', () => {
  const offer = (name: 'a' | 'b', received: number, instalment: number, count: number, every?: number): Cells => ({
    [`received.${name}`]: received,
    [`instalment.${name}`]: instalment,
    [`count.${name}`]: count,
    ...(every !== undefined && { [`every.${name}`]: every }),
  });

  it('reckons cost from what was handed out, and its weight in a year from what is still owed', async () => {
    const flat = await work('biaya-pinjaman', offer('a', 3_000_000, 345_000, 10, payments.month));
    expect(flat.results).toMatchObject({ 'repaid.a': 3_450_000, 'cost.a': 450_000, 'share.a': 0.15 });
    expect(flat.results['yearly.a']).toBeCloseTo(0.315, 3);
    const weekly = await work('biaya-pinjaman', {
      ...offer('a', 3_000_000, 66_000, 50, payments.week),
      ...offer('b', 3_000_000, 75_000, 50, payments.week),
    });
    expect(weekly.results['yearly.a']).toBeCloseTo(0.198, 3);
    expect(weekly.results['yearly.b']).toBeCloseTo(0.475, 3);
    expect([weekly.advice, weekly.results.saved]).toEqual([['cheaper_a'], 450_000]);
  });

  it('tells no yearly weight of a loan paid daily, paid back at once without cost, or repaid with less', async () => {
    const daily = await work('biaya-pinjaman', offer('a', 450_000, 20_000, 30, payments.day));
    expect(daily.results).toMatchObject({ 'cost.a': 150_000, 'yearly.a': undefined });
    const free = await work('biaya-pinjaman', offer('a', 600_000, 20_000, 30, payments.week));
    expect(free.results).toMatchObject({ 'cost.a': 0, 'yearly.a': undefined });
    expect((await work('biaya-pinjaman', offer('a', 700_000, 20_000, 30))).advice).toEqual(['less_than_received']);
  });

  it('calls one cheaper only where sum and length are the same', async () => {
    const both = (count: number, every: number) =>
      work('biaya-pinjaman', {
        ...offer('a', 1_000_000, 110_000, 10, 3),
        ...offer('b', 1_000_000, 120_000, count, every),
      });
    expect((await both(10, payments.month)).advice).toEqual(['cheaper_a']);
    expect((await both(10, payments.week)).advice).toEqual(['not_alike']);
    expect((await both(12, payments.month)).advice).toEqual(['not_alike']);
    const none = await work('biaya-pinjaman', offer('a', 1_000_000, 110_000, 0.5, payments.month));
    expect(none.problems).toEqual({ 'count.a': 'zero' });
  });
});

describe('the plan for coming home', () => {
  it('names the steps that are due by the months left', async () => {
    const due = async (monthsLeft: number, ...done: readonly (keyof typeof homewardSteps)[]) =>
      (await work('rencana-pulang', { monthsLeft, ...Object.fromEntries(done.map((it) => [`${it}.done`, 1])) })).results
        .due;
    expect([await due(13), await due(12), await due(9), await due(3)]).toEqual([0, 1, 2, 4]);
    expect(await due(3, 'talk', 'folder')).toBe(2);
    expect(await due(0.2)).toBe(6);
  });

  it('spreads the money for the first months over the months left', async () => {
    const saving = (monthsLeft: number, saved: number) =>
      work('rencana-pulang', { monthsLeft, saved, monthly: 2_500_000, safeMonths: 3 });
    expect((await saving(12, 0)).results).toMatchObject({ target: 7_500_000, perMonth: 625_000 });
    expect((await saving(6, 0)).results.perMonth).toBe(1_250_000);
    expect((await saving(6, 7_500_000)).advice).toContain('saved');
    expect((await saving(0.5, 0)).problems).toEqual({ monthsLeft: 'zero' });
  });

  it('says when all eight proofs lie in the folder, and not before', async () => {
    const ticked = (names: readonly string[]) =>
      work('rencana-pulang', Object.fromEntries(names.map((name) => [name, 1])));
    expect((await ticked(proofs)).advice).toEqual(['proofs_complete']);
    expect((await ticked(proofs.slice(1))).advice).toEqual([]);
  });
});

describe("the plan of a child's calls", () => {
  it('shows the hour of the other place, over midnight too, and of nothing that is no hour', () => {
    expect([shiftClock(19, 1), shiftClock(19.3, 1), shiftClock(23.45, 1)]).toEqual([20, 20.3, 0.45]);
    expect([shiftClock(2.05, -4), shiftClock(19, 5.5)]).toEqual([22.05, 0.3]);
    expect([shiftClock(19.75, 1), shiftClock(1900, 1)]).toEqual([undefined, undefined]);
  });

  it('adds up the minutes of calls that have any, and warns of a call at night', async () => {
    const calls = [{ hour: 19, minutes: 10 }, { hour: 19, minutes: 10 }, { hour: 16, minutes: 10 }, { hour: 19 }];
    const taiwan = await work('kabar-anak', { age: 8, ahead: 1 }, { calls });
    expect(taiwan.results).toEqual({ calls: 3, perWeek: 30, perMonth: 120 });
    expect(taiwan.beside?.calls?.map(({ there }) => there)).toEqual([20, 20, 17, 20]);
    expect(taiwan.advice).toEqual(['age_6_9']);
    expect((await work('kabar-anak', { ahead: 4 }, { calls })).advice).toEqual(['night_there']);
  });

  it('sends to the health centre and the teacher before all else', async () => {
    expect((await work('kabar-anak', { stopped: 1, age: 2 })).advice).toEqual(['ask_help', 'age_0_2']);
    expect((await work('kabar-anak', { age: 40 })).problems).toEqual({ age: 'not_an_age' });
  });
});

describe('the business plan', () => {
  const rukmi = {
    who: 1,
    asked: 20,
    buying: 14,
    price: 8600,
    batchCost: 228_000,
    made: 40,
    sold: 36,
    tools: 2_800_000,
    toolMonths: 48,
    permitsCost: 550_000,
    working: 686_000,
    own: 2_700_000,
  };

  it('reckons what each sold pack costs, what wears off, and what has no source yet', async () => {
    const { results, advice } = await work('rencana-usaha', rukmi);
    expect(results).toMatchObject({ pages: 6, buyRatio: 0.7, start: 4_036_000, missing: 1_336_000 });
    expect([results.unitCost, results.left, results.wear]).toEqual([
      expect.closeTo(6333, 0),
      expect.closeTo(2267, 0),
      expect.closeTo(58_333, 0),
    ]);
    expect(advice).toEqual(['short', 'empty_pages']);
  });

  it('stops a price below cost, and asks twice where nobody refused', async () => {
    expect((await work('rencana-usaha', { ...rukmi, price: 6000 })).advice?.[0]).toBe('not_above_cost');
    expect((await work('rencana-usaha', { asked: 20, buying: 20 })).advice).toContain('nobody_refused');
    expect((await work('rencana-usaha', { asked: 20, buying: 21, made: 40, sold: 41 })).problems).toEqual({
      buying: 'above_asked',
      sold: 'above_made',
    });
  });
});

describe('the sheet of the market game', () => {
  it('asks for no more than three batches, and says in which week money ran out', async () => {
    const week = (batches: number): Cells => ({
      'batches.w1': batches,
      'batchPrice.w1': 48_000,
      'price.w1': 9000,
      'buyers.w1': 26,
    });
    expect((await work('pasar-dusun', week(4))).problems).toEqual({ 'batches.w1': 'too_many' });
    const second = { 'batches.w2': 3, 'batchPrice.w2': 90_000, 'price.w2': 9000, 'buyers.w2': 0 };
    const { results, advice } = await work('pasar-dusun', { ...week(3), 'buyers.w1': 0, ...second });
    // Nothing was sold: the stock is worth what it cost, and only what is fixed and the family's share are gone.
    const gone = 2 * (30_000 + 40_000);
    expect([results.shortWeek, results.capital, advice]).toEqual([2, 300_000 - gone, ['no_cash']]);
  });

  it('takes what broke out of the stock at what it cost', async () => {
    const { results } = await work('pasar-dusun', {
      'batches.w1': 2,
      'batchPrice.w1': 48_000,
      'price.w1': 9000,
      'buyers.w1': 10,
      'lost.w1': 3,
    });
    expect(results).toMatchObject({
      'sold.w1': 10,
      'left.w1': 7,
      stockValue: 7 * 4800,
      profit: 90_000 - 30_000 - 13 * 4800,
    });
  });
});
