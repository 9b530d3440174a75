import { type Filled, type Outcome, roundUp } from './sheet.ts';

/** Steps on the way home by the months that are left when each is due (M-RET-1; the last one in the last week). */
export const homewardSteps = { talk: 12, folder: 9, claims: 6, notice: 3, forms: 1, bag: 0 } as const;
export const proofs = ['contract', 'slips', 'bank', 'insurance', 'taxes', 'letter', 'addresses', 'friends'] as const;
export const decisions = { home: 1, extend: 2 } as const;

/** A week, in months. */
const lastWeek = 0.25;
const steps = Object.entries(homewardSteps) as readonly (readonly [keyof typeof homewardSteps, number])[];

type Cell =
  | `${keyof typeof homewardSteps}.done`
  | (typeof proofs)[number]
  | 'decision'
  | 'monthsLeft'
  | 'monthly'
  | 'safeMonths'
  | 'saved';
type Result = 'steps' | 'due' | 'proofs' | 'target' | 'missing' | 'perMonth';

/** A year before coming home: what is done and due, which of eight proofs lie in the folder, and money for the first months. */
export function compute({
  cells,
}: Filled<Cell>): Outcome<Result, 'extend' | 'due' | 'proofs_complete' | 'saved' | 'zero'> {
  const { monthsLeft, monthly, safeMonths, saved = 0 } = cells;
  const isOpen = (name: keyof typeof homewardSteps) => cells[`${name}.done`] === undefined;
  const due =
    monthsLeft === undefined
      ? undefined
      : steps.filter(([name, months]) => isOpen(name) && monthsLeft <= Math.max(months, lastWeek)).length;
  const inFolder = proofs.filter((it) => cells[it] !== undefined).length;
  const target = monthly === undefined || safeMonths === undefined ? undefined : monthly * safeMonths;
  const missing = target === undefined ? undefined : Math.max(0, target - saved);
  const isSaving = missing !== undefined && missing > 0 && monthsLeft !== undefined;
  return {
    results: {
      steps: steps.filter(([name]) => !isOpen(name)).length,
      due,
      proofs: inFolder,
      target,
      missing,
      perMonth: isSaving && monthsLeft >= 1 ? roundUp(missing / monthsLeft) : undefined,
    },
    advice: [
      ...(cells.decision === decisions.extend ? (['extend'] as const) : []),
      ...((due ?? 0) > 0 ? (['due'] as const) : []),
      ...(inFolder === proofs.length ? (['proofs_complete'] as const) : []),
      ...(target !== undefined && target > 0 && missing === 0 ? (['saved'] as const) : []),
    ],
    ...(isSaving && monthsLeft < 1 && { problems: { monthsLeft: 'zero' } }),
  };
}
