import type { Viewer } from '#domain/person/person.ts';
import { deliveryGraceMs } from '#domain/learning/cohort.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import type { DataServices } from '#server/services.ts';
import type { Cohort } from './cohort-rows.ts';
import { listCohorts } from './cohorts.ts';

/** A cohort that somebody leads, with the ids of its participants. */
export interface LedCohort extends Cohort {
  readonly people: readonly string[];
}

/** So many of the newest are looked at: what a page costs does not grow with the years. */
const shownLimit = 5;

/**
 * The newest cohorts that the viewer leads and that are not over for good: phones without a network may still send.
 * @throws Refusal unauthenticated, forbidden
 */
export async function listLedCohorts(services: DataServices, asked: Viewer | undefined): Promise<LedCohort[]> {
  const viewer = requireStaff(asked);
  const until = Date.now() - deliveryGraceMs;
  const led = (await listCohorts(services, viewer))
    .filter(({ trainer, closed }) => trainer === viewer.id && !closed)
    .filter(({ window }) => (window.closesAt ?? Number.POSITIVE_INFINITY) > until)
    .slice(0, shownLimit);
  const { rows } = await services.db.client.execute({
    sql: `SELECT member.cohort, member.person
      FROM json_each(?) AS item CROSS JOIN current_member AS member ON member.cohort = item.value
      JOIN person ON person.id = member.person AND person.deactivated_at IS NULL ORDER BY member.id`,
    args: [JSON.stringify(led.map(({ id }) => id))],
  });
  return led.map((it) => ({
    ...it,
    people: rows.filter((row) => row.cohort === it.id).map((row) => String(row.person)),
  }));
}
