import type { Filled, Outcome } from './sheet.ts';

/** The eight documents of UU 18/2017 Pasal 13, then what else is wanted, then what to look at. */
export const documentGroups = {
  law: ['marital', 'permission', 'certificate', 'health', 'passport', 'visa', 'placement', 'contract'],
  more: ['security', 'opp', 'card'],
  civil: ['ktp', 'family', 'birth', 'diploma'],
  checks: ['sameName', 'contractName', 'workVisa', 'copies', 'ownHands'],
} as const;
type Group = keyof typeof documentGroups;

export function compute({
  cells,
}: Filled<(typeof documentGroups)[Group][number]>): Outcome<
  Group | 'lawMissing' | 'checksMissing',
  'law_missing' | 'law_complete' | 'check_visa' | 'checks_missing'
> {
  const ticked = (group: Group) => documentGroups[group].filter((it) => cells[it] !== undefined).length;
  const law = ticked('law');
  const checks = ticked('checks');
  const lawMissing = documentGroups.law.length - law;
  const checksMissing = documentGroups.checks.length - checks;
  return {
    results: { law, more: ticked('more'), civil: ticked('civil'), checks, lawMissing, checksMissing },
    advice: [
      ...(law === 0 ? [] : [lawMissing > 0 ? ('law_missing' as const) : ('law_complete' as const)]),
      ...(cells.visa !== undefined && cells.workVisa === undefined ? (['check_visa'] as const) : []),
      ...(lawMissing === 0 && checksMissing > 0 ? (['checks_missing'] as const) : []),
    ],
  };
}
