import { backUp } from '#server/backup/backup.ts';
import { readEnvironment } from '#server/host/environment.ts';
import { openServices } from '#server/host/open-services.ts';

// npm run backup -- FILE
const [target, ...rest] = process.argv.slice(2);
if (target === undefined || rest.length > 0) throw new Error('Say where to: npm run backup -- FILE');
const { db } = await openServices(readEnvironment());
try {
  console.log(JSON.stringify(await backUp(db, target)));
  console.error(`Keep ${target}.pepper too, apart from the backup: without it every PIN must be reset.`);
} finally {
  await db.close();
}
