import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { person } from '#db/schema/people.ts';
import { admission, record } from '#db/schema/records.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { isDoubtful } from '#domain/learning/standing.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import type { DataServices } from '#server/services.ts';

/** The newest word of staff on a doubtful attempt; `by` is the name of who said it, undefined when they are gone. */
export interface Admission {
  readonly counts: boolean;
  readonly at: number;
  readonly by: string | undefined;
}

/** The newest word on each of a person's attempts, by record id. */
export async function listAdmissions({ db }: DataServices, personId: string): Promise<ReadonlyMap<string, Admission>> {
  const rows = await db.orm
    .select({ record: admission.record, counts: admission.counts, at: admission.at, by: person.name })
    .from(record)
    .innerJoin(admission, eq(admission.record, record.id))
    .leftJoin(person, eq(person.id, admission.by))
    .where(and(eq(record.person, personId), ne(sql`${record.flags}`, '[]')))
    .orderBy(asc(admission.id));
  return new Map(rows.map(({ record: id, counts, at, by }) => [id, { counts, at, by: by ?? undefined }]));
}

/**
 * Says whether an attempt counts whose flags leave it open. What was said before stays as a row; the newest counts.
 * @throws Refusal unauthenticated, forbidden; not_found when it is no doubtful attempt of a participant of the viewer's house
 */
export async function decideAttempt(
  { db }: DataServices,
  asked: Viewer | undefined,
  { id, of, counts }: { readonly id: string; readonly of: string; readonly counts: boolean },
): Promise<void> {
  const { house, id: by } = requireStaff(asked);
  const ofHouse = and(eq(person.house, house), eq(person.role, 'participant'), eq(person.id, of));
  const [found] = await db.orm
    .select({ flags: record.flags })
    .from(record)
    .innerJoin(person, eq(person.id, record.person))
    .where(and(eq(record.id, id), ofHouse));
  if (found === undefined || !isDoubtful(found.flags)) throw new Refusal('not_found', 'attempt');
  await db.write([
    {
      sql: `INSERT INTO admission (record, counts, at, "by") SELECT id, ?, ?, ? FROM record WHERE id = ?`,
      args: [counts ? 1 : 0, Date.now(), by, id],
    },
  ]);
}
