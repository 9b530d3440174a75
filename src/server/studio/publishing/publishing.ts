import type { Database, Statement } from '#db/client.ts';
import type { DraftState } from '#domain/studio/draft.ts';
import { readOverlay, readOverlayFiles, type Wanted } from '#server/studio/overlay.ts';

/** A draft that waits for the builder. */
export interface Asked extends Wanted {
  /** The row of its state. */
  readonly stateId: number;
  readonly by: string | null;
}

/** Drafts that are to be published or taken back, in the order in which they were asked for. */
export async function listAsked({ client }: Database): Promise<readonly Asked[]> {
  const { rows } = await client.execute(
    `SELECT id, draft, state, "by" FROM draft_state AS s
      WHERE state IN ('publish-asked', 'undo-asked') AND id = (SELECT max(id) FROM draft_state WHERE draft = s.draft)
      ORDER BY id`,
  );
  return rows.map(({ id, draft, state, by }) => ({
    stateId: Number(id),
    draft: String(draft),
    act: state === 'undo-asked' ? 'undo' : 'publish',
    by: by === null ? null : String(by),
  }));
}

/** What would stand over the shipped content if these were done. */
export async function filesWith(db: Database, asked: readonly Wanted[]): Promise<ReadonlyMap<string, Buffer | null>> {
  return readOverlayFiles(db, await readOverlay(db, asked));
}

/** Notes what went live with a release, all of it or nothing; what was noted before is not noted again. */
export async function recordPublished(db: Database, asked: readonly Asked[], release: string): Promise<void> {
  const at = Date.now();
  await db.write(
    asked.flatMap((it) => (it.act === 'publish' ? publishing(it, release, at) : undoing(it, release, at))),
  );
}

/** Notes why a draft could not go live: a line each. One that was to be taken back stays published. */
export async function recordFailed(
  db: Database,
  { draft, act, by, stateId }: Asked,
  faults: readonly string[],
): Promise<void> {
  const state: DraftState = act === 'publish' ? 'failed' : 'published';
  await db.write([stateRow(state, { draft, stateId, by, at: Date.now(), note: faults.slice(0, 50).join('\n') })]);
}

function publishing({ draft, by, stateId }: Asked, release: string, at: number): readonly Statement[] {
  return [
    {
      sql: `INSERT INTO publication (draft, through, release, change, alone, "by", at)
        SELECT ?, s.through, ?, s.change, NOT EXISTS (
          SELECT 1 FROM draft_state AS r WHERE r.draft = s.draft AND r.state = 'read' AND r.through = s.through
        ), ?, ? FROM draft_state AS s WHERE s.id = ? AND ${isLast}`,
      args: [draft, release, by, at, stateId],
    },
    stateRow('published', { draft, stateId, by, at, note: null }),
  ];
}

/** Nothing was done with the draft since. */
const isLast = 's.id = (SELECT max(id) FROM draft_state WHERE draft = s.draft)';

function undoing({ draft, by, stateId }: Asked, release: string, at: number): readonly Statement[] {
  return [
    {
      sql: `INSERT INTO publication (draft, through, release, undoes, alone, "by", at)
        SELECT draft, through, ?, id, alone, ?, ? FROM publication AS p WHERE draft = ? AND undoes IS NULL
          AND NOT EXISTS (SELECT 1 FROM publication WHERE undoes = p.id)`,
      args: [release, by, at, draft],
    },
    stateRow('undone', { draft, stateId, by, at, note: null }),
  ];
}

interface NextState extends Pick<Asked, 'draft' | 'stateId' | 'by'> {
  readonly at: number;
  readonly note: string | null;
}

function stateRow(state: DraftState, { draft, stateId, by, at, note }: NextState): Statement {
  return {
    sql: `INSERT INTO draft_state (draft, state, through, note, "by", at)
      SELECT ?, ?, s.through, ?, ?, ? FROM draft_state AS s WHERE s.id = ? AND ${isLast}`,
    args: [draft, state, note, by, at, stateId],
  };
}
