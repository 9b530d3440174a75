import type { Database } from '#db/client.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { DraftState } from '#domain/studio/draft.ts';
import { lastOfEach } from '#domain/studio/overlay.ts';
import { type DraftPart, partOf } from '#domain/studio/draft-path.ts';
import { listRevisions, type Revision } from './revisions.ts';

/** A draft as lists show it. Names are undefined once their person is erased. */
export interface Draft {
  readonly id: string;
  readonly course: string;
  readonly title: string;
  readonly by: string | undefined;
  /** The person's id. */
  readonly byId: string | null;
  readonly state: DraftState;
  readonly stateBy: string | undefined;
  readonly stateAt: number;
  /** What was said with the state; of a failed build its faults. */
  readonly note: string | undefined;
}

export interface Remark {
  readonly text: string;
  readonly by: string | undefined;
  readonly at: number;
}

/** A draft with all that belongs to it. */
export interface OpenDraft extends Draft {
  readonly parts: readonly (Revision & { readonly part: DraftPart })[];
  /** The newest revision; 0 when there is none. */
  readonly through: number;
  /** Row of the state: who acts names the one that they saw. */
  readonly stateId: number;
  /** Ids of whoever saved something. */
  readonly writers: readonly (string | null)[];
  /** Who said to have read it as it stands. */
  readonly reader: string | null | undefined;
  readonly remarks: readonly Remark[];
}

const columns = `draft.id, draft.course, draft.title, draft."by" AS by_id, writer.name AS by_name,
  state.id AS state_id, state.state, state.at AS state_at, state.note, state.through, actor.name AS state_by`;
const joined = `FROM draft
  JOIN draft_state AS state ON state.id = (SELECT max(id) FROM draft_state WHERE draft = draft.id)
  LEFT JOIN person AS writer ON writer.id = draft."by" LEFT JOIN person AS actor ON actor.id = state."by"`;

/** So many of the newest drafts of a house are shown. */
const listLimit = 60;

/** The drafts of the viewer's house, the newest first. */
export async function listDrafts({ client }: Database, { house }: Viewer): Promise<readonly Draft[]> {
  const { rows } = await client.execute({
    sql: `SELECT ${columns} ${joined} WHERE draft.house = ? ORDER BY draft.at DESC LIMIT ?`,
    args: [house, listLimit],
  });
  return rows.map(readDraft);
}

/** A draft of the viewer's house. @throws Refusal not_found */
export async function requireDraft(db: Database, { house }: Viewer, id: string): Promise<OpenDraft> {
  const { rows } = await db.client.execute({
    sql: `SELECT ${columns} ${joined} WHERE draft.id = ? AND draft.house = ?`,
    args: [id, house],
  });
  const [row] = rows;
  if (row === undefined) throw new Refusal('not_found', 'draft');
  const revisions = await listRevisions(db, [id]);
  const through = revisions.at(-1)?.id ?? 0;
  return {
    ...readDraft(row),
    parts: lastOfEach(revisions).flatMap((it) => {
      const part = partOf(it.path);
      return part === undefined ? [] : [{ ...it, part }];
    }),
    through,
    stateId: Number(row.state_id),
    writers: [...new Set(revisions.map(({ by }) => by))],
    reader: await findReader(db, id, through),
    remarks: await listRemarks(db, id),
  };
}

/** How many others of the house's staff could read what somebody wrote. */
export async function countOtherStaff({ client }: Database, { id, house }: Viewer): Promise<number> {
  const { rows } = await client.execute({
    sql: `SELECT count(*) AS n FROM person
      WHERE house = ? AND role IN ('trainer', 'coordinator') AND deactivated_at IS NULL AND id <> ?`,
    args: [house, id],
  });
  return Number(rows[0]?.n);
}

async function findReader({ client }: Database, draft: string, through: number): Promise<string | null | undefined> {
  const { rows } = await client.execute({
    sql: `SELECT "by" FROM draft_state WHERE draft = ? AND state = 'read' AND through = ? ORDER BY id DESC LIMIT 1`,
    args: [draft, through],
  });
  const by = rows[0]?.by;
  return by === undefined ? undefined : by === null ? null : String(by);
}

async function listRemarks({ client }: Database, draft: string): Promise<readonly Remark[]> {
  const { rows } = await client.execute({
    sql: `SELECT remark.text, remark.at, person.name FROM remark LEFT JOIN person ON person.id = remark."by"
      WHERE remark.draft = ? ORDER BY remark.id DESC LIMIT 100`,
    args: [draft],
  });
  return rows.map(({ text, at, name }) => ({ text: String(text), at: Number(at), by: nameOf(name) }));
}

function readDraft(row: Record<string, unknown>): Draft {
  return {
    id: String(row.id),
    course: String(row.course),
    title: String(row.title),
    by: nameOf(row.by_name),
    byId: row.by_id === null ? null : String(row.by_id),
    state: row.state as DraftState,
    stateBy: nameOf(row.state_by),
    stateAt: Number(row.state_at),
    note: nameOf(row.note),
  };
}

function nameOf(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}
