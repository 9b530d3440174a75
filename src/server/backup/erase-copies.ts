import { existsSync } from 'node:fs';
import { type Database, openDatabase } from '#db/client.ts';
import { fileAddress } from '#db/file.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { type ErasedPerson, eraseFrom } from '#server/people/own-data/erasure.ts';
import { listAside, listBackups } from './copies.ts';

/** What an erasure did to the copies that this product knows of, and what is left for people to do. */
export interface ErasedCopies {
  /** Databases that restoring had put aside, now without the person. */
  readonly erasedIn: readonly string[];
  /** Copies that may still hold the person: to be destroyed, once a new backup is made. */
  readonly toDestroy: readonly string[];
}

/** Erases a person, by each account, from every database that was put aside, and names the backups that were made before. */
export async function eraseFromCopies(
  db: Database,
  accounts: readonly ErasedPerson[],
  by: string,
): Promise<ErasedCopies> {
  if (db.file === undefined) return { erasedIn: [], toDestroy: [] };
  const erasedIn: string[] = [];
  const toDestroy: string[] = [];
  for (const file of listAside(db.file)) {
    const done = await eraseInCopy(file, accounts, by);
    if (done === undefined) toDestroy.push(file);
    else if (done) erasedIn.push(file);
  }
  // A stick that is not in the machine now cannot be looked at.
  for (const { file } of listBackups(db.file)) toDestroy.push(existsSync(file) ? file : `${file} (not here now)`);
  return { erasedIn, toDestroy };
}

/** Whether the copy held the person; undefined when it cannot be opened. */
async function eraseInCopy(file: string, accounts: readonly ErasedPerson[], by: string): Promise<boolean | undefined> {
  let db: Database | undefined;
  try {
    db = await openDatabase({ url: fileAddress(file) });
    await migrateDatabase(db);
    let held = false;
    for (const account of accounts) held = (await eraseFrom(db, account, by)) !== undefined || held;
    return held;
  } catch {
    return undefined;
  } finally {
    await db?.close();
  }
}
