import { type Filled, type Outcome, sum } from './sheet.ts';

/**
 * What workers of ten vulnerable occupations could not be charged under Peraturan BP2MI 9/2020. Whether the rule of 2025
 * keeps that list is not known here: the sheet asks, it does not judge.
 */
export const listedItems = [
  'outbound',
  'return',
  'visa',
  'legalisation',
  'training',
  'certificate',
  'service',
  'passport',
  'police',
  'security',
  'health',
  'moreHealth',
  'transport',
  'lodging',
] as const;
const otherItems = ['other1', 'other2', 'other3'] as const;
const items = [...listedItems, ...otherItems];
const tricks = ['forcedLoan', 'inventedFee', 'wageCut', 'collateral'] as const;
type Item = (typeof items)[number];
type Cell = `${Item}.${'asked' | 'written' | 'checked'}` | (typeof tricks)[number];

/** Counts what was asked for, and what of it has neither a written breakdown nor a word from the manpower office. */
export function compute({
  cells,
}: Filled<Cell>): Outcome<
  'asked' | 'total.asked' | 'listed' | 'listedTotal' | 'unwritten' | 'unchecked' | 'tricks',
  'asked' | 'listed' | 'unwritten' | 'checked' | 'tricks'
> {
  const isAsked = (item: Item) => (cells[`${item}.asked`] ?? 0) > 0;
  const asked = items.filter(isAsked);
  const listed = listedItems.filter(isAsked);
  const unwritten = asked.filter((item) => cells[`${item}.written`] === undefined).length;
  const unchecked = asked.filter((item) => cells[`${item}.checked`] === undefined).length;
  const seen = tricks.filter((trick) => cells[trick] !== undefined).length;
  const hasAsked = asked.length > 0;
  return {
    results: {
      asked: asked.length,
      'total.asked': sum(asked.map((item) => cells[`${item}.asked`])),
      listed: listed.length,
      listedTotal: sum(listed.map((item) => cells[`${item}.asked`])),
      unwritten,
      unchecked,
      tricks: seen,
    },
    advice: [
      ...(seen > 0 ? (['tricks'] as const) : []),
      ...(hasAsked ? (['asked'] as const) : []),
      ...(listed.length > 0 ? (['listed'] as const) : []),
      ...(hasAsked ? [unwritten + unchecked > 0 ? ('unwritten' as const) : ('checked' as const)] : []),
    ],
  };
}
