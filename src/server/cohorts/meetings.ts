import type { Database, Statement } from '#db/client.ts';
import { todayOn } from '#domain/local-date.ts';
import { checkMeeting } from '#domain/learning/meeting.ts';
import { normalizeName, type Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import type { DataServices } from '#server/services.ts';
import { makeUuid } from '#server/uuid.ts';
import { requireCohort } from './cohort-rows.ts';

/** One day of a cohort that was not called off. */
export interface Meeting {
  readonly id: string;
  /** Local date `YYYY-MM-DD`. */
  readonly heldOn: string;
  /** Empty where it is the cohort's. */
  readonly place: string;
  /** Participants whose attendance is entered, and how many of them were there. */
  readonly entered: number;
  readonly present: number;
}

/** A day and place as they are typed in. */
export type PlannedMeeting = Pick<Meeting, 'heldOn' | 'place'>;

/** The meetings of a cohort of the viewer's house by date. @throws Refusal not_found */
export async function listMeetings(
  { db }: DataServices,
  asked: Viewer | undefined,
  cohort: string,
): Promise<readonly Meeting[]> {
  const { house } = requireStaff(asked);
  await requireCohort(db, house, cohort);
  return readMeetings(db, cohort);
}

/** One meeting of a cohort. @throws Refusal not_found, closed (`meeting_off`) when it was called off */
export async function requireMeeting(db: Database, cohort: string, id: string): Promise<Meeting> {
  const found = (await readMeetings(db, cohort)).find((meeting) => meeting.id === id);
  if (found !== undefined) return found;
  const { rows } = await db.client.execute({
    sql: 'SELECT 1 FROM meeting WHERE id = ? AND cohort = ?',
    args: [id, cohort],
  });
  throw rows.length === 0 ? new Refusal('not_found', 'meeting') : new Refusal('closed', 'meeting_off');
}

/**
 * Plans a meeting; answers its id.
 * @throws Refusal not_found; invalid (`meeting_date`, `meeting_far`, `place`), conflict (`meeting_double`) on the day of another one
 */
export async function addMeeting(
  { db }: DataServices,
  asked: Viewer | undefined,
  { cohort, ...it }: PlannedMeeting & { readonly cohort: string },
): Promise<string> {
  const viewer = requireStaff(asked);
  await requireCohort(db, viewer.house, cohort);
  const planned = requireSound(it);
  if ((await readMeetings(db, cohort)).some(({ heldOn }) => heldOn === planned.heldOn)) {
    throw new Refusal('conflict', 'meeting_double');
  }
  const [id, now] = [makeUuid(), Date.now()];
  await db.write([
    {
      sql: 'INSERT INTO meeting (id, cohort, created_at, "by") VALUES (?, ?, ?, ?)',
      args: [id, cohort, now, viewer.id],
    },
    settingStatement(id, planned, viewer, now),
  ]);
  return id;
}

/** Moves a meeting to another day or place; attendance goes with it. @throws as `addMeeting`, closed (`meeting_off`) */
export async function changeMeeting(
  { db }: DataServices,
  asked: Viewer | undefined,
  { cohort, id, ...it }: PlannedMeeting & { readonly cohort: string; readonly id: string },
): Promise<void> {
  const viewer = requireStaff(asked);
  await requireCohort(db, viewer.house, cohort);
  await requireMeeting(db, cohort, id);
  const planned = requireSound(it);
  const others = (await readMeetings(db, cohort)).filter((meeting) => meeting.id !== id);
  if (others.some(({ heldOn }) => heldOn === planned.heldOn)) throw new Refusal('conflict', 'meeting_double');
  await db.write([settingStatement(id, planned, viewer, Date.now())]);
}

/**
 * Takes a meeting away that nobody's attendance is entered for.
 * @throws Refusal not_found, closed (`meeting_off`), conflict (`meeting_held`) once attendance is entered
 */
export async function callOffMeeting(
  { db }: DataServices,
  asked: Viewer | undefined,
  { cohort, id }: { readonly cohort: string; readonly id: string },
): Promise<void> {
  const viewer = requireStaff(asked);
  await requireCohort(db, viewer.house, cohort);
  const { heldOn, place } = await requireMeeting(db, cohort, id);
  // Somebody may be entering attendance just now.
  const [written] = await db.write([
    {
      sql: `INSERT INTO meeting_setting (meeting, held_on, place, called_off, set_at, "by") SELECT ?, ?, ?, 1, ?, ?
        WHERE NOT EXISTS (SELECT 1 FROM attendance WHERE attendance.meeting = ?)
        RETURNING id`,
      args: [id, heldOn, place, Date.now(), viewer.id, id],
    },
  ]);
  if (written?.rows.length !== 1) throw new Refusal('conflict', 'meeting_held');
}

async function readMeetings({ client }: Database, cohort: string): Promise<Meeting[]> {
  const { rows } = await client.execute({
    sql: `SELECT m.id, s.held_on, s.place, count(a.id) AS entered,
        coalesce(sum(a.mark = 'present'), 0) AS present
      FROM meeting AS m JOIN meeting_setting AS s ON s.id = (SELECT max(id) FROM meeting_setting WHERE meeting = m.id)
      LEFT JOIN attendance AS a ON a.meeting = m.id AND NOT EXISTS (
        SELECT 1 FROM attendance AS later WHERE later.meeting = a.meeting AND later.person = a.person AND later.id > a.id)
      WHERE m.cohort = ? AND s.called_off = 0 GROUP BY m.id ORDER BY s.held_on, m.id`,
    args: [cohort],
  });
  return rows.map((row) => ({
    id: String(row.id),
    heldOn: String(row.held_on),
    place: String(row.place),
    entered: Number(row.entered),
    present: Number(row.present),
  }));
}

function requireSound({ heldOn, place }: PlannedMeeting): PlannedMeeting {
  const planned = { heldOn: heldOn.trim(), place: normalizeName(place) };
  const problem = checkMeeting(planned, todayOn());
  if (problem !== undefined) throw new Refusal('invalid', problem);
  return planned;
}

function settingStatement(id: string, { heldOn, place }: PlannedMeeting, viewer: Viewer, now: number): Statement {
  return {
    sql: `INSERT INTO meeting_setting (meeting, held_on, place, called_off, set_at, "by") VALUES (?, ?, ?, 0, ?, ?)`,
    args: [id, heldOn, place, now, viewer.id],
  };
}
