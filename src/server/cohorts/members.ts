import type { Statement } from '#db/client.ts';
import { matchMembers, type MatchedMembers } from '#domain/learning/member-list.ts';
import { type ListRow, readPeopleList } from '#domain/person/people-list.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import { enrollStatement } from '#server/records/enrollments.ts';
import type { CourseServices, DataServices } from '#server/services.ts';
import { requireCohort } from './cohort-rows.ts';
import { type CohortDetail, findCohortDetail } from './cohorts.ts';

/** At most this many people are added at once. */
const addLimit = 500;

/**
 * Puts participants of the house into a cohort, and with that into its course; whoever is in it already stays.
 * @throws Refusal not_found (cohort), invalid when somebody is no participant of the house, closed
 */
export async function addToCohort(
  { db }: DataServices,
  asked: Viewer | undefined,
  { id, people }: { readonly id: string; readonly people: readonly string[] },
): Promise<void> {
  const viewer = requireStaff(asked);
  await addPeople({ db }, viewer, { detail: await findCohortDetail({ db }, viewer, id), people });
}

/**
 * The same for a list of names or logins, all of it or nothing. Answers the rows that name nobody of the house, or several.
 * @throws Refusal not_found (cohort), invalid (`people`), closed
 */
export async function addListToCohort(
  { db, catalogue }: CourseServices,
  asked: Viewer | undefined,
  { id, rows }: { readonly id: string; readonly rows: readonly ListRow[] },
): Promise<MatchedMembers> {
  const viewer = requireStaff(asked);
  const detail = await findCohortDetail({ db }, viewer, id);
  const title = catalogue.houses.find((house) => house.id === viewer.house)?.name;
  const list = readPeopleList(rows, [viewer.house, ...(title === undefined ? [] : [title])]);
  const matched = matchMembers(list, [...detail.people, ...detail.others]);
  if (matched.wrong.length > 0) return matched;
  if (matched.people.length === 0) throw new Refusal('invalid', 'people');
  await addPeople({ db }, viewer, { detail, people: matched.people });
  return matched;
}

/**
 * Takes a participant out of a cohort; what they did and where they were stays.
 * @throws Refusal not_found when they are not in it
 */
export async function removeFromCohort(
  { db }: DataServices,
  asked: Viewer | undefined,
  { id, person }: { readonly id: string; readonly person: string },
): Promise<void> {
  const viewer = requireStaff(asked);
  await requireCohort(db, viewer.house, id);
  const [removed] = await db.write([
    {
      sql: `INSERT INTO cohort_member (cohort, person, since, "by", gone) SELECT cohort, person, ?, ?, 1
        FROM current_member WHERE cohort = ? AND person = ? RETURNING id`,
      args: [Date.now(), viewer.id, id, person],
    },
  ]);
  if (removed?.rows.length !== 1) throw new Refusal('not_found', 'person');
}

async function addPeople(
  { db }: DataServices,
  viewer: Viewer,
  { detail, people }: { readonly detail: CohortDetail; readonly people: readonly string[] },
): Promise<void> {
  if (detail.closed) throw new Refusal('closed', 'cohort_closed');
  const known = new Set([...detail.people, ...detail.others].map((it) => it.id));
  if (people.length === 0 || people.length > addLimit || people.some((it) => !known.has(it))) {
    throw new Refusal('invalid', 'people');
  }
  const now = Date.now();
  await db.write(
    [...new Set(people)].flatMap((it) => [
      enrollStatement({ person: it, course: detail.course, now, by: viewer.id }),
      memberStatement({ cohort: detail.id, person: it, by: viewer.id, now }),
    ]),
  );
}

/** Puts a person into a cohort; nothing where they are in it already. */
export function memberStatement(it: {
  readonly cohort: string;
  readonly person: string;
  readonly by: string;
  readonly now: number;
}): Statement {
  return {
    sql: `INSERT INTO cohort_member (cohort, person, since, "by") SELECT ?, id, ?, ? FROM person
      WHERE id = ? AND NOT EXISTS (SELECT 1 FROM current_member AS member WHERE member.person = ? AND member.cohort = ?)`,
    args: [it.cohort, it.now, it.by, it.person, it.person, it.cohort],
  };
}
