import type { Database } from '#db/client.ts';

/** What somebody wrote in the studio. Instants are ISO 8601, UTC. */
export interface OwnWriting {
  /** Drafts that they began. */
  readonly begun: readonly { readonly course: string; readonly title: string; readonly at: string }[];
  /** Files that they saved; the texts are what is published, or was to be. */
  readonly saved: readonly { readonly title: string; readonly file: string; readonly at: string }[];
  /** What they did with drafts: asked, read, published, took back. */
  readonly acts: readonly {
    readonly title: string;
    readonly act: string;
    readonly note: string | null;
    readonly at: string;
  }[];
  readonly remarks: readonly { readonly title: string; readonly text: string; readonly at: string }[];
  /** What nobody else sees yet. */
  readonly unsaved: readonly {
    readonly title: string;
    readonly file: string;
    readonly text: string;
    readonly at: string;
  }[];
}

/** Everything that the studio keeps of a person, the oldest first. */
export async function listOwnWriting({ client }: Database, person: string): Promise<OwnWriting> {
  const list = async (sql: string) => (await client.execute({ sql, args: [person] })).rows;
  const [begun, saved, acts, remarks, unsaved] = await Promise.all([
    list('SELECT course, title, at FROM draft WHERE "by" = ? ORDER BY at, id'),
    list(`SELECT d.title, r.path, r.at FROM revision AS r JOIN draft AS d ON d.id = r.draft
      WHERE r."by" = ? ORDER BY r.id`),
    list(`SELECT d.title, s.state, s.note, s.at FROM draft_state AS s JOIN draft AS d ON d.id = s.draft
      WHERE s."by" = ? ORDER BY s.id`),
    list(
      'SELECT d.title, m.text, m.at FROM remark AS m JOIN draft AS d ON d.id = m.draft WHERE m."by" = ? ORDER BY m.id',
    ),
    list(`SELECT d.title, w.path, w.text, w.at FROM draft_work AS w JOIN draft AS d ON d.id = w.draft
      WHERE w.person = ? ORDER BY w.at, w.path`),
  ]);
  return {
    begun: begun.map((row) => ({ course: String(row.course), ...titleAndTime(row) })),
    saved: saved.map((row) => ({ file: String(row.path), ...titleAndTime(row) })),
    acts: acts.map((row) => ({
      act: String(row.state),
      note: row.note === null ? null : String(row.note),
      ...titleAndTime(row),
    })),
    remarks: remarks.map((row) => ({ text: String(row.text), ...titleAndTime(row) })),
    unsaved: unsaved.map((row) => ({ file: String(row.path), text: String(row.text), ...titleAndTime(row) })),
  };
}

function titleAndTime({ title, at }: Record<string, unknown>): { readonly title: string; readonly at: string } {
  return { title: String(title), at: new Date(Number(at)).toISOString() };
}
