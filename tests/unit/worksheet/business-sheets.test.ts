import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Cells, work } from '../../support/worksheets.ts';

const wartini = {
  lists: { variable: [{ amount: 297_000 }], overhead: [{ amount: 450_000 }], expenses: [{ amount: 1_100_000 }] },
  cells: { units: 25, batches: 20, margin: 25 },
};

test('hpp gives worked example A from the lists of costs', async () => {
  const { results, advice } = await work('hpp', wartini.cells, wartini.lists);
  expect(results).toMatchObject({
    'variable.amount': 297_000,
    hpp: 12_780,
    fullCost: 14_980,
    roundedPrice: 20_000,
    breakEvenUnits: 191,
  });
  expect(advice ?? []).toEqual([]);
});

test('hpp says at the price that it does not cover the variable cost', async () => {
  const { problems } = await work('hpp', { ...wartini.cells, price: 11_000 }, wartini.lists);
  expect(problems).toEqual({ price: 'not_above_variable_cost' });
});

describe('nilai-ide', () => {
  const weights = { market: 3, capital: 2, skill: 2, supply: 2, risk: 1 };
  const narti = { a: [4, 4, 5, 4, 3], b: [4, 2, 2, 3, 2] };
  const cells = (scores: Record<string, number[]>): Cells =>
    Object.fromEntries(
      Object.entries(weights).flatMap(([criterion, weight], at) => [
        [`${criterion}.weight`, weight],
        ...Object.entries(scores).map(([idea, its]): [string, number] => [`${criterion}.${idea}`, its[at] ?? 0]),
      ]),
    );

  it('gives 41 for the cakes and 28 for the carica', async () => {
    const { results, advice } = await work('nilai-ide', cells(narti));
    expect(results).toMatchObject({ 'total.a': 41, 'total.b': 28, lead: 13, possible: 50, 'total.weight': 10 });
    expect(results['total.c']).toBeUndefined();
    expect(advice).toEqual(['clear']);
  });

  it('calls a lead close that one score could take away, and names a weak leader', async () => {
    const { advice } = await work('nilai-ide', cells({ a: [5, 4, 2, 3, 3], b: [4, 4, 3, 4, 3] }));
    expect(advice).toEqual(['close']);
    expect((await work('nilai-ide', cells({ ...narti, a: [5, 5, 2, 5, 5] }))).advice).toEqual(['clear', 'weak']);
  });

  it('does not add up a score outside 1 to 5', async () => {
    const { results, problems } = await work('nilai-ide', { ...cells(narti), 'market.a': 6 });
    expect(problems).toEqual({ 'market.a': 'outside_scale' });
    expect(results['total.a']).toBeUndefined();
  });
});

describe('uji-20-orang', () => {
  const prices = [
    [20_000, 2],
    [22_000, 4],
    [25_000, 8],
    [27_000, 4],
    [30_000, 2],
  ].flatMap(([price = 0, count]) => Array.from({ length: count ?? 0 }, () => price));
  const people = prices.map((price) => ({ price, buys: price > 22_000 ? 1 : 0 }));

  it('gives 70 percent and a mean of 24,800 for the jars', async () => {
    const { results, advice } = await work('uji-20-orang', { target: 25_000 }, { people });
    expect(results).toMatchObject({ asked: 20, yes: 14, no: 6, yesRatio: 0.7, meanPrice: 24_800, aboveTarget: 14 });
    expect(advice).toEqual(['reached']);
  });

  it('asks to go on before 20, and holds the mark of 12', async () => {
    expect((await work('uji-20-orang', {}, { people: people.slice(0, 15) })).advice).toEqual(['go_on']);
    const eleven = people.map((person, at) => ({ ...person, buys: at < 11 ? 1 : 0 }));
    expect((await work('uji-20-orang', {}, { people: eleven })).advice).toEqual(['below']);
    expect((await work('uji-20-orang', {}, { people: [...eleven, {}, { price: 0 }] })).results.asked).toBe(20);
  });
});

