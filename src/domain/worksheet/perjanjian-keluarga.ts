import type { Filled, Outcome } from './sheet.ts';

/** The eight clauses; one counts as agreed when anything is written in it. */
const clauses = {
  goal: ['goal', 'goalPrice', 'goalDate'],
  remittance: ['remittance', 'remittanceDay', 'remittanceBy'],
  manager: ['manager', 'managerDeputy'],
  budget: ['budget'],
  limits: ['aloneUpTo', 'tellUpTo'],
  loans: ['loans'],
  meeting: ['meeting', 'report'],
  children: ['carer', 'school', 'calls', 'silence'],
} as const;
type Cell = (typeof clauses)[keyof typeof clauses][number];

export function compute({
  cells,
}: Filled<Cell>): Outcome<'agreed' | 'tellUpTo', 'some' | 'enough' | 'all' | 'limits_crossed'> {
  const agreed = Object.values(clauses).filter((its) => its.some((cell) => cells[cell] !== undefined)).length;
  const { aloneUpTo, tellUpTo } = cells;
  const isCrossed = aloneUpTo !== undefined && tellUpTo !== undefined && aloneUpTo > tellUpTo;
  return {
    results: { agreed, tellUpTo },
    advice: agreed === 0 ? [] : [agreed === 8 ? 'all' : agreed >= 4 ? 'enough' : 'some'],
    ...(isCrossed && { problems: { tellUpTo: 'limits_crossed' } }),
  };
}
