import type { Database } from '#db/client.ts';
import { readOverlay } from '#server/studio/overlay.ts';
import { bytesIn, shippedContent } from '#server/studio/sources.ts';
import { textDigest } from '#server/studio/writing/texts.ts';

/** The published files whose shipped text is another than the one that the house began from: somebody must compare them. */
export async function listShippedChanges(db: Database): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const [path, { shippedDigest, digest }] of await readOverlay(db)) {
    const shipped = textDigest(await bytesIn(shippedContent, path));
    if (shipped !== (shippedDigest ?? '') && shipped !== digest) changed.push(path);
  }
  return changed;
}
