import type { Database, Statement } from '#db/client.ts';
import type { Viewer } from '#domain/person/person.ts';
import { addStep, readSteps, takeBack, type TextStep } from '#domain/studio/blocks/text-steps.ts';

/** What somebody wrote and has not saved. */
export interface Work {
  readonly text: string;
  readonly base: string;
  readonly at: number;
  /** How to come back to the texts before it. */
  readonly earlier: readonly TextStep[];
}

/** Others are said to be writing for so long after their last sign of it. */
const writingMs = 30 * 60_000;
/** A text that is far too long is not kept either. */
const keptLength = 200_000;

/** Keeps a text that is not saved yet; `before` is what stood there, where the writer can come back to it. */
export async function keepWork(
  db: Database,
  viewer: Viewer,
  { draft, path, text, base, before }: KeptWork,
): Promise<void> {
  if (text.length > keptLength) return;
  const known = await readWork(db, viewer, draft, path);
  const from = known?.text ?? before;
  const earlier = from === undefined ? [] : addStep(known?.earlier ?? [], from, text);
  await db.write([writeWork(viewer, { draft, path, text, base }, earlier)]);
}

interface KeptWork {
  readonly draft: string;
  readonly path: string;
  readonly text: string;
  readonly base: string;
  readonly before?: string | undefined;
}

/** Takes the newest change of an unsaved text back; false when there is none. */
export async function undoWork(db: Database, viewer: Viewer, draft: string, path: string): Promise<boolean> {
  const work = await readWork(db, viewer, draft, path);
  const undone = work && takeBack(work.earlier, work.text);
  if (work === undefined || undone === undefined) return false;
  await db.write([writeWork(viewer, { draft, path, text: undone.text, base: work.base }, undone.steps)]);
  return true;
}

function writeWork({ id }: Viewer, { draft, path, text, base }: KeptWork, earlier: readonly TextStep[]): Statement {
  return {
    sql: `INSERT INTO draft_work (draft, path, person, text, base, at, earlier) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (draft, path, person)
      DO UPDATE SET text = excluded.text, base = excluded.base, at = excluded.at, earlier = excluded.earlier`,
    args: [draft, path, id, text, base, Date.now(), JSON.stringify(earlier)],
  };
}

export async function readWork(
  { client }: Database,
  { id }: Viewer,
  draft: string,
  path: string,
): Promise<Work | undefined> {
  const { rows } = await client.execute({
    sql: 'SELECT text, base, at, earlier FROM draft_work WHERE draft = ? AND path = ? AND person = ?',
    args: [draft, path, id],
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  const { text, base, at, earlier } = row;
  return { text: String(text), base: String(base), at: Number(at), earlier: readSteps(String(earlier)) };
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
