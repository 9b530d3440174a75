import type { AccountHoldings, MergeSide } from '#domain/person/merge-side.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { leadOn } from '#server/accounts/former-accounts.ts';
import type { DataServices } from '#server/services.ts';
import { type Acting, requireActing, stillActs, stillActsArgs } from './acting.ts';
import { deedIfChanged } from './deeds.ts';
import type { SeenPerson } from './house-acts.ts';
import { requireHousePerson } from './house-people.ts';
import { requireLogin } from './people.ts';

// Two accounts of one participant become one. What is done stands in the trigger of the table `merge`: all of it or nothing.

/** Two accounts that may become one. */
export interface MergeSides {
  readonly kept: MergeSide;
  readonly gone: MergeSide;
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
): Promise<MergeSides> {
  return readSides(services, requireActing(asked).house, choice);
}

/** The same of two logins of any one house, for the operator of the server. @throws Refusal as `readMerge`; not_found (`login`) */
export async function readMergeOfLogins(services: DataServices, choice: MergeChoice): Promise<MergeSides> {
  const { id, house } = await requireLogin(services.db, choice.kept);
  return readSides(services, house, { ...choice, kept: id });
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
  const acting = requireActing(asked);
  await readSides(services, acting.house, { kept: seen.kept.id, gone: seen.gone.id });
  await mergeSeen(services, acting, seen);
}

/** The same for the operator of the server; `by` is the account that gave the command. Answers what both had. @throws as above */
export async function mergeLogins(services: DataServices, by: string, choice: MergeChoice): Promise<MergeSides> {
  const sides = await readMergeOfLogins(services, choice);
  const { house } = await requireLogin(services.db, sides.kept.login);
  await mergeSeen(services, { by, house, isOperator: true }, sides);
  return sides;
}

async function mergeSeen(
  { db }: DataServices,
  acting: Acting,
  { kept, gone }: { readonly kept: SeenPerson; readonly gone: SeenPerson },
): Promise<void> {
  const [merged] = await db.write([
    {
      sql: `INSERT INTO merge (gone, login, person, at, "by")
        SELECT other.id, other.login, own.id, ?, ? FROM person AS own, person AS other
        WHERE own.id = ? AND own.changed_at = coalesce(?, own.changed_at)
          AND other.id = ? AND other.changed_at = coalesce(?, other.changed_at)
          AND own.role = 'participant' AND other.role = 'participant' AND own.id <> other.id
          AND own.house = ? AND other.house = own.house AND ${stillActs}
        RETURNING gone`,
      args: [
        ...[Date.now(), acting.by, kept.id, kept.changedAt ?? null, gone.id, gone.changedAt ?? null],
        ...[acting.house, ...stillActsArgs(acting)],
      ],
    },
    deedIfChanged('merge', { by: acting.by, person: kept.id }),
  ]);
  if (merged?.rows.length !== 1) throw new Refusal('conflict', 'person_changed');
}

async function readSides(services: DataServices, house: string, choice: MergeChoice): Promise<MergeSides> {
  const kept = await requireHousePerson(services, { house }, choice.kept);
  const gone = await requireHousePerson(services, { house }, await findId(services, choice.gone)).catch(() => {
    throw new Refusal('invalid', 'merge_unknown');
  });
  if (kept.id === gone.id) throw new Refusal('invalid', 'merge_same');
  if (kept.role !== 'participant' || gone.role !== 'participant') throw new Refusal('invalid', 'merge_staff');
  const [keptHas, goneHas] = await Promise.all([countOf(services, kept.id), countOf(services, gone.id)]);
  return { kept: { ...kept, ...keptHas }, gone: { ...gone, ...goneHas } };
}

/** The id that was given, or that of whose login it is. */
async function findId({ db }: DataServices, typed: string): Promise<string> {
  const { rows } = await db.client.execute({
    sql: 'SELECT id FROM person WHERE id = ? OR login = ?',
    args: [typed, await leadOn(db, typed)],
  });
  return String(rows[0]?.id ?? '');
}

async function countOf({ db }: DataServices, id: string): Promise<AccountHoldings> {
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
