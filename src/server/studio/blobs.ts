import type { Database, Statement } from '#db/client.ts';
import { sha256 } from '#server/digest.ts';

/** Texts that were read lately. The same bytes are the same object, so that they are parsed once. */
const known = new Map<string, Buffer>();
const knownLimit = 400;

/** Keeps a text, once. */
export function blobStatement(bytes: Buffer): Statement {
  return {
    sql: 'INSERT INTO content_blob (digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING',
    args: [sha256(bytes), bytes],
  };
}

/** What these digests name; all are there, for revisions name nothing else. */
export async function readBlobs(
  { client }: Database,
  digests: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const missing = [...new Set(digests)].filter((digest) => !known.has(digest));
  for (let at = 0; at < missing.length; at += 100) {
    const some = missing.slice(at, at + 100);
    const marks = some.map(() => '?').join(', ');
    const { rows } = await client.execute({
      sql: `SELECT digest, bytes FROM content_blob WHERE digest IN (${marks})`,
      args: some,
    });
    for (const { digest, bytes } of rows) known.set(String(digest), Buffer.from(bytes as ArrayBuffer));
  }
  const found = new Map(digests.flatMap((digest) => [...entryOf(digest)]));
  for (const digest of [...known.keys()].slice(0, Math.max(0, known.size - knownLimit))) known.delete(digest);
  return found;
}

function entryOf(digest: string): readonly [string, Buffer][] {
  const bytes = known.get(digest);
  return bytes === undefined ? [] : [[digest, bytes]];
}
