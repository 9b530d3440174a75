import type { Database } from '#db/client.ts';
import { type PeopleInPicture, peopleInPicture } from '#domain/studio/picture.ts';
import type { SavedFile } from '#domain/studio/overlay.ts';

/** One content file as somebody saved it. */
export interface Revision extends SavedFile {
  /** What was live when the draft took the file up; null for a new file. */
  readonly baseDigest: string | null;
  /** What the shipped content held then. */
  readonly shippedDigest: string | null;
  /** Of a picture: what was said of the people in it. */
  readonly people: PeopleInPicture | undefined;
  /** Person; null once erased. */
  readonly by: string | null;
  readonly at: number;
}

/** All revisions of these drafts, the oldest first. */
export async function listRevisions({ client }: Database, drafts: readonly string[]): Promise<readonly Revision[]> {
  const ids = [...new Set(drafts)];
  const found: Revision[] = [];
  for (let at = 0; at < ids.length; at += 100) {
    const some = ids.slice(at, at + 100);
    const { rows } = await client.execute({
      sql: `SELECT id, draft, path, digest, base_digest, shipped_digest, people, "by", at FROM revision
        WHERE draft IN (${some.map(() => '?').join(', ')}) ORDER BY id`,
      args: some,
    });
    found.push(...rows.map(readRow));
  }
  return found.sort((a, b) => a.id - b.id);
}

function readRow(row: Record<string, unknown>): Revision {
  return {
    id: Number(row.id),
    draft: String(row.draft),
    path: String(row.path),
    digest: textOrNull(row.digest),
    baseDigest: textOrNull(row.base_digest),
    shippedDigest: textOrNull(row.shipped_digest),
    people: peopleInPicture.find((it) => it === row.people),
    by: textOrNull(row.by),
    at: Number(row.at),
  };
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
