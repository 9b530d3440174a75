import { userInfo } from 'node:os';
import type { Database } from '#db/client.ts';
import { readEnvironment } from './environment.ts';
import { openServices } from './open-services.ts';

// What commands share that an operator gives on the machine of the server.

/** The account that gives the command. */
export function operator(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container the account may have no name.
    return `uid ${process.getuid?.()}`;
  }
}

/** Gives the house's database away and closes it afterwards. */
export async function withDatabase(use: (db: Database) => Promise<void>): Promise<void> {
  const { db } = await openServices(readEnvironment());
  try {
    await use(db);
  } finally {
    await db.close();
  }
}

/** The first line of standard input; undefined at a terminal, when it is empty, or when nothing comes for five seconds. */
export async function readSecretLine(): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined;
  const silence = setTimeout(() => process.stdin.destroy(), 5000);
  let text = '';
  try {
    for await (const chunk of process.stdin.setEncoding('utf8')) {
      clearTimeout(silence);
      text += chunk;
      if (text.includes('\n')) break;
    }
  } catch {
    // Standard input is closed, or was by the silence: there is no secret.
  } finally {
    clearTimeout(silence);
  }
  return text.split(/\r?\n/)[0] || undefined;
}
