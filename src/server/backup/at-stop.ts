import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from '#db/client.ts';
import { backUp } from './backup.ts';
import { keptFile, pruneKept } from './kept.ts';
import { readRecipient } from './recovery-sheet.ts';

/** So many of the newest stay of each recovery sheet. */
const most = 5;

/**
 * Makes a backup in `folder`, when the server has answered everybody. Houses share a stick: what is encrypted to the same
 * recovery sheet lies in one folder, and only there older ones make room.
 * @returns one sentence (English): where the backup is, or why there is none; a stop never fails for it
 */
export async function backUpAtStop(db: Database, folder: string): Promise<string> {
  const recipient = db.file === undefined ? undefined : readRecipient(dirname(db.file));
  if (recipient === undefined)
    return 'No backup at this stop: there is no recovery sheet yet. Make one at /pengurus/mesin/.';
  if (!existsSync(dirname(folder))) return `No backup at this stop: ${dirname(folder)} is not there.`;
  try {
    const own = join(folder, recipient.slice(0, 12));
    mkdirSync(own, { recursive: true, mode: 0o700 });
    const { file } = await backUp(db, keptFile(own, new Date()), { showWords: () => undefined });
    pruneKept(own, most);
    return `Backup made: ${file}`;
  } catch (error) {
    return `No backup at this stop: ${error instanceof Error ? error.message : String(error)}`;
  }
}
