import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import type { Viewer } from '#domain/person/person.ts';
import { createSession } from '#server/accounts/auth.ts';
import { publishEditions } from '#server/records/editions.ts';
import { openPepper } from '#server/accounts/pepper.ts';
import { adoptHouseKey, houseKeyFile } from '#server/certificates/house-key.ts';
import { addPerson, type NewPerson } from '#server/people/people.ts';
import type { Services } from '#server/services.ts';
import { sampleCatalogue } from './catalogue.ts';

/** A folder of its own for one test, gone afterwards. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rumah-belajar-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A migrated database in a file of its own, closed and gone after the test. */
export async function openTestDatabase(folder = makeFolder()): Promise<Database> {
  const db = await openDatabase({ url: `file:${join(folder, 'test.db')}` });
  onTestFinished(() => db.close());
  await migrateDatabase(db);
  return db;
}

/** All that the server layer works with, over a fresh database in which `catalogue` is published. */
export async function openTestServices({ folder = makeFolder(), catalogue = sampleCatalogue } = {}): Promise<Services> {
  const db = await openTestDatabase(folder);
  const pepper = await openPepper(db, folder);
  const keyFile = houseKeyFile(db, folder);
  await adoptHouseKey(db, keyFile);
  await publishEditions(db, catalogue);
  return { db, catalogue, pepper, keyFile };
}

/** A participant of Kuripan with PIN 482715, unless told otherwise. */
export async function addTestPerson(services: Services, it: Partial<NewPerson> = {}): Promise<Viewer> {
  const { role = 'participant' } = it;
  const secret = role === 'participant' ? '482715' : 'sawah hijau pagi';
  const { person } = await addPerson(services, { house: 'kuripan', role, name: 'Siti Aminah', secret, ...it });
  return person;
}

/** The `Cookie` header of a person who is signed in. */
export async function signedInCookie({ db }: Services, { id }: Viewer): Promise<string> {
  const { token } = await createSession(db, id, false);
  return `sesi=${token}`;
}
