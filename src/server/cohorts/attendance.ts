import type { Database } from '#db/client.ts';
import { todayOn } from '#domain/local-date.ts';
import { type AttendanceMark, isAttendanceMark } from '#domain/learning/meeting.ts';
import { compareNames } from '#domain/person/name-order.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import type { DataServices } from '#server/services.ts';
import { type Cohort, requireCohort } from './cohort-rows.ts';
import { type Meeting, requireMeeting } from './meetings.ts';

/** A participant on the list of a meeting, with what was entered of them last. */
export interface Attendee {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly mark: AttendanceMark | undefined;
  /** Who entered it, undefined when they are gone; `at` in milliseconds since 1970. */
  readonly by: string | undefined;
  readonly at: number | undefined;
  /** Whether something else stood there before. */
  readonly corrected: boolean;
}

export interface AttendanceSheet {
  readonly cohort: Cohort;
  readonly meeting: Meeting;
  /** Who is in the cohort, and who was when attendance was entered, by name. */
  readonly people: readonly Attendee[];
  /** Grows with each entry: a form says which entries it saw. */
  readonly seen: number;
}

/**
 * Who was at a meeting.
 * @throws Refusal unauthenticated, forbidden; not_found when it is not the viewer's house's; closed (`meeting_off`)
 */
export async function readAttendance(
  { db }: DataServices,
  asked: Viewer | undefined,
  address: { readonly cohort: string; readonly meeting: string },
): Promise<AttendanceSheet> {
  const { house } = requireStaff(asked);
  const cohort = await requireCohort(db, house, address.cohort);
  const meeting = await requireMeeting(db, cohort.id, address.meeting);
  const { people, seen } = await readPeople(db, house, cohort.id, meeting.id);
  return { cohort, meeting, people, seen };
}

/**
 * Enters who was there. What stands there already adds no row; another mark is a new row, and the one before stays. With `rest`
 * everybody who has no mark is marked so. Answers how many marks were written.
 * @throws as `readAttendance`; invalid (`attendance_early`, `attendance_person`, `attendance_empty`), conflict (`attendance_changed`)
 *   when somebody else entered another mark since `seen`
 */
export async function recordAttendance(
  { db }: DataServices,
  asked: Viewer | undefined,
  it: {
    readonly cohort: string;
    readonly meeting: string;
    readonly marks: ReadonlyMap<string, string>;
    readonly rest?: AttendanceMark | undefined;
    readonly seen: number;
  },
): Promise<number> {
  const viewer = requireStaff(asked);
  const { meeting, people } = await readAttendance({ db }, viewer, it);
  if (meeting.heldOn > todayOn()) throw new Refusal('invalid', 'attendance_early');
  const known = new Set(people.map(({ id }) => id));
  const changes = people.flatMap(({ id, mark }) => {
    const wanted = it.marks.get(id) ?? (mark === undefined ? it.rest : undefined);
    return wanted === undefined || wanted === mark ? [] : [{ person: id, mark: wanted }];
  });
  if ([...it.marks.keys()].some((id) => !known.has(id)) || changes.some(({ mark }) => !isAttendanceMark(mark))) {
    throw new Refusal('invalid', 'attendance_person');
  }
  if (it.marks.size === 0 && it.rest === undefined) throw new Refusal('invalid', 'attendance_empty');
  if (changes.length === 0) return 0;
  // One statement for all: either nobody was faster at any of them, or nothing is written.
  const list = JSON.stringify(changes);
  const [written] = await db.write([
    {
      sql: `INSERT INTO attendance (meeting, person, mark, at, "by")
        SELECT ?, json_extract(value, '$.person'), json_extract(value, '$.mark'), ?, ? FROM json_each(?)
        WHERE NOT EXISTS (SELECT 1 FROM json_each(?) AS item JOIN attendance AS later
            ON later.meeting = ? AND later.person = json_extract(item.value, '$.person') AND later.id > ?)
          AND (SELECT called_off FROM meeting_setting WHERE meeting = ? ORDER BY id DESC LIMIT 1) = 0
        RETURNING id`,
      args: [meeting.id, Date.now(), viewer.id, list, list, meeting.id, it.seen, meeting.id],
    },
  ]);
  if (written?.rows.length !== changes.length) throw new Refusal('conflict', 'attendance_changed');
  return changes.length;
}

async function readPeople({ client }: Database, house: string, cohort: string, meeting: string) {
  const [members, entered] = await client.batch([
    {
      sql: `SELECT p.id, p.name, p.login FROM current_member AS m JOIN person AS p ON p.id = m.person
        WHERE m.cohort = ? AND p.deactivated_at IS NULL`,
      args: [cohort],
    },
    {
      sql: `SELECT a.id AS row, a.mark, a.at, staff.name AS staff, p.id, p.name, p.login, p.house
        FROM attendance AS a JOIN person AS p ON p.id = a.person LEFT JOIN person AS staff ON staff.id = a."by"
        WHERE a.meeting = ? ORDER BY a.id`,
      args: [meeting],
    },
  ]);
  const people = new Map<string, Attendee>();
  for (const row of members?.rows ?? []) {
    people.set(String(row.id), {
      ...nameOf(row),
      ...{ mark: undefined, by: undefined, at: undefined, corrected: false },
    });
  }
  // Whoever went to another house is that house's to see.
  for (const row of entered?.rows.filter((it) => it.house === house) ?? []) {
    people.set(String(row.id), {
      ...nameOf(row),
      mark: String(row.mark) as AttendanceMark,
      by: row.staff === null ? undefined : String(row.staff),
      at: Number(row.at),
      corrected: people.get(String(row.id))?.mark !== undefined,
    });
  }
  return { people: [...people.values()].toSorted(compareNames), seen: Number(entered?.rows.at(-1)?.row ?? 0) };
}

function nameOf(row: Readonly<Record<string, unknown>>) {
  return { id: String(row.id), name: String(row.name), login: String(row.login) };
}
