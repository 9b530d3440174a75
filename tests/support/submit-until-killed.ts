import { join } from 'node:path';
import { openDatabase } from '#db/client.ts';
import type { Viewer } from '#domain/person/person.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { sampleCatalogue } from './catalogue.ts';
import { makePractice } from './records.ts';

// node submit-until-killed.ts FOLDER PERSON: four phones send without end; each acknowledged id is one line.
const [folder = '', id = ''] = process.argv.slice(2);
const db = await openDatabase({ url: `file:${join(folder, 'test.db')}` });
const viewer: Viewer = { id, login: 'siti', name: 'Siti', role: 'participant', house: 'kuripan' };

await Promise.all([1, 2, 3, 4].map(sendWithoutEnd));

async function sendWithoutEnd(): Promise<void> {
  for (;;) {
    const receipts = await acceptRecords({ db, catalogue: sampleCatalogue }, viewer, [makePractice(viewer)]);
    for (const receipt of receipts) if (receipt.outcome === 'recorded') process.stdout.write(`${receipt.id}\n`);
  }
}
