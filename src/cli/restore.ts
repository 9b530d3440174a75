import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readEnvironment } from '#server/host/environment.ts';
import { restore } from '#server/backup/restore.ts';

// npm run restore -- FILE [--without-pepper]; the words of an encrypted backup are read from standard input
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'without-pepper': { type: 'boolean' } },
});
const [backup, ...rest] = positionals;
if (backup === undefined || rest.length > 0) throw new Error('Say from where: npm run restore -- FILE');
const { databaseUrl: url } = readEnvironment();
const summary = await restore({ url, backup, withoutPepper: values['without-pepper'], askWords });
console.log(JSON.stringify(summary));
if (!summary.hasKey) {
  console.error(
    'The key of the certificates is not with this backup: none can be issued before it is put back as "house-key".',
  );
}
if (!summary.compared) {
  console.error('This backup is from before backups carried a digest: only its structure could be checked.');
}

async function askWords(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const words = terminal.question('The twelve words of the recovery sheet: ');
    const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    return await Promise.race([words, ended]);
  } finally {
    terminal.close();
  }
}
