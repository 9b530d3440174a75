import { describe, expect, it, test } from 'vitest';
import { work } from '../../support/worksheets.ts';

describe('biaya-penempatan', () => {
  it('adds up what was asked and never says that a fee is allowed', async () => {
    const { results, advice } = await work('biaya-penempatan', {
      'visa.asked': 2_000_000,
      'visa.written': 1,
      'passport.asked': 650_000,
      'other1.asked': 1_000_000,
      'ticket.written': 1,
    });
    expect(results).toMatchObject({
      asked: 3,
      'total.asked': 3_650_000,
      listed: 2,
      listedTotal: 2_650_000,
      unwritten: 2,
      unchecked: 3,
    });
    expect(advice).toEqual(['asked', 'listed', 'unwritten']);
  });

  it('reacts to a reported trick even before any amount', async () => {
    expect((await work('biaya-penempatan', { collateral: 1 })).advice).toEqual(['tricks']);
  });
});

test('dokumen counts the eight documents, and asks to check a visa that is there', async () => {
  const law = ['marital', 'permission', 'certificate', 'health', 'passport', 'visa', 'placement'];
  const { results, advice } = await work('dokumen', Object.fromEntries(law.map((it) => [it, 1])));
  expect(results).toMatchObject({ law: 7, lawMissing: 1, checks: 0 });
  expect(advice).toEqual(['law_missing', 'check_visa']);
});

test("kontrak counts Mas Heri's marks and gives 48 hours a week", async () => {
  const { results, advice } = await work('kontrak', {
    'employer.mark': 1,
    'job.mark': 1,
    'term.mark': 2,
    'deductions.mark': 2,
    'safety.mark': 3,
    hoursPerDay: 8,
    daysPerWeek: 6,
  });
  expect(results).toMatchObject({ clear: 2, ask: 2, missing: 1, unread: 10, weekHours: 48 });
  expect(advice).toEqual(['open', 'read_on']);
});

describe('gaji-dan-kiriman', () => {
  const heri = {
    wage: 7_000_000,
    deductions: 900_000,
    living: 1_300_000,
    sending: 2_800_000,
    debt: 15_000_000,
    contract: 24,
  };

  it('pays the debt back in month 8 and saves 33,000,000, month by month as in the lesson', async () => {
    const { results, advice, series = [] } = await work('gaji-dan-kiriman', heri);
    expect(results).toMatchObject({
      net: 6_100_000,
      left: 2_000_000,
      payoff: 8,
      spare: 16,
      savingsAtEnd: 33_000_000,
      debtAtEnd: 0,
    });
    expect(advice).toEqual(['debt_free']);
    expect(series.filter(({ month }) => [1, 4, 7, 8, 24].includes(month ?? 0))).toEqual([
      { month: 1, debt: 13_000_000, savings: 0 },
      { month: 4, debt: 7_000_000, savings: 0 },
      { month: 7, debt: 1_000_000, savings: 0 },
      { month: 8, debt: 0, savings: 1_000_000 },
      { month: 24, debt: 0, savings: 33_000_000 },
    ]);
  });

  it('pays back in month 19 when more is sent home', async () => {
    expect((await work('gaji-dan-kiriman', { ...heri, sending: 4_000_000 })).results).toMatchObject({
      left: 800_000,
      payoff: 19,
      savingsAtEnd: 4_200_000,
    });
  });

  it('warns when the debt outlasts the contract, and when nothing is left', async () => {
    const outlasting = await work('gaji-dan-kiriman', { ...heri, deductions: 2_600_000 });
    expect(outlasting.results).toMatchObject({ left: 300_000, payoff: 50, debtAtEnd: 7_800_000, savingsAtEnd: 0 });
    expect(outlasting.advice).toEqual(['debt_outlasts']);
    expect(outlasting.series?.at(-1)).toEqual({ month: 24, debt: 7_800_000, savings: 0 });
    expect((await work('gaji-dan-kiriman', { ...heri, sending: 4_800_000 })).advice).toEqual(['nothing_left']);
  });
});
