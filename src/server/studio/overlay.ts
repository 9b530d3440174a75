import { createHash } from 'node:crypto';
import type { Database } from '#db/client.ts';
import { housesFile, readHouses, writeHouses } from '#content/houses.ts';
import { mergeHouses } from '#domain/house.ts';
import { foldOverlay, lastOfEach, type LivePublication } from '#domain/studio/overlay.ts';
import { listSetHouses } from '#server/houses/houses.ts';
import { readBlobs } from './blobs.ts';
import { listRevisions, type Revision } from './revisions.ts';

/** What a draft is to do to what is live. */
export interface Wanted {
  readonly draft: string;
  readonly act: 'publish' | 'undo';
}

/** By path what houses published over the shipped content, as it would be after these acts too. */
export async function readOverlay(
  db: Database,
  wanted: readonly Wanted[] = [],
): Promise<ReadonlyMap<string, Revision>> {
  if (!(await hasTables(db))) return new Map();
  const undone = new Set(wanted.flatMap(({ draft, act }) => (act === 'undo' ? draft : [])));
  const published = (await listLive(db)).filter(({ draft }) => !undone.has(draft));
  const asked = wanted.flatMap(({ draft, act }): LivePublication[] =>
    act === 'publish' ? [{ draft, through: Number.MAX_SAFE_INTEGER }] : [],
  );
  const all = [...published, ...asked];
  return foldOverlay(
    all,
    await listRevisions(
      db,
      all.map(({ draft }) => draft),
    ),
  );
}

/** The bytes of an overlay by path, with the houses that a keeper set; null where a file is taken away. */
export async function readOverlayFiles(
  db: Database,
  overlay: ReadonlyMap<string, Pick<Revision, 'digest'>>,
): Promise<ReadonlyMap<string, Buffer | null>> {
  const digests = [...overlay.values()].flatMap(({ digest }) => digest ?? []);
  const blobs = await readBlobs(db, digests);
  const files = new Map(
    [...overlay].map(([path, { digest }]) => [path, digest === null ? null : requireBlob(blobs, digest)] as const),
  );
  const set = await listSetHouses(db);
  if (set.length === 0) return files;
  const houses = mergeHouses(await readHouses(process.cwd()), set);
  return files.set(housesFile, Buffer.from(writeHouses(houses)));
}

/** Names what an overlay holds; undefined when it holds nothing. */
export function digestOverlay(overlay: ReadonlyMap<string, Pick<Revision, 'digest'>>): string | undefined {
  if (overlay.size === 0) return undefined;
  const hash = createHash('sha256');
  for (const [path, { digest }] of [...overlay].sort()) hash.update(`${path}\0${digest ?? ''}\0`);
  return hash.digest('hex');
}

/** The newest revision of each file of a draft. */
export async function listParts(db: Database, draft: string): Promise<readonly Revision[]> {
  return lastOfEach(await listRevisions(db, [draft]));
}

async function listLive({ client }: Database): Promise<readonly LivePublication[]> {
  const { rows } = await client.execute(
    `SELECT draft, through FROM publication AS p WHERE undoes IS NULL
      AND NOT EXISTS (SELECT 1 FROM publication WHERE undoes = p.id) ORDER BY id`,
  );
  return rows.map(({ draft, through }) => ({ draft: String(draft), through: Number(through) }));
}

/** A database from before drafts has published none. */
async function hasTables({ client }: Database): Promise<boolean> {
  const { rows } = await client.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'publication'");
  return rows.length > 0;
}

function requireBlob(blobs: ReadonlyMap<string, Buffer>, digest: string): Buffer {
  const bytes = blobs.get(digest);
  if (bytes === undefined) throw new Error(`content_blob ${digest} is missing`);
  return bytes;
}
