import type { Database } from '#db/client.ts';
import { openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { dataFolder, type Environment } from './environment.ts';
import { openPepper } from './pepper.ts';

/**
 * Opens the database that the environment names, brings its tables up to this code and finds its pepper.
 * @throws errors whose message is one sentence that says what to do
 */
export async function openData(
  { databaseUrl, databaseAuthToken }: Pick<Environment, 'databaseUrl' | 'databaseAuthToken'>,
  folder = dataFolder,
): Promise<{ readonly db: Database; readonly pepper: Uint8Array }> {
  const db = await openDatabase({ url: databaseUrl, authToken: databaseAuthToken });
  try {
    await migrateDatabase(db);
    return { db, pepper: await openPepper(db, folder) };
  } catch (error) {
    await db.close();
    throw error;
  }
}
