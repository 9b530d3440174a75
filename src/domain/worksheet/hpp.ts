import { type Filled, type Outcome, roundUp, sum } from './sheet.ts';

/** What the HPP worksheet asks for; rupiah, units and ratios. */
export interface HppInput {
  /** Variable costs of one batch, added up, Rp. */
  readonly variablePerBatch: number;
  /** Units of one batch that are fit to be sold. */
  readonly unitsPerBatch: number;
  readonly batchesPerMonth: number;
  /** Fixed production costs of a month (depreciation, rent, electricity), Rp: part of HPP. */
  readonly overheadPerMonth: number;
  /** Selling and general costs of a month (promotion, the owner's pay), Rp: part of the full cost, not of HPP. */
  readonly expensesPerMonth: number;
  /** Wanted share of the price that is profit, 0 up to (not including) 1. */
  readonly marginRatio: number;
  /** Price to judge, Rp; the computed price rounded up to 500 when absent. */
  readonly price?: number | undefined;
}

/** Why something cannot be computed: a field that is no number, negative or out of range, or a price that earns nothing. */
export type HppProblem =
  | { readonly field: keyof HppInput; readonly problem: 'not_a_number' | 'negative' | 'zero' | 'not_below_one' }
  | { readonly field: 'price'; readonly problem: 'not_above_variable_cost' };

/** Rupiah where nothing else is said, not rounded. */
export interface HppResult {
  readonly unitsPerMonth: number;
  readonly variablePerUnit: number;
  /** Harga pokok produksi of one unit: variable costs and production overhead. */
  readonly hpp: number;
  readonly fixedPerMonth: number;
  /** HPP and selling costs of one unit. */
  readonly fullCost: number;
  /** Full cost ÷ (1 − margin). */
  readonly priceByMargin: number;
  /** `priceByMargin` up to the next 500. */
  readonly roundedPrice: number;
  /** The markup on full cost that gives the same price as the margin: margin ÷ (1 − margin). */
  readonly equivalentMarkupRatio: number;
  /** The price that the rest is computed with. */
  readonly price: number;
  readonly profitPerUnit: number;
  /** Profit as a share of `price`; absent for a price below a thousandth. */
  readonly achievedMarginRatio?: number;
  readonly monthlyProfit: number;
  /** Price less variable cost of a unit. */
  readonly contributionPerUnit: number;
  /** Units a month that cover all costs, rounded up; absent when no number of units does. */
  readonly breakEvenUnits?: number;
  /** Sales at `breakEvenUnits`. */
  readonly breakEvenSales?: number;
  /** (units − break-even units) ÷ units; negative below break-even. */
  readonly marginOfSafetyRatio?: number;
}

type Table = 'variable' | 'overhead' | 'expenses';
type Figure = 'units' | 'batches' | 'margin' | 'price';

/** The sheet: three lists of costs, and four figures; the margin in percent. */
export function compute({
  cells: { units, batches, margin, price },
  lists,
}: Filled<Figure, Record<Table, 'amount'>>): Outcome<
  keyof HppResult | `${Table}.amount`,
  HppProblem['problem'] | 'incomplete'
> {
  const total = (table: Table) => sum((lists[table] ?? []).map(({ amount }) => amount));
  const [variablePerBatch, overheadPerMonth, expensesPerMonth] = [
    total('variable'),
    total('overhead'),
    total('expenses'),
  ];
  const totals = {
    'variable.amount': variablePerBatch,
    'overhead.amount': overheadPerMonth,
    'expenses.amount': expensesPerMonth,
  };
  if (units === undefined || batches === undefined || margin === undefined || variablePerBatch === 0) {
    return { results: totals, advice: ['incomplete'] };
  }
  const { result, problems } = computeHpp({
    variablePerBatch,
    unitsPerBatch: units,
    batchesPerMonth: batches,
    overheadPerMonth,
    expensesPerMonth,
    marginRatio: margin / 100,
    price,
  });
  return {
    results: { ...totals, ...result },
    // A sum of costs has no cell of its own.
    advice: problems.flatMap(({ field, problem }) => (cellOf[field] === undefined ? problem : [])),
    problems: Object.fromEntries(
      problems.flatMap(({ field, problem }) => {
        const cell = cellOf[field];
        return cell === undefined ? [] : [[cell, problem]];
      }),
    ),
  };
}

