import type { Filled, Outcome } from './sheet.ts';

/** What a contract must hold at least (UU 18/2017 Pasal 15), then what to ask besides. */
export const contractItems = [
  'employer',
  'worker',
  'job',
  'duties',
  'hours',
  'wage',
  'leave',
  'facilities',
  'security',
  'term',
  'safety',
] as const;
export const questionItems = ['deductions', 'overtime', 'lodging', 'ticket'] as const;
const items = [...contractItems, ...questionItems];

/** What a mark says about one item of the contract. */
export const marks = { clear: 1, ask: 2, missing: 3 } as const;

type Cell = `${(typeof items)[number]}.${'mark' | 'article'}` | 'hoursPerDay' | 'daysPerWeek';

/** Counts the marks and the hours of a week. */
export function compute({
  cells,
}: Filled<Cell>): Outcome<
  'clear' | 'ask' | 'missing' | 'unread' | 'weekHours',
  'open' | 'all_clear' | 'read_on' | 'not_hours' | 'not_days'
> {
  const count = (mark: number | undefined) => items.filter((item) => cells[`${item}.mark`] === mark).length;
  const [clear, ask, missing, unread] = [count(marks.clear), count(marks.ask), count(marks.missing), count(undefined)];
  const { hoursPerDay, daysPerWeek } = cells;
  const problems: Record<string, 'not_hours' | 'not_days'> = {
    ...((hoursPerDay ?? 0) > 24 && { hoursPerDay: 'not_hours' }),
    ...((daysPerWeek ?? 0) > 7 && { daysPerWeek: 'not_days' }),
  };
  const canMultiply = hoursPerDay !== undefined && daysPerWeek !== undefined && Object.keys(problems).length === 0;
  return {
    results: { clear, ask, missing, unread, weekHours: canMultiply ? hoursPerDay * daysPerWeek : undefined },
    advice: [
      ...(ask + missing > 0 ? (['open'] as const) : []),
      ...(unread === items.length ? [] : unread > 0 ? (['read_on'] as const) : []),
      ...(clear === items.length ? (['all_clear'] as const) : []),
    ],
    problems,
  };
}
