import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireRole } from '#server/accounts/guards.ts';
import { leadOn } from '#server/accounts/former-accounts.ts';
import type { DataServices } from '#server/services.ts';
import { deedIfChanged } from './deeds.ts';
import type { SeenPerson } from './house-acts.ts';
import { type HousePerson, requireHousePerson } from './house-people.ts';

// Two accounts of one participant become one. What is done stands in the trigger of the table `merge`: all of it or nothing.

/** One of two accounts, with what it has. */
export interface MergeSide extends HousePerson {
  readonly records: number;
  readonly courses: number;
  readonly cohorts: number;
  readonly attendance: number;
  readonly certificates: number;
  readonly cards: number;
  /** When something came from it last; null for never. */
  readonly lastRecordAt: number | null;
  /** When a phone was last heard to sign in with it; null for never. */
  readonly lastSeenAt: number | null;
}

/** Which account stays, and which goes: its id, or its login as somebody typed it. */
export interface MergeChoice {
  readonly kept: string;
  readonly gone: string;
}

/**
 * Both accounts with what they have, as long as they may become one: two participants of the viewer's house.
 * @throws Refusal not_found for the one that stays; invalid (`merge_unknown`, `merge_same`, `merge_staff`)
 */
export async function readMerge(
  services: DataServices,
  asked: Viewer | undefined,
  choice: MergeChoice,
): Promise<{ readonly kept: MergeSide; readonly gone: MergeSide }> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const kept = await requireHousePerson(services, viewer, choice.kept);
  const gone = await requireHousePerson(services, viewer, await findId(services, choice.gone)).catch(() => {
    throw new Refusal('invalid', 'merge_unknown');
  });
  if (kept.id === gone.id) throw new Refusal('invalid', 'merge_same');
  if (kept.role !== 'participant' || gone.role !== 'participant') throw new Refusal('invalid', 'merge_staff');
  const [keptHas, goneHas] = await Promise.all([countOf(services, kept.id), countOf(services, gone.id)]);
  return { kept: { ...kept, ...keptHas }, gone: { ...gone, ...goneHas } };
}

/**
 * Brings all of one account under the other one, for good: the login of the one that is gone leads on, its phones are signed
 * out, and what they send later under its id is taken.
 * @throws Refusal as `readMerge`; conflict when one of the two was changed since it was seen
 */
export async function mergePeople(
  services: DataServices,
  asked: Viewer | undefined,
  seen: { readonly kept: SeenPerson; readonly gone: SeenPerson },
): Promise<void> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  await readMerge(services, viewer, { kept: seen.kept.id, gone: seen.gone.id });
  const [merged] = await services.db.write([
    {
      sql: `INSERT INTO merge (gone, login, person, at, "by")
        SELECT other.id, other.login, own.id, ?, actor.id FROM person AS own, person AS other, person AS actor
        WHERE own.id = ? AND own.changed_at = coalesce(?, own.changed_at)
          AND other.id = ? AND other.changed_at = coalesce(?, other.changed_at)
          AND own.role = 'participant' AND other.role = 'participant' AND own.id <> other.id
          AND actor.id = ? AND actor.role = 'coordinator' AND actor.deactivated_at IS NULL
          AND own.house = actor.house AND other.house = actor.house
        RETURNING gone`,
      args: [
        ...[Date.now(), seen.kept.id, seen.kept.changedAt ?? null],
        ...[seen.gone.id, seen.gone.changedAt ?? null, viewer.id],
      ],
    },
    deedIfChanged('merge', { by: viewer.id, person: seen.kept.id }),
  ]);
  if (merged?.rows.length !== 1) throw new Refusal('conflict', 'person_changed');
}

/** The id that was given, or that of whose login it is. */
async function findId({ db }: DataServices, typed: string): Promise<string> {
  const { rows } = await db.client.execute({
    sql: 'SELECT id FROM person WHERE id = ? OR login = ?',
    args: [typed, await leadOn(db, typed)],
  });
  return String(rows[0]?.id ?? '');
}

async function countOf({ db }: DataServices, id: string): Promise<Omit<MergeSide, keyof HousePerson>> {
  const { rows } = await db.client.execute({
    sql: `SELECT (SELECT count(*) FROM record WHERE person = it.id) AS records,
        (SELECT count(*) FROM enrollment WHERE person = it.id) AS courses,
        (SELECT count(*) FROM current_member WHERE person = it.id) AS cohorts,
        (SELECT count(DISTINCT meeting) FROM attendance WHERE person = it.id) AS attendance,
        (SELECT count(*) FROM certificate WHERE person = it.id) AS certificates,
        (SELECT count(*) FROM card WHERE person = it.id AND ended_at IS NULL) AS cards,
        (SELECT max(recorded_at) FROM record WHERE person = it.id) AS last_record_at,
        (SELECT max(seen_at) FROM known_device WHERE person = it.id) AS last_seen_at
      FROM person AS it WHERE it.id = ?`,
    args: [id],
  });
  const [row] = rows;
  const instant = (value: unknown) => (value === null || value === undefined ? null : Number(value));
  return {
    ...{ records: Number(row?.records), courses: Number(row?.courses), cohorts: Number(row?.cohorts) },
    ...{ attendance: Number(row?.attendance), certificates: Number(row?.certificates), cards: Number(row?.cards) },
    ...{ lastRecordAt: instant(row?.last_record_at), lastSeenAt: instant(row?.last_seen_at) },
  };
}
