import { dayMs, isLocalDate, localDateOf, startOfDay } from '#domain/local-date.ts';
import { checkPlace } from './meeting.ts';
import { checkName, normalizeName } from '#domain/person/person.ts';
import type { RecordFlag } from './record.ts';

/** Between which days a cohort takes the assessments of its course; local dates `YYYY-MM-DD`, both within. */
export interface CohortDates {
  readonly opensOn: string | undefined;
  readonly closesOn: string | undefined;
}

/** A cohort's days as instants: open from `opensAt` up to (not including) `closesAt`, milliseconds since 1970. */
export interface CohortWindow {
  readonly opensAt: number | undefined;
  readonly closesAt: number | undefined;
}

export type CohortProblem = 'name' | 'date' | 'dates_reversed' | 'place';

/** How long after closing an answer may still arrive that was given before: phones without a network. */
export const deliveryGraceMs = 14 * dayMs;

/** What is wrong with a cohort as it was typed in; undefined when nothing is. */
export function checkCohort(
  { name, place }: { readonly name: string; readonly place: string },
  { opensOn, closesOn }: CohortDates,
): CohortProblem | undefined {
  if (checkName(name) !== undefined || [...normalizeName(name)].length > 60) return 'name';
  if (checkPlace(place) !== undefined) return 'place';
  if (![opensOn, closesOn].every((date) => date === undefined || isLocalDate(date))) return 'date';
  return opensOn !== undefined && closesOn !== undefined && closesOn < opensOn ? 'dates_reversed' : undefined;
}

export function windowOf({ opensOn, closesOn }: CohortDates): CohortWindow {
  return {
    opensAt: opensOn === undefined ? undefined : startOfDay(opensOn),
    closesAt: closesOn === undefined ? undefined : startOfDay(closesOn) + dayMs,
  };
}

export function datesOf({ opensAt, closesAt }: CohortWindow): CohortDates {
  return {
    opensOn: opensAt === undefined ? undefined : localDateOf(opensAt),
    closesOn: closesAt === undefined ? undefined : localDateOf(closesAt - 1),
  };
}

/** How a cohort's window stands to an instant. */
export function standsTo({ opensAt, closesAt }: CohortWindow, at: number): 'before' | 'open' | 'after' {
  if (opensAt !== undefined && at < opensAt) return 'before';
  return closesAt !== undefined && at >= closesAt ? 'after' : 'open';
}

/**
 * When an attempt ended for the closing date: by the phone's clock, so that a phone without a network loses nothing, but by
 * the server's where the two are further apart than a delivery may take. All in milliseconds since 1970.
 */
export function endedAt({ answeredAt, recordedAt }: { answeredAt: number; recordedAt: number }): number {
  return answeredAt <= recordedAt && recordedAt - answeredAt <= deliveryGraceMs ? answeredAt : recordedAt;
}

/** What a trainer is told of an attempt outside the window; it is taken and graded all the same. */
export const windowFlags = { before: 'too_soon', after: 'late' } as const satisfies Record<string, RecordFlag>;
