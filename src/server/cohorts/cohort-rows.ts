import type { Database, Statement } from '#db/client.ts';
import { type CohortDates, type CohortWindow, windowOf } from '#domain/learning/cohort.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';

/** A cohort of the viewer's house as it stands now. */
export interface Cohort {
  readonly id: string;
  readonly course: string;
  readonly name: string;
  /** When it takes its assessments; days are told by `datesOf`. */
  readonly window: CohortWindow;
  /** The id of the person who leads it. */
  readonly trainer: string;
  /** Empty where none was given. */
  readonly place: string;
  /** Whether nobody comes into it any more. */
  readonly closed: boolean;
  /** Participants whose newest cohort of the course this is. */
  readonly members: number;
}

/** What staff may change of a cohort beside its dates and people. */
export type CohortSetting = Pick<Cohort, 'name' | 'trainer' | 'place' | 'closed'>;

/** The cohorts of a house, newest first. */
export async function readCohorts({ client }: Database, house: string): Promise<Cohort[]> {
  const { rows } = await client.execute({
    sql: `${cohortSql} WHERE c.house = ? ORDER BY c.created_at DESC, c.id`,
    args: [house],
  });
  return rows.map(toCohort);
}

/** A cohort of this house. @throws Refusal not_found when it is not there or another house's */
export async function requireCohort({ client }: Database, house: string, id: string): Promise<Cohort> {
  const { rows } = await client.execute({ sql: `${cohortSql} WHERE c.house = ? AND c.id = ?`, args: [house, id] });
  const [found] = rows.map(toCohort);
  if (found === undefined) throw new Refusal('not_found', 'cohort');
  return found;
}

/** Between which days a cohort takes its assessments, from now on. */
export function datesStatement(id: string, dates: CohortDates, viewer: Viewer, now: number): Statement {
  return windowStatement(id, windowOf(dates), viewer, now);
}

/** The same for instants: an assessment that is opened or closed by hand. */
export function windowStatement(
  id: string,
  { opensAt, closesAt }: CohortWindow,
  { id: by }: Viewer,
  now: number,
): Statement {
  return {
    sql: 'INSERT INTO cohort_dates (cohort, opens_at, closes_at, set_at, "by") VALUES (?, ?, ?, ?, ?)',
    args: [id, opensAt ?? null, closesAt ?? null, now, by],
  };
}

export function settingStatement(
  id: string,
  { name, trainer, place, closed }: CohortSetting,
  { id: by }: Viewer,
  now: number,
): Statement {
  return {
    sql: `INSERT INTO cohort_setting (cohort, name, trainer, place, closed, set_at, "by") VALUES (?, ?, ?, ?, ?, ?, ?)`,
    args: [id, name, trainer, place, closed ? 1 : 0, now, by],
  };
}

export function toWindow(opensAt: unknown, closesAt: unknown): CohortWindow {
  const instant = (value: unknown) => (value === null ? undefined : Number(value));
  return { opensAt: instant(opensAt), closesAt: instant(closesAt) };
}

const cohortSql = `SELECT c.id, c.course, coalesce(s.name, c.name) AS name, coalesce(s.trainer, c."by") AS trainer,
    coalesce(s.place, '') AS place, coalesce(s.closed, 0) AS closed, d.opens_at, d.closes_at,
    (SELECT count(*) FROM current_member AS m WHERE m.cohort = c.id) AS members
  FROM cohort AS c JOIN cohort_dates AS d ON d.id = (SELECT max(id) FROM cohort_dates WHERE cohort = c.id)
  LEFT JOIN cohort_setting AS s ON s.id = (SELECT max(id) FROM cohort_setting WHERE cohort = c.id)`;

function toCohort(row: Readonly<Record<string, unknown>>): Cohort {
  return {
    id: String(row.id),
    course: String(row.course),
    name: String(row.name),
    window: toWindow(row.opens_at, row.closes_at),
    trainer: String(row.trainer),
    place: String(row.place),
    closed: Number(row.closed) === 1,
    members: Number(row.members),
  };
}
