import { openDatabase } from '#db/client.ts';
import { databaseFile } from '#db/file.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { dataFolder, type Environment } from './environment.ts';
import { settleSwap } from '#server/backup/swap.ts';
import { openPepper } from '#server/accounts/pepper.ts';
import type { Hosting } from './exchange.ts';

/** Opens the database, brings its tables up to date and reads its pepper. @throws one sentence that says what to do */
export async function openServices(
  environment: Pick<Environment, 'databaseUrl' | 'databaseAuthToken'>,
): Promise<Hosting['services']> {
  const file = databaseFile(environment.databaseUrl);
  if (file !== undefined) settleSwap(file);
  const db = await openDatabase({ url: environment.databaseUrl, authToken: environment.databaseAuthToken });
  try {
    await migrateDatabase(db);
    return { db, pepper: await openPepper(db, dataFolder) };
  } catch (error) {
    await db.close();
    throw error;
  }
}
