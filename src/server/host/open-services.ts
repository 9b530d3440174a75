import { openDatabase } from '#db/client.ts';
import { databaseFile } from '#db/file.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { dataFolder, type Environment } from './environment.ts';
import { settleSwap } from '#server/backup/swap.ts';
import { openPepper } from '#server/accounts/pepper.ts';
import { adoptHouseKey, houseKeyFile } from '#server/certificates/house-key.ts';
import type { Hosting } from '#server/host/serving/exchange.ts';

/**
 * Opens the database, brings its tables up to date, reads its pepper and sees to its key. `checkLater` as in `openDatabase`.
 * @throws one sentence that says what to do
 */
export async function openServices(
  { databaseUrl, databaseAuthToken: authToken }: Pick<Environment, 'databaseUrl' | 'databaseAuthToken'>,
  { checkLater = false } = {},
): Promise<Hosting['services']> {
  const file = databaseFile(databaseUrl);
  if (file !== undefined) settleSwap(file);
  const db = await openDatabase({ url: databaseUrl, authToken, checkLater });
  try {
    await migrateDatabase(db);
    const pepper = await openPepper(db, dataFolder);
    const keyFile = houseKeyFile(db, dataFolder);
    await adoptHouseKey(db, keyFile);
    return { db, pepper, keyFile };
  } catch (error) {
    await db.close();
    throw error;
  }
}
