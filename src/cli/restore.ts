import { parseArgs } from 'node:util';
import { readEnvironment } from '#server/host/environment.ts';
import { restore } from '#server/backup/restore.ts';

// npm run restore -- FILE [--without-pepper]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'without-pepper': { type: 'boolean' } },
});
const [backup, ...rest] = positionals;
if (backup === undefined || rest.length > 0) throw new Error('Say from where: npm run restore -- FILE');
const { databaseUrl: url } = readEnvironment();
console.log(JSON.stringify(await restore({ url, backup, withoutPepper: values['without-pepper'] })));
