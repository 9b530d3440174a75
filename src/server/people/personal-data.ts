import { asc, eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import {
  admission,
  cohort,
  cohortMember,
  enrollment,
  grade,
  knownDevice,
  person,
  record,
  session,
} from '#db/schema.ts';
import { checkName, normalizeLogin, normalizeName, type Role, type Viewer, viewerOf } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { forgiveAccount, listAccountAttempts } from '#server/accounts/throttle.ts';

// What a person may ask for at the house (`/privasi/`): a copy, a right name, to be erased.

/** All that is kept of a person but the hashes of secrets. Instants are ISO 8601, UTC. */
export interface PersonalCopy {
  readonly person: {
    readonly id: string;
    readonly login: string;
    readonly name: string;
    readonly role: Role;
    readonly house: string;
    readonly createdAt: string;
  };
  /** Phones that are signed in. */
  readonly sessions: readonly { readonly expiresAt: string }[];
  /** Devices that signing in from is remembered of, by the digest of a token that opens nothing. */
  readonly devices: readonly { readonly seenAt: string }[];
  /** When signing in failed, of the last day. */
  readonly failedSignIns: readonly string[];
  /** `by` is the id of the person who enrolled this one. */
  readonly enrollments: readonly { readonly course: string; readonly since: string; readonly by: string }[];
  /** Cohorts that this person was put into, oldest first. */
  readonly cohorts: readonly {
    readonly course: string;
    readonly name: string;
    readonly since: string;
    readonly by: string;
  }[];
  /** What was read and answered, as it came from the phone, with every grade it was given and what staff said of it. */
  readonly records: readonly object[];
}

/** Everything that is kept of a person. @throws Refusal not_found */
export async function copyPersonalData(db: Database, login: string): Promise<PersonalCopy> {
  const { secretHash: _hash, createdAt, ...found } = requireFound(await findPerson(db, login));
  const { orm } = db;
  const [sessions, devices, attempts, enrollments, cohorts, records, grades, admissions] = await Promise.all([
    orm.select().from(session).where(eq(session.person, found.id)).orderBy(asc(session.expiresAt)),
    orm.select().from(knownDevice).where(eq(knownDevice.person, found.id)).orderBy(asc(knownDevice.seenAt)),
    listAccountAttempts(db, found.login),
    orm.select().from(enrollment).where(eq(enrollment.person, found.id)).orderBy(asc(enrollment.since)),
    orm
      .select({ course: cohort.course, name: cohort.name, since: cohortMember.since, by: cohortMember.by })
      .from(cohortMember)
      .innerJoin(cohort, eq(cohort.id, cohortMember.cohort))
      .where(eq(cohortMember.person, found.id))
      .orderBy(asc(cohortMember.id)),
    orm.select().from(record).where(eq(record.person, found.id)).orderBy(asc(record.recordedAt), asc(record.seq)),
    orm
      .select({ grade })
      .from(grade)
      .innerJoin(record, eq(record.id, grade.record))
      .where(eq(record.person, found.id))
      .orderBy(asc(grade.gradedAt)),
    orm
      .select({ admission })
      .from(admission)
      .innerJoin(record, eq(record.id, admission.record))
      .where(eq(record.person, found.id))
      .orderBy(asc(admission.id)),
  ]);
  const gradesOf = Map.groupBy(grades, ({ grade: it }) => it.record);
  const admissionsOf = Map.groupBy(admissions, ({ admission: it }) => it.record);
  return {
    person: { ...found, createdAt: toIso(createdAt) },
    sessions: sessions.map(({ expiresAt }) => ({ expiresAt: toIso(expiresAt) })),
    devices: devices.map(({ seenAt }) => ({ seenAt: toIso(seenAt) })),
    failedSignIns: attempts.map(toIso),
    enrollments: enrollments.map(({ course, since, by }) => ({ course, since: toIso(since), by })),
    cohorts: cohorts.map((it) => ({ ...it, since: toIso(it.since) })),
    records: records.map(({ id, recordedAt, flags, body }) => ({
      ...body,
      recordedAt: toIso(recordedAt),
      flags,
      grades: (gradesOf.get(id) ?? []).map(({ grade: { id: _id, record: _record, gradedAt, ...it } }) => ({
        ...it,
        gradedAt: toIso(gradedAt),
      })),
      ...(admissionsOf.has(id) && {
        admissions: admissionsOf.get(id)?.map(({ admission: { counts, at, by } }) => ({ counts, at: toIso(at), by })),
      }),
    })),
  };
}

/** Mends a name that was written wrong. @throws Refusal not_found, invalid with the problem as detail */
export async function renamePerson(db: Database, login: string, name: string): Promise<Viewer> {
  const problem = checkName(name);
  if (problem !== undefined) throw new Refusal('invalid', problem);
  const found = requireFound(await findPerson(db, login));
  const mended = normalizeName(name);
  await db.write([db.orm.update(person).set({ name: mended }).where(eq(person.id, found.id))]);
  return { ...viewerOf(found), name: mended };
}

/** What an erasure took away; `person` is the id that stays in the table `erasure`. */
export interface Erased {
  readonly person: string;
  readonly records: number;
  readonly grades: number;
  readonly enrollments: number;
}

/**
 * Erases a person with all that is kept of them. `by` is who gave the command. In a local file nothing legible stays
 * behind either; backups made earlier still hold it.
 * @throws Refusal not_found when there is nobody with this login (any more)
 */
export async function erasePerson(db: Database, login: string, by: string): Promise<Erased> {
  const found = await findPerson(db, login);
  // Asked again, it ends what a busy server kept the first time from.
  if (found === undefined) await overwriteFreePages(db);
  const { id, login: known } = requireFound(found);
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
  if (counts === undefined) throw new Refusal('not_found', 'login');
  await forgiveAccount(db, known);
  await overwriteFreePages(db);
  const { records, grades, enrollments } = counts;
  return { person: id, records: Number(records), grades: Number(grades), enrollments: Number(enrollments) };
}

type PersonRow = typeof person.$inferSelect;

async function findPerson(db: Database, login: string): Promise<PersonRow | undefined> {
  const [found] = await db.orm
    .select()
    .from(person)
    .where(eq(person.login, normalizeLogin(login) ?? ''));
  return found;
}

function requireFound(found: PersonRow | undefined): PersonRow {
  if (found === undefined) throw new Refusal('not_found', 'login');
  return found;
}

/** SQLite only marks the place of deleted rows as free: building the file anew leaves nothing of them in it or in its log. */
async function overwriteFreePages(db: Database): Promise<void> {
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

function toIso(at: number): string {
  return new Date(at).toISOString();
}
