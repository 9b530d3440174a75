import { dayMs } from './local-date.ts';

/** From so many days before its end people are told: time enough to fetch another from the district. */
const noticeDays = 21;

/**
 * Whole days until the certificate of the house's address ends, once it wants replacing; below 0 when it has ended.
 * Undefined before, and where there is none. Instants in milliseconds since 1970.
 */
export function daysUntilEnd(endsAt: number | undefined, now: number): number | undefined {
  if (endsAt === undefined) return undefined;
  const days = Math.floor((endsAt - now) / dayMs);
  return days <= noticeDays ? days : undefined;
}
