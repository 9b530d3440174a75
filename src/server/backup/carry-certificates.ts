import type { Database } from '#db/client.ts';

const tables = {
  certificate_key: ['key', 'since'],
  certificate_number: ['id', 'key', 'house'],
  certificate_end: ['certificate', 'why', 'at', 'by', 'successor'],
} as const;

/**
 * Takes into a restored database which keys, numbers and ends of certificates came since its backup: what was revoked stays
 * revoked, and a key that was closed stays closed. The certificates themselves are the backup's.
 */
export async function carryCertificates(restored: Database, replaced: Database): Promise<void> {
  if (!(await hasCertificates(replaced)) || !(await isOfOneHouse(restored, replaced))) return;
  for (const [table, columns] of Object.entries(tables)) {
    const { rows } = await replaced.client.execute(`SELECT ${quoted(columns)} FROM ${table} ORDER BY rowid`);
    const marks = columns.map(() => '?').join(', ');
    await restored.write(
      rows.map((row) => ({
        sql: `INSERT INTO ${table} (${quoted(columns)}) VALUES (${marks}) ON CONFLICT DO NOTHING`,
        args: columns.map((column) => row[column] ?? null),
      })),
    );
  }
}

/** A database from before there were certificates has no tables of them. */
async function hasCertificates({ client }: Database): Promise<boolean> {
  const { rows } = await client.execute("SELECT 1 FROM sqlite_schema WHERE name = 'certificate_end'");
  return rows.length > 0;
}

/** Whether both have known a same pepper: one came from the other. */
async function isOfOneHouse(a: Database, b: Database): Promise<boolean> {
  const [ours, theirs] = await Promise.all([a, b].map(({ client }) => client.execute('SELECT digest FROM pepper')));
  const known = new Set(ours?.rows.map(({ digest }) => String(digest)));
  return theirs?.rows.some(({ digest }) => known.has(String(digest))) ?? false;
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
