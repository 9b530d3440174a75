import type { Database, Statement } from '#db/client.ts';
import type { Viewer } from '#domain/person/person.ts';

/** What somebody wrote and has not saved. */
export interface Work {
  readonly text: string;
  readonly base: string;
  readonly at: number;
}

/** Others are said to be writing for so long after their last sign of it. */
const writingMs = 30 * 60_000;
/** A text that is far too long is not kept either. */
const keptLength = 200_000;

export async function keepWork(
  db: Database,
  viewer: Viewer,
  { draft, path, text, base }: { draft: string; path: string; text: string; base: string },
): Promise<void> {
  if (text.length > keptLength) return;
  await db.write([
    {
      sql: `INSERT INTO draft_work (draft, path, person, text, base, at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (draft, path, person) DO UPDATE SET text = excluded.text, base = excluded.base, at = excluded.at`,
      args: [draft, path, viewer.id, text, base, Date.now()],
    },
  ]);
}

export async function readWork(
  { client }: Database,
  { id }: Viewer,
  draft: string,
  path: string,
): Promise<Work | undefined> {
  const { rows } = await client.execute({
    sql: 'SELECT text, base, at FROM draft_work WHERE draft = ? AND path = ? AND person = ?',
    args: [draft, path, id],
  });
  const [row] = rows;
  return row && { text: String(row.text), base: String(row.base), at: Number(row.at) };
}

/** Names of the others who have unsaved work in a file. */
export async function listWriting(
  { client }: Database,
  { id }: Viewer,
  draft: string,
  path: string,
): Promise<string[]> {
  const { rows } = await client.execute({
    sql: `SELECT person.name FROM draft_work JOIN person ON person.id = draft_work.person
      WHERE draft = ? AND path = ? AND person <> ? AND draft_work.at > ? ORDER BY person.name`,
    args: [draft, path, id, Date.now() - writingMs],
  });
  return rows.map(({ name }) => String(name));
}

export function dropWork(draft: string, path: string, { id }: Viewer): Statement {
  return { sql: 'DELETE FROM draft_work WHERE draft = ? AND path = ? AND person = ?', args: [draft, path, id] };
}
