import { existsSync } from 'node:fs';
import { openDatabase } from '#db/client.ts';
import { databaseFile } from '#db/file.ts';
import { readOverlay, readOverlayFiles } from '#server/studio/overlay.ts';

/** Where the database is. */
interface Address {
  readonly databaseUrl: string;
  readonly databaseAuthToken: string | undefined;
}

/** What houses published over the shipped content, for commands that run beside the server: nothing where there is no database. */
export async function readPublishedFiles({
  databaseUrl: url,
  databaseAuthToken: authToken,
}: Address): Promise<ReadonlyMap<string, Buffer | null>> {
  const file = databaseFile(url);
  if (file !== undefined && !existsSync(file)) return new Map();
  const db = await openDatabase({ url, authToken, checkLater: true });
  try {
    return await readOverlayFiles(db, await readOverlay(db));
  } finally {
    await db.close();
  }
}