/** @see Worked example A of the course: HPP 12,780; full cost 14,980; price 20,000; break-even 191 units. */
export function computeHpp(input: HppInput): { readonly result?: HppResult; readonly problems: readonly HppProblem[] } {
  const problems = findProblems(input);
  if (problems.length > 0) return { problems };

  const { variablePerBatch, unitsPerBatch, batchesPerMonth, overheadPerMonth, expensesPerMonth, marginRatio } = input;
  const unitsPerMonth = unitsPerBatch * batchesPerMonth;
  const variablePerUnit = variablePerBatch / unitsPerBatch;
  const fixedPerMonth = overheadPerMonth + expensesPerMonth;
  const fullCost = variablePerUnit + fixedPerMonth / unitsPerMonth;
  const priceByMargin = fullCost / (1 - marginRatio);
  const roundedPrice = roundUp(priceByMargin / 500) * 500;
  const price = input.price ?? roundedPrice;
  const profitPerUnit = price - fullCost;
  const costs = {
    unitsPerMonth,
    variablePerUnit,
    hpp: variablePerUnit + overheadPerMonth / unitsPerMonth,
    fixedPerMonth,
    fullCost,
    priceByMargin,
    roundedPrice,
    equivalentMarkupRatio: marginRatio / (1 - marginRatio),
    price,
    profitPerUnit,
    ...(price >= 0.001 && { achievedMarginRatio: profitPerUnit / price }),
    monthlyProfit: profitPerUnit * unitsPerMonth,
    contributionPerUnit: price - variablePerUnit,
  };
  return withBreakEven(costs);
}

const cellOf: Partial<Record<keyof HppInput, Figure>> = {
  unitsPerBatch: 'units',
  batchesPerMonth: 'batches',
  marginRatio: 'margin',
  price: 'price',
};

function withBreakEven(costs: HppResult): { readonly result: HppResult; readonly problems: readonly HppProblem[] } {
  const { price, contributionPerUnit, fixedPerMonth, unitsPerMonth } = costs;
  // Less than a thousandth of a rupiah covers nothing.
  if (contributionPerUnit < 0.001) {
    return { result: costs, problems: [{ field: 'price', problem: 'not_above_variable_cost' }] };
  }
  const breakEvenUnits = Math.max(0, roundUp(fixedPerMonth / contributionPerUnit));
  return {
    result: {
      ...costs,
      breakEvenUnits,
      breakEvenSales: breakEvenUnits * price,
      marginOfSafetyRatio: (unitsPerMonth - breakEvenUnits) / unitsPerMonth,
    },
    problems: [],
  };
}

function findProblems(input: HppInput): readonly HppProblem[] {
  const fields = [
    'variablePerBatch',
    'unitsPerBatch',
    'batchesPerMonth',
    'overheadPerMonth',
    'expensesPerMonth',
  ] as const;
  const problems: HppProblem[] = [];
  for (const field of [...fields, 'marginRatio' as const, 'price' as const]) {
    const value = input[field];
    if (value === undefined && field === 'price') continue;
    // A thousand billion rupiah: far above any business here, far below where sums lose their units.
    if (value === undefined || !Number.isFinite(value) || value > 1e12)
      problems.push({ field, problem: 'not_a_number' });
    else if (value < 0) problems.push({ field, problem: 'negative' });
    else if (field === 'marginRatio' && value >= 1) problems.push({ field, problem: 'not_below_one' });
    else if (field === 'unitsPerBatch' || field === 'batchesPerMonth') {
      if (value < 0.001) problems.push({ field, problem: 'zero' });
    }
  }
  return problems;
}