describe('anggaran-keluarga', () => {
  const sugeng = {
    'remittance.amount': 4_000_000,
    'home.amount': 1_500_000,
    'needs.amount': 2_750_000,
    'school.amount': 550_000,
    'instalments.amount': 825_000,
    'emergency.amount': 550_000,
    'capital.amount': 550_000,
    'social.amount': 275_000,
  };

  it('leaves nothing of 5,500,000, with 15 percent of instalments', async () => {
    const { results, advice } = await work('anggaran-keluarga', sugeng);
    expect(results).toMatchObject({
      income: 5_500_000,
      balance: 0,
      instalmentRatio: 0.15,
      routine: 4_125_000,
      gap: 2_625_000,
    });
    expect(['needs', 'school', 'emergency', 'capital', 'social'].map((post) => results[`${post}.share`])).toEqual([
      0.5, 0.1, 0.1, 0.1, 0.05,
    ]);
    expect(advice).toEqual(['balanced']);
  });

  it('warns of a lack, and of instalments above a third', async () => {
    const { results, advice } = await work('anggaran-keluarga', {
      'remittance.amount': 4_200_000,
      'needs.amount': 3_000_000,
      'instalments.amount': 1_400_000,
    });
    expect(results.balance).toBe(-200_000);
    expect(advice).toEqual(['short', 'heavy']);
  });
});

describe('tujuan-kiriman', () => {
  it('reaches 18,000,000 in month 33 with 550,000 a month', async () => {
    expect((await work('tujuan-kiriman', { price: 18_000_000, monthly: 550_000 })).results.months).toBe(33);
    expect((await work('tujuan-kiriman', { price: 6_000_000, monthly: 300_000 })).results.months).toBe(20);
  });

  it('lacks 4,800,000 when the money must be there in month 24', async () => {
    const { results, advice } = await work('tujuan-kiriman', { price: 18_000_000, monthly: 550_000, deadline: 24 });
    expect(results).toMatchObject({
      neededMonthly: 750_000,
      monthlyGap: 200_000,
      atDeadline: 13_200_000,
      missingAtDeadline: 4_800_000,
    });
    expect(advice).toEqual(['late']);
  });
});

describe('rencana-30-hari', () => {
  const days = (...its: number[]) => Object.fromEntries(its.map((day) => [`day${day}`, 1]));

  it('asks 15,000 a day for 450,000, 16,667 from day 4, 112,500 a week', async () => {
    expect((await work('rencana-30-hari', { target: 450_000 })).results).toMatchObject({
      perDay: 15_000,
      perWeek: 112_500,
    });
    expect((await work('rencana-30-hari', { target: 450_000, start: 4 })).results).toMatchObject({
      days: 27,
      perDay: 16_667,
    });
  });

  it('catches up two missed days with 16,500 a day', async () => {
    const { results, advice } = await work('rencana-30-hari', {
      target: 450_000,
      today: 10,
      ...days(1, 2, 3, 5, 6, 8, 9, 10),
    });
    expect(results).toMatchObject({
      ticked: 8,
      collected: 120_000,
      expected: 150_000,
      missing: 330_000,
      catchUp: 16_500,
    });
    expect(advice).toEqual(['catch_up']);
  });

  it('believes the counted money more than the ticks', async () => {
    const { results, advice } = await work('rencana-30-hari', {
      target: 450_000,
      today: 10,
      counted: 150_000,
      ...days(1),
    });
    expect(results.collected).toBe(150_000);
    expect(advice).toEqual(['on_track']);
  });
});

test('perjanjian-keluarga counts clauses, not fields, and sees crossed limits', async () => {
  const { results, advice, problems } = await work('perjanjian-keluarga', {
    goal: 1,
    goalDate: 1,
    calls: 1,
    aloneUpTo: 1_000_000,
    tellUpTo: 200_000,
    loans: 1,
  });
  expect(results.agreed).toBe(4);
  expect(advice).toEqual(['enough']);
  expect(problems).toEqual({ tellUpTo: 'limits_crossed' });
});

