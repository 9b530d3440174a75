import { asc, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from '#db/client.ts';
import { pepper, recoveryCode, secondStep, session } from '#db/schema/accounts.ts';
import { erasure, merge, person } from '#db/schema/people.ts';
import { overwriteFreePages } from '#server/people/own-data/erasure.ts';
import { carryCertificates } from './carry-certificates.ts';

/** What the database that is being replaced knew better than the backup. */
export interface Carried {
  /** People of the backup who were erased since. */
  readonly erased: number;
  /** People whose PIN or passphrase was changed since; accounts that were shut stay shut. */
  readonly secrets: number;
}

/**
 * Takes into a restored database what was taken away or changed since its backup: erasures and merged accounts always, ended certificates and
 * closed keys where both are of one house, changed secrets where the
 * replaced database is the newer one and of the same pepper. Nobody is signed in any more.
 * @param replaced undefined where there is none that can be read
 */
export async function carryForward(restored: Database, replaced: Database | undefined): Promise<Carried> {
  await restored.write([restored.orm.delete(session)]);
  if (replaced === undefined) return { erased: 0, secrets: 0 };
  const erased = await carryErasures(restored, replaced);
  await carryMerges(restored, replaced);
  await carryCertificates(restored, replaced);
  const secrets = (await isLaterOfSamePepper(restored, replaced)) ? await carrySecrets(restored, replaced) : 0;
  if (erased > 0) await overwriteFreePages(restored);
  return { erased, secrets };
}

async function carryErasures(restored: Database, replaced: Database): Promise<number> {
  const known = new Set((await restored.orm.select({ id: erasure.person }).from(erasure)).map(({ id }) => id));
  const missing = (await replaced.orm.select().from(erasure)).filter(({ person: id }) => !known.has(id));
  const present = new Set((await restored.orm.select({ id: person.id }).from(person)).map(({ id }) => id));
  // One by one: the row is what deletes.
  for (const row of missing) await restored.write([restored.orm.insert(erasure).values(row)]);
  return missing.filter(({ person: id }) => present.has(id)).length;
}

/** Two accounts that became one since the backup do so again, where both are there. */
async function carryMerges(restored: Database, replaced: Database): Promise<void> {
  const there = alias(person, 'there');
  for (const row of await replaced.orm.select().from(merge).orderBy(asc(merge.at))) {
    const both = await restored.orm
      .select({ id: person.id })
      .from(person)
      .innerJoin(there, eq(there.id, row.person))
      .where(eq(person.id, row.gone));
    if (both.length > 0) await restored.write([restored.orm.insert(merge).values(row)]);
  }
}

async function carrySecrets(restored: Database, replaced: Database): Promise<number> {
  const { id, secretHash, numberUntil, numberTries, deactivatedAt } = person;
  const columns = { id, secretHash, numberUntil, numberTries, deactivatedAt };
  const older = new Map((await restored.orm.select(columns).from(person)).map((it) => [it.id, it]));
  let secrets = 0;
  for (const now of await replaced.orm.select(columns).from(person)) {
    const before = older.get(now.id);
    if (before === undefined) continue;
    const isChanged = before.secretHash !== now.secretHash;
    if (!isChanged && before.deactivatedAt === now.deactivatedAt && before.numberTries === now.numberTries) continue;
    const { id: _id, ...set } = now;
    await restored.write([restored.orm.update(person).set(set).where(eq(person.id, now.id))]);
    secrets += Number(isChanged);
  }
  await carrySecondSteps(restored, replaced);
  return secrets;
}

/** Codes that were taken stay taken, and no account is opened again by a passphrase alone. */
async function carrySecondSteps(restored: Database, replaced: Database): Promise<void> {
  const { orm } = restored;
  const known = new Set((await orm.select({ id: person.id }).from(person)).map(({ id }) => id));
  const keys = (await replaced.orm.select().from(secondStep)).filter((it) => known.has(it.person));
  const codes = (await replaced.orm.select().from(recoveryCode)).filter((it) => known.has(it.person));
  await restored.write([
    orm.delete(recoveryCode),
    orm.delete(secondStep),
    ...keys.map((row) => orm.insert(secondStep).values(row)),
    ...codes.map((row) => orm.insert(recoveryCode).values(row)),
  ]);
}

async function isLaterOfSamePepper(restored: Database, replaced: Database): Promise<boolean> {
  const [ours, theirs] = await Promise.all([newestPepper(restored), newestPepper(replaced)]);
  if (ours === undefined || ours !== theirs) return false;
  return (await lastChange(replaced)) >= (await lastChange(restored));
}

async function newestPepper(db: Database): Promise<string | undefined> {
  const [row] = await db.orm.select().from(pepper).orderBy(desc(pepper.since)).limit(1);
  return row?.digest;
}

/** Instant of the newest thing that is known to have happened in a database. */
async function lastChange(db: Database): Promise<number> {
  const { rows } = await db.client.execute(
    `SELECT max(at) AS at FROM (
      SELECT max(recorded_at) AS at FROM record UNION ALL SELECT max(created_at) FROM person
      UNION ALL SELECT max(seen_at) FROM known_device UNION ALL SELECT max(erased_at) FROM erasure
      UNION ALL SELECT max(at) FROM heartbeat)`,
  );
  return Number(rows[0]?.at ?? 0);
}
