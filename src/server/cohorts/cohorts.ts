import { and, eq, inArray, isNull } from 'drizzle-orm';
import { cohort } from '#db/schema/cohorts.ts';
import { person } from '#db/schema/people.ts';
import { findCourse } from '#domain/course/catalogue.ts';
import { type CohortDates, type CohortWindow, checkCohort } from '#domain/learning/cohort.ts';
import { compareNames } from '#domain/person/name-order.ts';
import { normalizeName, type Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import type { CourseServices, DataServices } from '#server/services.ts';
import { makeUuid } from '#server/uuid.ts';
import { type Cohort, datesStatement, readCohorts, requireCohort, settingStatement, toWindow } from './cohort-rows.ts';

export interface CohortPerson {
  readonly id: string;
  readonly name: string;
  readonly login: string;
}

export interface CohortDetail extends Cohort {
  readonly people: readonly CohortPerson[];
  /** Participants of the house who are not in it. */
  readonly others: readonly CohortPerson[];
}

/** A participant's own cohort in a course. */
export interface OwnCohort {
  readonly course: string;
  readonly name: string;
  readonly window: CohortWindow;
}

/** The cohorts of the viewer's house, newest first. @throws Refusal unauthenticated, forbidden */
export async function listCohorts({ db }: DataServices, asked: Viewer | undefined): Promise<Cohort[]> {
  const { house } = requireStaff(asked);
  return readCohorts(db, house);
}

/** One cohort of the viewer's house. @throws Refusal not_found when it is not theirs or not there */
export async function findCohortDetail(
  { db }: DataServices,
  asked: Viewer | undefined,
  id: string,
): Promise<CohortDetail> {
  const { house } = requireStaff(asked);
  const found = await requireCohort(db, house, id);
  const [members, everybody] = await Promise.all([
    db.client.execute({ sql: 'SELECT person FROM current_member WHERE cohort = ?', args: [id] }),
    db.orm
      .select({ id: person.id, name: person.name, login: person.login })
      .from(person)
      .where(and(eq(person.house, house), eq(person.role, 'participant'))),
  ]);
  const ids = new Set(members.rows.map((row) => String(row.person)));
  const byName = everybody.toSorted(compareNames);
  return {
    ...found,
    people: byName.filter((it) => ids.has(it.id)),
    others: byName.filter((it) => !ids.has(it.id)),
  };
}

/** Who may lead a cohort of the viewer's house, by name. @throws Refusal unauthenticated, forbidden */
export async function listLeaders({ db }: DataServices, asked: Viewer | undefined): Promise<CohortPerson[]> {
  const { house } = requireStaff(asked);
  const staff = await db.orm
    .select({ id: person.id, name: person.name, login: person.login })
    .from(person)
    .where(
      and(eq(person.house, house), inArray(person.role, ['trainer', 'coordinator']), isNull(person.deactivatedAt)),
    );
  return staff.toSorted(compareNames);
}

/** Opens a cohort in the viewer's house; answers its id. @throws Refusal invalid with the problem, not_found (course) */
export async function createCohort(
  { db, catalogue }: CourseServices,
  asked: Viewer | undefined,
  it: {
    readonly course: string;
    readonly name: string;
    readonly dates: CohortDates;
    readonly place?: string;
  },
): Promise<string> {
  const viewer = requireStaff(asked);
  const course = findCourse(catalogue, it.course);
  if (course === undefined) throw new Refusal('not_found', 'course');
  if (course.archived !== undefined) throw new Refusal('closed', 'course_archived');
  const [name, place] = [normalizeName(it.name), normalizeName(it.place ?? '')];
  const problem = checkCohort({ name, place }, it.dates);
  if (problem !== undefined) throw new Refusal('invalid', problem);
  const now = Date.now();
  const id = makeUuid();
  await db.write([
    db.orm.insert(cohort).values({ id, house: viewer.house, course: it.course, name, by: viewer.id, createdAt: now }),
    datesStatement(id, it.dates, viewer, now),
    settingStatement(id, { name, trainer: viewer.id, place, closed: false }, viewer, now),
  ]);
  return id;
}

/** The viewer's cohort in each of their courses that has one. */
export async function listOwnCohorts({ db }: DataServices, viewer: Pick<Viewer, 'id'>): Promise<OwnCohort[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT m.course, coalesce(s.name, c.name) AS name, d.opens_at, d.closes_at
      FROM current_member AS m JOIN cohort AS c ON c.id = m.cohort
      JOIN cohort_dates AS d ON d.id = (SELECT max(id) FROM cohort_dates WHERE cohort = c.id)
      LEFT JOIN cohort_setting AS s ON s.id = (SELECT max(id) FROM cohort_setting WHERE cohort = c.id)
      WHERE m.person = ? ORDER BY m.id`,
    args: [viewer.id],
  });
  return rows.map((row) => ({
    course: String(row.course),
    name: String(row.name),
    window: toWindow(row.opens_at, row.closes_at),
  }));
}
