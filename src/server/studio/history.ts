import type { Database } from '#db/client.ts';
import type { ChangeKind } from '#domain/studio/change-kind.ts';
import { readBlobs } from './blobs.ts';
import { compareTexts, type FileDifference } from '#server/studio/writing/differences.ts';

/** A file that went live, or was taken back. */
export interface PastPublication {
  readonly at: number;
  /** Undefined once that person is erased. */
  readonly by: string | undefined;
  readonly writer: string | undefined;
  readonly house: string;
  readonly title: string;
  readonly isUndoing: boolean;
  /** Whether nobody but its writer had read it. */
  readonly alone: boolean;
  /** What its publisher said of the change; undefined where it was not said. */
  readonly change: ChangeKind | undefined;
  readonly difference: FileDifference;
}

const limit = 50;

/** What houses published of a file, the newest first. */
export async function readHistory(db: Database, path: string): Promise<readonly PastPublication[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT p.at, p.undoes, p.alone, p.change, who.name AS by_name, writer.name AS writer, draft.house, draft.title,
        r.digest, r.base_digest
      FROM publication AS p JOIN draft ON draft.id = p.draft
      JOIN revision AS r ON r.id = (SELECT max(id) FROM revision WHERE draft = p.draft AND path = ? AND id <= p.through)
      LEFT JOIN person AS who ON who.id = p."by" LEFT JOIN person AS writer ON writer.id = r."by"
      ORDER BY p.id DESC LIMIT ?`,
    args: [path, limit],
  });
  const digests = rows.flatMap(({ digest, base_digest }) =>
    [digest, base_digest].flatMap((it) => (it ? [String(it)] : [])),
  );
  const blobs = await readBlobs(db, digests);
  const textOf = (digest: unknown): string | undefined => blobs.get(String(digest))?.toString('utf8');
  return rows.map((row) => {
    const isUndoing = row.undoes !== null;
    const [before, after] = [textOf(row.base_digest), textOf(row.digest)];
    return {
      at: Number(row.at),
      by: row.by_name === null ? undefined : String(row.by_name),
      writer: row.writer === null ? undefined : String(row.writer),
      house: String(row.house),
      title: String(row.title),
      isUndoing,
      alone: row.alone === 1 && !isUndoing,
      change: (row.change as ChangeKind | null) ?? undefined,
      difference: isUndoing ? compareTexts(path, after, before) : compareTexts(path, before, after),
    };
  });
}
