import { type CohortDates, checkCohort, datesOf } from '#domain/learning/cohort.ts';
import { normalizeName, type Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import type { DataServices } from '#server/services.ts';
import { type Cohort, datesStatement, requireCohort, settingStatement, windowStatement } from './cohort-rows.ts';
import { listLeaders } from './cohorts.ts';

/** Sets a cohort's dates anew; what was set before stays as a row. @throws Refusal not_found, invalid */
export async function setCohortDates(
  { db }: DataServices,
  asked: Viewer | undefined,
  { id, dates }: { readonly id: string; readonly dates: CohortDates },
): Promise<void> {
  const viewer = requireStaff(asked);
  requireSound(await requireCohort(db, viewer.house, id), dates);
  await db.write([datesStatement(id, dates, viewer, Date.now())]);
}

/**
 * Opens a cohort's assessments now, until somebody closes them, or closes them now.
 * @throws Refusal not_found
 */
export async function setCohortOpen(
  { db }: DataServices,
  asked: Viewer | undefined,
  { id, open }: { readonly id: string; readonly open: boolean },
): Promise<void> {
  const viewer = requireStaff(asked);
  const { window } = await requireCohort(db, viewer.house, id);
  const now = Date.now();
  const opensAt = Math.min(window.opensAt ?? now, now);
  const next = open ? { opensAt, closesAt: undefined } : { opensAt, closesAt: now };
  await db.write([windowStatement(id, next, viewer, now)]);
}

/**
 * Calls a cohort by another name, gives it another trainer or place; what it was before stays as a row.
 * @throws Refusal not_found; invalid (`name`, `place`, `trainer`)
 */
export async function changeCohort(
  { db }: DataServices,
  asked: Viewer | undefined,
  { id, ...it }: { readonly id: string; readonly name: string; readonly trainer: string; readonly place: string },
): Promise<void> {
  const viewer = requireStaff(asked);
  const before = await requireCohort(db, viewer.house, id);
  const leaders = await listLeaders({ db }, viewer);
  // Who led it before may have left since.
  if (it.trainer !== before.trainer && !leaders.some((leader) => leader.id === it.trainer)) {
    throw new Refusal('invalid', 'trainer');
  }
  const after = { ...before, ...it, name: normalizeName(it.name), place: normalizeName(it.place) };
  requireSound(after, datesOf(before.window));
  await db.write([settingStatement(id, after, viewer, Date.now())]);
}

/** Closes a cohort to newcomers, or opens it again. @throws Refusal not_found */
export async function closeCohort(
  { db }: DataServices,
  asked: Viewer | undefined,
  { id, closed }: { readonly id: string; readonly closed: boolean },
): Promise<void> {
  const viewer = requireStaff(asked);
  const before = await requireCohort(db, viewer.house, id);
  if (before.closed !== closed) await db.write([settingStatement(id, { ...before, closed }, viewer, Date.now())]);
}

function requireSound(cohort: Pick<Cohort, 'name' | 'place'>, dates: CohortDates): void {
  const problem = checkCohort(cohort, dates);
  if (problem !== undefined) throw new Refusal('invalid', problem);
}