describe('bagi-shu', () => {
  const shu = {
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
  };

  it('gives Bu Siti 270,000 and Pak Joko 423,000', async () => {
    const { results, advice } = await work('bagi-shu', shu);
    expect(results).toMatchObject({
      'reserve.amount': 9_000_000,
      'usage.amount': 7_500_000,
      'capital.amount': 6_000_000,
      'village.amount': 1_500_000,
      'total.percent': 100,
      'total.amount': 30_000_000,
      'forUsage.one': 150_000,
      'forCapital.one': 120_000,
      'sum.one': 270_000,
      'forUsage.two': 375_000,
      'forCapital.two': 48_000,
      'sum.two': 423_000,
      toMembers: 13_500_000,
      toMembersRatio: 0.45,
      perThousand: 18.75,
    });
    expect(advice).toEqual(['divided']);
  });

  it('gives Bu Ani 300,000 of 12,000,000', async () => {
    const { results } = await work('bagi-shu', {
      surplus: 12_000_000,
      'usage.percent': 40,
      'capital.percent': 20,
      allTrade: 120_000_000,
      allSavings: 60_000_000,
      'trade.one': 6_000_000,
      'savings.one': 1_500_000,
    });
    expect(results['sum.one']).toBe(300_000);
  });

  it('sees percents that are not 100, a member above all, and a loss', async () => {
    expect((await work('bagi-shu', { ...shu, 'social.percent': 6 })).advice).toEqual(['not_hundred']);
    expect((await work('bagi-shu', { ...shu, 'trade.one': 500_000_000 })).problems).toEqual({
      'trade.one': 'above_total',
    });
    expect((await work('bagi-shu', { ...shu, surplus: -1 })).advice).toEqual(['loss']);
  });

  it('never gives away more or less than the surplus when the percents are 100', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1e12 }),
        fc.integer({ min: 0, max: 100 }),
        async (surplus, reserve) => {
          const { results } = await work('bagi-shu', {
            surplus,
            'reserve.percent': reserve,
            'usage.percent': 100 - reserve,
          });
          expect(results['total.amount']).toBeCloseTo(surplus, 2);
        },
      ),
    ));
});

describe('simulasi-rat', () => {
  const rat = { members: 25, room: 14, phone: 3, income: 14_000_000, costs: 9_500_000, reserveA: 30, reserveB: 40 };

  it('needs 13 of 25, and takes proposal A with 9 votes to 8', async () => {
    const { results, advice } = await work('simulasi-rat', { ...rat, votesA: 9, votesB: 8 });
    expect(results).toMatchObject({
      present: 17,
      needed: 13,
      surplus: 4_500_000,
      reserveAmountA: 1_350_000,
      reserveAmountB: 1_800_000,
      votes: 17,
      decidedReserve: 1_350_000,
    });
    expect(advice).toEqual(['quorum', 'a']);
  });

  it('decides nothing without a quorum, with a vote too many, or with equal votes', async () => {
    expect((await work('simulasi-rat', { ...rat, room: 9, votesA: 9, votesB: 3 })).advice).toEqual(['no_quorum']);
    expect((await work('simulasi-rat', { ...rat, votesA: 9, votesB: 9 })).advice).toEqual(['quorum', 'votes_differ']);
    expect((await work('simulasi-rat', { ...rat, votesA: 8, votesB: 8, abstain: 1 })).advice).toEqual([
      'quorum',
      'tie',
    ]);
    expect((await work('simulasi-rat', { ...rat, room: 30 })).problems).toEqual({ room: 'above_members' });
  });

  it('needs one more than half of an even number too', async () => {
    expect((await work('simulasi-rat', { members: 24 })).results.needed).toBe(13);
    expect((await work('simulasi-rat', { members: 24, quorum: 100 })).results.needed).toBe(24);
  });
});
