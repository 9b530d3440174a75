import type { Viewer } from '#domain/person/person.ts';
import { type CohortDay, findCohortDays } from '#domain/learning/cohort-days.ts';
import { dayMs, localOffsetMs } from '#domain/local-date.ts';
import { listLedCohorts } from '#server/cohorts/led.ts';
import type { CourseServices } from '#server/services.ts';
import type { ParticipantReport } from './participants.ts';
import { reportMembers } from './reports.ts';

/** A cohort as its trainer looks at it in the morning. */
export interface CohortToday {
  readonly id: string;
  readonly name: string;
  readonly course: string;
  readonly members: number;
  readonly days: readonly CohortDay[];
  /** Its participants who need help in its course, by name. */
  readonly needHelp: readonly ParticipantReport[];
}

/**
 * What waits for the viewer in the cohorts that they lead. Its cost grows with those cohorts, not with the house.
 * @throws Refusal unauthenticated, forbidden
 */
export async function readToday(services: CourseServices, viewer: Viewer | undefined): Promise<readonly CohortToday[]> {
  const cohorts = await listLedCohorts(services, viewer);
  const dayStart = Math.floor((Date.now() + localOffsetMs) / dayMs) * dayMs - localOffsetMs;
  const told: CohortToday[] = [];
  for (const { id, name, course, window, people } of cohorts) {
    const { participants } = await reportMembers(services, viewer, { people, course });
    const needHelp = participants.filter(({ needsHelp }) => needsHelp.length > 0);
    told.push({ id, name, course, members: people.length, days: findCohortDays(window, dayStart), needHelp });
  }
  return told;
}
