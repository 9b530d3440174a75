import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followBalance } from '#domain/worksheet/balance.ts';
import { work } from '../../support/worksheets.ts';

describe('a balance', () => {
  const lines = fc.array(
    fc.record({ in: fc.nat({ max: 900_000 }), out: fc.nat({ max: 900_000 }) }, { requiredKeys: [] }),
  );

  it('ends at what there was, with all that came in and without all that went out', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5_000_000 }), lines, (opening, moved) => {
        const { after, end, totalIn, totalOut } = followBalance(opening, moved);
        expect(end).toBe(opening + totalIn - totalOut);
        expect(after.filter((it) => it !== undefined).at(-1) ?? opening).toBe(end);
        expect(after.map((it) => it !== undefined)).toEqual(
          moved.map((it) => it.in !== undefined || it.out !== undefined),
        );
      }),
    );
  });

  it('does not take what decimals leave over for less than nothing', () => {
    const litres = followBalance(0.3, [{ out: 0.1 }, { out: 0.2 }]);
    expect([litres.belowZeroAt, litres.end]).toEqual([undefined, expect.closeTo(0)]);
    expect(followBalance(0.3, [{ out: 0.1 }, { out: 0.3 }]).belowZeroAt).toBe(2);
  });
});

describe('the cash book', () => {
  const days = [{ out: 492_000 }, { in: 81_000, out: 132_000 }, {}, { in: 90_000 }];

  it('says the balance of each day, the lowest, and nothing of days without money', async () => {
    const { results, beside, advice } = await work('buku-kas', { opening: 1_500_000 }, { days });
    expect(beside?.days?.map(({ balance }) => balance)).toEqual([1_008_000, 957_000, undefined, 1_047_000]);
    expect(results).toMatchObject({
      'days.in': 171_000,
      'days.out': 624_000,
      end: 1_047_000,
      change: -453_000,
      lowest: 957_000,
      lowestDay: 2,
    });
    expect(advice).toEqual([]);
  });

  it('compares with the tin', async () => {
    const count = (counted: number) => work('buku-kas', { opening: 1_500_000, counted }, { days });
    expect((await count(1_047_000)).advice).toEqual(['matches']);
    expect(await count(1_025_000)).toMatchObject({ advice: ['lacks'], results: { difference: -22_000 } });
    expect(await count(1_050_000)).toMatchObject({ advice: ['has_more'], results: { missing: 3000 } });
  });

  it('stops at the first day whose balance cannot be, and asks for the opening balance', async () => {
    const { results, advice } = await work('buku-kas', { opening: 500_000 }, { days });
    expect([results.belowZeroAt, advice]).toEqual([2, ['below_zero']]);
    const unopened = await work('buku-kas', {}, { days });
    expect([unopened.results.end, unopened.advice]).toEqual([undefined, ['no_opening']]);
    expect((await work('buku-kas', {})).advice).toEqual([]);
  });
});

describe('the stock card', () => {
  const lines = [{ in: 160 }, { out: 74 }, { out: 55 }, { out: 40 }];

  it('says what is left after each line, and what it cost to make', async () => {
    const { results, beside } = await work('kartu-stok', { opening: 40, unitCost: 6000 }, { lines });
    expect(beside?.lines?.map(({ left }) => left)).toEqual([200, 126, 71, 31]);
    expect(results).toMatchObject({ 'lines.in': 160, 'lines.out': 169, end: 31, value: 186_000 });
  });

  it('says when to buy again, by what was counted where somebody counted', async () => {
    const advice = async (cells: Record<string, number>) =>
      (await work('kartu-stok', { opening: 40, ...cells }, { lines })).advice;
    expect(await advice({ limit: 30 })).toEqual([]);
    expect(await advice({ limit: 31 })).toEqual(['buy_again']);
    expect(await advice({ limit: 30, counted: 29 })).toEqual(['buy_again', 'lacks']);
    expect(await advice({ limit: 30, counted: 31 })).toEqual(['matches']);
  });

  it('values what was counted, not what the card says', async () => {
    const { results } = await work('kartu-stok', { opening: 40, unitCost: 6000, counted: 28 }, { lines });
    expect([results.value, results.difference]).toEqual([168_000, -3]);
  });
});
