import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeHpp, type HppInput } from '#domain/worksheet/hpp.ts';

/** Worked example A: Bu Wartini's potato crisps. */
const wartini: HppInput = {
  variablePerBatch: 297_000,
  unitsPerBatch: 25,
  batchesPerMonth: 20,
  overheadPerMonth: 450_000,
  expensesPerMonth: 1_100_000,
  marginRatio: 0.25,
};

describe('computeHpp', () => {
  it('gives every figure of worked example A', () => {
    const { result, problems } = computeHpp(wartini);
    expect(problems).toEqual([]);
    expect(result).toMatchObject({
      unitsPerMonth: 500,
      variablePerUnit: 11_880,
      hpp: 12_780,
      fixedPerMonth: 1_550_000,
      fullCost: 14_980,
      roundedPrice: 20_000,
      price: 20_000,
      profitPerUnit: 5_020,
      monthlyProfit: 2_510_000,
      contributionPerUnit: 8_120,
      breakEvenUnits: 191,
      breakEvenSales: 3_820_000,
    });
    expect(result?.priceByMargin).toBeCloseTo(19_973.33, 2);
    expect(result?.equivalentMarkupRatio).toBeCloseTo(1 / 3, 12);
    expect(result?.achievedMarginRatio).toBeCloseTo(0.251, 3);
    expect(result?.marginOfSafetyRatio).toBeCloseTo(0.618, 3);
  });

  it('gives the figures of dearer potatoes: at the old price the margin shrinks, at the same margin the price rises', () => {
    const dearer = { ...wartini, variablePerBatch: 342_000 };
    const kept = computeHpp({ ...dearer, price: 20_000 }).result;
    expect(kept).toMatchObject({ hpp: 14_580, fullCost: 16_780, monthlyProfit: 1_610_000, breakEvenUnits: 246 });
    expect(kept?.achievedMarginRatio).toBeCloseTo(0.161, 3);
    expect(computeHpp(dearer).result?.roundedPrice).toBe(22_500);
  });

  it('gives the figures of worked example B in a dry season: sold out, and still a loss', () => {
    const carica = {
      variablePerBatch: 2_280_000,
      unitsPerBatch: 60,
      batchesPerMonth: 12,
      overheadPerMonth: 1_200_000,
      expensesPerMonth: 2_700_000,
      marginRatio: 0.1,
      price: 42_000,
    };
    expect(computeHpp(carica).result).toMatchObject({ breakEvenUnits: 975 });
    expect(computeHpp(carica).result?.monthlyProfit).toBeCloseTo(-1_020_000, 6);
    expect(computeHpp(carica).result?.marginOfSafetyRatio).toBeLessThan(0);
  });

  it('leaves a price alone that is a multiple of 500 already', () => {
    const even = { ...wartini, variablePerBatch: 250_000, overheadPerMonth: 0, expensesPerMonth: 0, marginRatio: 0 };
    expect(computeHpp(even).result?.roundedPrice).toBe(10_000);
  });

  it('says so when a price does not even cover the variable cost, and computes the rest', () => {
    const { result, problems } = computeHpp({ ...wartini, price: 11_880 });
    expect(problems).toEqual([{ field: 'price', problem: 'not_above_variable_cost' }]);
    expect(result).toMatchObject({ hpp: 12_780, monthlyProfit: -1_550_000 });
    expect(result).not.toHaveProperty('breakEvenUnits');
  });

  it('names every field that cannot be computed with', () => {
    const wrong = { ...wartini, variablePerBatch: Number.NaN, unitsPerBatch: 0, batchesPerMonth: -1, marginRatio: 1 };
    expect(computeHpp(wrong)).toEqual({
      problems: [
        { field: 'variablePerBatch', problem: 'not_a_number' },
        { field: 'unitsPerBatch', problem: 'zero' },
        { field: 'batchesPerMonth', problem: 'negative' },
        { field: 'marginRatio', problem: 'not_below_one' },
      ],
    });
  });

  it('gives finite figures or names a problem, whatever is filled in', () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: 0, max: 10_000_000 }), fc.double({ min: 0, max: 1 }));
    const input = fc.record({
      variablePerBatch: number,
      unitsPerBatch: number,
      batchesPerMonth: number,
      overheadPerMonth: number,
      expensesPerMonth: number,
      marginRatio: number,
      price: fc.option(number, { nil: undefined }),
    });
    fc.assert(
      fc.property(input, (input) => {
        const { result, problems } = computeHpp(input);
        if (result === undefined) expect(problems.length).toBeGreaterThan(0);
        else expect(Object.values(result).filter((it) => !Number.isFinite(it))).toEqual([]);
      }),
    );
  });

  it('covers all costs at break-even, and not with one unit less', () => {
    const input = fc.record({
      variablePerBatch: fc.integer({ min: 0, max: 5_000_000 }),
      unitsPerBatch: fc.integer({ min: 1, max: 500 }),
      batchesPerMonth: fc.integer({ min: 1, max: 60 }),
      overheadPerMonth: fc.integer({ min: 0, max: 5_000_000 }),
      expensesPerMonth: fc.integer({ min: 1, max: 5_000_000 }),
      marginRatio: fc.double({ min: 0.01, max: 0.9, noNaN: true }),
    });
    fc.assert(
      fc.property(input, (input) => {
        const { result } = computeHpp(input);
        if (result?.breakEvenUnits === undefined) return;
        const profitAt = (units: number) => units * result.contributionPerUnit - result.fixedPerMonth;
        expect(profitAt(result.breakEvenUnits)).toBeGreaterThanOrEqual(-0.01);
        expect(profitAt(result.breakEvenUnits - 1)).toBeLessThan(0.01);
      }),
    );
  });
});
