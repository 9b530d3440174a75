import { and, eq } from 'drizzle-orm';
import type { Database, Statement } from '#db/client.ts';
import { cohort } from '#db/schema/cohorts.ts';
import { person } from '#db/schema/people.ts';
import { findCourse } from '#domain/course/catalogue.ts';
import { type CohortDates, type CohortWindow, checkCohort, datesOf, windowOf } from '#domain/learning/cohort.ts';
import { compareNames } from '#domain/name-order.ts';
import { normalizeName, type Viewer } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { enrollStatement } from '#server/records/enrollments.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import type { CourseServices, DataServices } from '#server/services.ts';
import { makeUuid } from '#server/uuid.ts';

/** A cohort of the viewer's house; dates as its trainer set them last. */
export interface Cohort {
  readonly id: string;
  readonly course: string;
  readonly name: string;
  readonly dates: CohortDates;
  readonly window: CohortWindow;
  /** The id of the person who leads it. */
  readonly by: string;
  /** Participants whose newest cohort of the course this is. */
  readonly members: number;
}

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

/** At most this many people are added at once. */
const addLimit = 200;

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
    db.client.execute({
      sql: `SELECT member.person FROM cohort_member AS member WHERE member.cohort = ? AND NOT EXISTS (${laterMembership})`,
      args: [id, found.course],
    }),
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

/** Opens a cohort in the viewer's house; answers its id. @throws Refusal invalid with the problem, not_found (course) */
export async function createCohort(
  { db, catalogue }: CourseServices,
  asked: Viewer | undefined,
  { course, name, dates }: { readonly course: string; readonly name: string; readonly dates: CohortDates },
): Promise<string> {
  const viewer = requireStaff(asked);
  if (findCourse(catalogue, course) === undefined) throw new Refusal('not_found', 'course');
  requireSound(name, dates);
  const now = Date.now();
  const id = makeUuid();
  await db.write([
    db.orm
      .insert(cohort)
      .values({ id, house: viewer.house, course, name: normalizeName(name), by: viewer.id, createdAt: now }),
    datesStatement(id, dates, viewer, now),
  ]);
  return id;
}

/** Sets a cohort's dates anew; what was set before stays as a row. @throws Refusal not_found, invalid */
export async function setCohortDates(
  { db }: DataServices,
  asked: Viewer | undefined,
  { id, dates }: { readonly id: string; readonly dates: CohortDates },
): Promise<void> {
  const viewer = requireStaff(asked);
  const { name } = await requireCohort(db, viewer.house, id);
  requireSound(name, dates);
  await db.write([datesStatement(id, dates, viewer, Date.now())]);
}

/**
 * Puts participants of the house into a cohort, and with that into its course; whoever is in it already stays.
 * @throws Refusal not_found (cohort), invalid when somebody is no participant of the house
 */
export async function addToCohort(
  { db }: DataServices,
  asked: Viewer | undefined,
  { id, people }: { readonly id: string; readonly people: readonly string[] },
): Promise<void> {
  const viewer = requireStaff(asked);
  const detail = await findCohortDetail({ db }, viewer, id);
  const known = new Set([...detail.people, ...detail.others].map((it) => it.id));
  if (people.length > addLimit || people.some((it) => !known.has(it))) throw new Refusal('invalid', 'people');
  const now = Date.now();
  await db.write(
    [...new Set(people)].flatMap((it) => [
      enrollStatement({ person: it, course: detail.course, now, by: viewer.id }),
      {
        sql: `INSERT INTO cohort_member (cohort, person, since, "by") SELECT ?, ?, ?, ?
          WHERE NOT EXISTS (SELECT 1 FROM cohort_member AS member
            WHERE member.person = ? AND member.cohort = ? AND NOT EXISTS (${laterMembership}))`,
        args: [id, it, now, viewer.id, it, id, detail.course],
      },
    ]),
  );
}

/** The viewer's cohort in each of their courses that has one. */
export async function listOwnCohorts({ db }: DataServices, viewer: Pick<Viewer, 'id'>): Promise<OwnCohort[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT c.course, c.name, d.opens_at, d.closes_at
      FROM cohort_member AS m JOIN cohort AS c ON c.id = m.cohort JOIN cohort_dates AS d ON d.cohort = c.id
      WHERE m.person = ? ORDER BY m.id, d.id`,
    args: [viewer.id],
  });
  const byCourse = new Map(
    rows.map((row) => [
      String(row.course),
      { course: String(row.course), name: String(row.name), window: toWindow(row.opens_at, row.closes_at) },
    ]),
  );
  return [...byCourse.values()];
}

/** Whether the person of `member` came into another cohort of the course (first argument) later: the newest counts. */
const laterMembership = `SELECT 1 FROM cohort_member AS later JOIN cohort AS other ON other.id = later.cohort
  WHERE later.person = member.person AND other.course = ? AND later.id > member.id`;

async function readCohorts({ client }: Database, house: string): Promise<Cohort[]> {
  const { rows } = await client.execute({
    sql: `SELECT c.id, c.course, c.name, c."by", d.opens_at, d.closes_at,
        (SELECT count(*) FROM cohort_member AS m WHERE m.cohort = c.id AND NOT EXISTS (
          SELECT 1 FROM cohort_member AS later JOIN cohort AS other ON other.id = later.cohort
          WHERE later.person = m.person AND other.course = c.course AND later.id > m.id)) AS members
      FROM cohort AS c JOIN cohort_dates AS d ON d.cohort = c.id
      WHERE c.house = ? AND d.id = (SELECT max(id) FROM cohort_dates WHERE cohort = c.id)
      ORDER BY c.created_at DESC, c.id`,
    args: [house],
  });
  return rows.map((row) => {
    const window = toWindow(row.opens_at, row.closes_at);
    return {
      id: String(row.id),
      course: String(row.course),
      name: String(row.name),
      dates: datesOf(window),
      window,
      by: String(row.by),
      members: Number(row.members),
    };
  });
}

async function requireCohort(db: Database, house: string, id: string): Promise<Cohort> {
  const found = (await readCohorts(db, house)).find((it) => it.id === id);
  if (found === undefined) throw new Refusal('not_found', 'cohort');
  return found;
}

function requireSound(name: string, dates: CohortDates): void {
  const problem = checkCohort(name, dates);
  if (problem !== undefined) throw new Refusal('invalid', problem);
}

function datesStatement(id: string, dates: CohortDates, { id: by }: Viewer, now: number): Statement {
  const { opensAt, closesAt } = windowOf(dates);
  return {
    sql: 'INSERT INTO cohort_dates (cohort, opens_at, closes_at, set_at, "by") VALUES (?, ?, ?, ?, ?)',
    args: [id, opensAt ?? null, closesAt ?? null, now, by],
  };
}

function toWindow(opensAt: unknown, closesAt: unknown): CohortWindow {
  const instant = (value: unknown) => (value === null ? undefined : Number(value));
  return { opensAt: instant(opensAt), closesAt: instant(closesAt) };
}
