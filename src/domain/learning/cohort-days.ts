import { dayMs } from '#domain/local-date.ts';
import type { CohortWindow } from './cohort.ts';

/** An assessment of a cohort that opens or closes soon; `inDays` is 0 today. */
export interface CohortDay {
  readonly what: 'opens' | 'closes';
  readonly inDays: number;
}

/** So far ahead a trainer is told of a date. */
const aheadDays = 7;

/** What of a cohort's dates somebody should know today; `dayStart` is the instant at which the local day began. */
export function findCohortDays({ opensAt, closesAt }: CohortWindow, dayStart: number): CohortDay[] {
  // A window ends with the first instant that is too late: its last day began a day before.
  const days: readonly (CohortDay | undefined)[] = [
    opensAt === undefined ? undefined : { what: 'opens', inDays: daysUntil(opensAt, dayStart) },
    closesAt === undefined ? undefined : { what: 'closes', inDays: daysUntil(closesAt - dayMs, dayStart) },
  ];
  return days.filter((it) => it !== undefined).filter(({ inDays }) => inDays >= 0 && inDays <= aheadDays);
}

function daysUntil(at: number, dayStart: number): number {
  return Math.floor((at - dayStart) / dayMs);
}
