import { parseArgs } from 'node:util';
import { backUp } from '#server/backup/backup.ts';
import { readEnvironment } from '#server/host/environment.ts';
import { openServices } from '#server/host/open-services.ts';

// npm run backup -- FILE [--plain | --new-sheet]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { plain: { type: 'boolean' }, 'new-sheet': { type: 'boolean' } },
});
const [target, ...rest] = positionals;
if (target === undefined || rest.length > 0) throw new Error('Say where to: npm run backup -- FILE');
if (values.plain && values['new-sheet'])
  throw new Error('A plain backup needs no recovery sheet: leave out one of the two.');
const form = values.plain ? 'plain' : { newSheet: values['new-sheet'], showWords: showSheet };
const { db } = await openServices(readEnvironment());
try {
  const made = await backUp(db, target, form);
  console.log(JSON.stringify(made));
  if (!made.hasKey)
    console.error('The key of the certificates (house-key) is not in its place: look for it in an earlier backup.');
  if (form === 'plain') {
    console.error(
      `Keep ${target}.pepper and ${target}.key too, apart from the backup: without them every PIN must be reset, and no certificate can be issued. None leaves this machine.`,
    );
  }
} finally {
  await db.close();
}

function showSheet(words: readonly string[]): void {
  const rows = [0, 4, 8].map((from) =>
    words
      .slice(from, from + 4)
      .map((word, at) => `${String(from + at + 1).padStart(6)}. ${word}`)
      .join(''),
  );
  console.error(
    [
      'RECOVERY SHEET. Write these twelve words on paper now: they are kept nowhere else, and without them nobody opens this',
      'backup or a later one. Keep the paper apart from the backups, with a second person whom the house trusts.',
      '',
      ...rows,
      '',
      'Lost or seen by somebody else? npm run backup -- FILE --new-sheet makes a new one; older backups keep their old words.',
    ].join('\n'),
  );
}
