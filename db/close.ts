import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Client } from '@libsql/client';

/**
 * Closes a client of a local file for good. libsql keeps the file open and locked until the statements that were run on it
 * are garbage; collecting them now empties the log into the file, lets go of the lock, and on Windows allows to move it.
 */
export async function closeFileClient(client: Client): Promise<void> {
  client.close();
  await finaliseStatements();
}

/** Collects the statements that nobody uses any more, and with them the locks that they hold. */
export async function finaliseStatements(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collectGarbage: unknown = runInNewContext('gc');
  if (typeof collectGarbage === 'function') collectGarbage();
  // Statements are finalised in the turn after their collection.
  await new Promise((resolve) => setImmediate(resolve));
}
