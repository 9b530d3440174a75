import { existsSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { desc } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { pepper as pepperTable } from '#db/schema/accounts.ts';
import { sha256 } from '#server/digest.ts';
import { makeSecretFile, readSecretFile } from '#server/secret-file.ts';

/** Where the pepper of a database is kept: beside its file; below `dataFolder` when the database is remote. */
export function pepperFile(db: Pick<Database, 'file'>, dataFolder: string): string {
  return join(db.file === undefined ? dataFolder : dirname(db.file), 'pepper');
}

/**
 * The pepper of this database; made at the first start. One sentence says what to do when it is gone or another's:
 * with a new one silently in its place no PIN would be right any more.
 */
export async function openPepper(db: Database, dataFolder: string): Promise<Uint8Array> {
  const file = pepperFile(db, dataFolder);
  const [expected] = await db.orm.select().from(pepperTable).orderBy(desc(pepperTable.since)).limit(1);
  if (expected === undefined) return adoptPepper(db, file);
  const found = readSecretFile(file);
  if (found === undefined) {
    throw new Error(
      `The file ${file} is missing, without it no PIN is right: copy it back from your backup (FILE.pepper) or from the other host. ` +
        'If it is lost for good, run "npm run person -- reset LOGIN --new-pepper"; everybody else then needs a reset too.',
    );
  }
  if (digestPepper(found) !== expected.digest) {
    throw new Error(
      `The file ${file} belongs to another database, with it no PIN is right: put back the one that was saved with this database (FILE.pepper).`,
    );
  }
  return found;
}

/**
 * Puts a new pepper in place of a lost one. Every PIN and passphrase must then be reset.
 * @throws when the right pepper is there after all
 */
export async function replacePepper(db: Database, dataFolder: string): Promise<Uint8Array> {
  const file = pepperFile(db, dataFolder);
  const [expected] = await db.orm.select().from(pepperTable).orderBy(desc(pepperTable.since)).limit(1);
  if (existsSync(file)) {
    if (digestPepper(readFileSync(file)) === expected?.digest) {
      throw new Error(`The right pepper is in its place (${file}): --new-pepper is only for a lost one.`);
    }
    renameSync(file, `${file}.replaced-${Date.now()}`);
  }
  return adoptPepper(db, file);
}

/** How the database knows its pepper again without holding it. */
export function digestPepper(bytes: Uint8Array): string {
  return sha256(bytes);
}

async function adoptPepper(db: Database, file: string): Promise<Uint8Array> {
  const bytes = readSecretFile(file) ?? makeSecretFile(file);
  await db.write([
    db.orm
      .insert(pepperTable)
      .values({ digest: digestPepper(bytes), since: Date.now() })
      .onConflictDoNothing(),
  ]);
  return bytes;
}
