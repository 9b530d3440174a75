import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InStatement } from '@libsql/client';
import { whileBusy } from './busy.ts';
import type { Database } from './client.ts';
import { databaseFault } from './fault.ts';

interface Migration {
  readonly tag: string;
  readonly digest: string;
  readonly statements: readonly string[];
}

/**
 * Brings the tables up to this code, all missing migrations in one transaction. Answers the tags it applied.
 * @throws `database_newer` when the database knows a migration that this code does not
 */
export async function migrateDatabase(
  db: Database,
  folder = join(import.meta.dirname, 'migrations'),
): Promise<string[]> {
  const migrations = readMigrations(folder);
  return whileBusy(() => migrate(db, migrations), { renew: db.renew, patienceMs: 5000 });
}

async function migrate(db: Database, migrations: readonly Migration[]): Promise<string[]> {
  await db.client.execute(
    'CREATE TABLE IF NOT EXISTS migration (tag TEXT PRIMARY KEY NOT NULL, digest TEXT NOT NULL, applied_at INTEGER NOT NULL)',
  );
  const missing = await listMissing(db, migrations);
  if (missing.length === 0) return [];
  try {
    await db.client.migrate(missing.flatMap(toStatements));
  } catch (error) {
    // Another process may have applied the same ones in between.
    if ((await listMissing(db, migrations)).length > 0) throw error;
    return [];
  }
  return missing.map(({ tag }) => tag);
}

function readMigrations(folder: string): Migration[] {
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'));
  return journal.entries.map(({ tag }) => {
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8');
    return {
      tag,
      digest: createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex'),
      statements: text.split('--> statement-breakpoint').map((statement) => statement.trim()),
    };
  });
}

async function listMissing(db: Database, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await db.client.execute('SELECT tag, digest FROM migration');
  const applied = new Map(rows.map((row) => [String(row.tag), String(row.digest)]));
  const known = new Map(migrations.map(({ tag, digest }) => [tag, digest]));
  const unknown = [...applied].find(([tag, digest]) => known.get(tag) !== digest);
  if (unknown !== undefined) {
    throw databaseFault(
      'database_newer',
      `The database was made by another version of this program (migration ${unknown[0]}): start that version, or a newer one. Nothing was changed.`,
    );
  }
  return migrations.filter(({ tag }) => !applied.has(tag));
}

function toStatements({ tag, digest, statements }: Migration): InStatement[] {
  return [
    { sql: 'INSERT INTO migration (tag, digest, applied_at) VALUES (?, ?, ?)', args: [tag, digest, Date.now()] },
    ...statements,
  ];
}
