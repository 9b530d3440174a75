import type { Database } from '#db/client.ts';
import { Refusal } from '#domain/refusal.ts';
import { listFormerAccounts } from '#server/accounts/former-accounts.ts';
import { forgiveAccountStatement } from '#server/accounts/throttle.ts';
import { requirePerson } from './personal-data.ts';

/** What an erasure took away; `person` is the id that stays in the table `erasure`. */
export interface Erased {
  readonly person: string;
  readonly records: number;
  readonly grades: number;
  readonly enrollments: number;
}

/** A person by the names that tables know them by. */
export interface ErasedPerson {
  readonly id: string;
  readonly login: string;
}

/**
 * Erases a person with all that is kept of them. `by` is who gave the command. In a local file nothing legible stays
 * behind either; other copies are the matter of `backup/erase-copies.ts`.
 * @throws Refusal not_found when there is nobody with this login (any more)
 */
export async function erasePerson(db: Database, login: string, by: string): Promise<Erased> {
  const found = await requirePerson(db, login).catch(async (cause: unknown) => {
    // Asked again, it ends what a busy server kept the first time from.
    await overwriteFreePages(db);
    throw cause;
  });
  const erased = await eraseFrom(db, found, by);
  if (erased === undefined) throw new Refusal('not_found', 'login');
  return erased;
}

/** Erases the person of this id from one database; undefined when it does not hold them. */
export async function eraseFrom(db: Database, { id, login }: ErasedPerson, by: string): Promise<Erased | undefined> {
  const former = await listFormerAccounts(db, id);
  const [inserted] = await db.write([
    {
      sql: `INSERT INTO erasure (person, erased_at, "by", records, grades, enrollments)
        SELECT id, ?, ?,
          (SELECT count(*) FROM record WHERE record.person = person.id),
          (SELECT count(*) FROM grade JOIN record ON record.id = grade.record WHERE record.person = person.id),
          (SELECT count(*) FROM enrollment WHERE enrollment.person = person.id)
        FROM person WHERE id = ?
        RETURNING records, grades, enrollments`,
      args: [Date.now(), by, id],
    },
  ]);
  const counts = inserted?.rows[0];
  if (counts === undefined) return undefined;
  await db.write([{ login }, ...former].map((it) => forgiveAccountStatement(it.login)));
  await overwriteFreePages(db);
  const { records, grades, enrollments } = counts;
  return { person: id, records: Number(records), grades: Number(grades), enrollments: Number(enrollments) };
}

/** SQLite only marks the place of deleted rows as free: building the file anew leaves nothing of them in it or in its log. */
export async function overwriteFreePages(db: Database): Promise<void> {
  if (db.file === undefined) return;
  try {
    await db.client.execute('VACUUM');
    await db.client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    throw new Error(
      'Nothing of the person is in the tables any more. Traces stay in the free space of the database file while the ' +
        'server is so busy: stop it and give the same command again.',
      { cause },
    );
  }
}
