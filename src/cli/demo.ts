import { parseArgs } from 'node:util';
import { buildCatalogue } from '#content/catalogue.ts';
import { publishedContent } from '#content/published.ts';
import { readContent } from '#content/read.ts';
import { addDemo, type DemoSize } from '#server/demo.ts';
import { readEnvironment } from '#server/host/environment.ts';
import { openServices } from '#server/host/open-services.ts';

// npm run demo [-- --houses N --participants N --records N]
const size = readSize();
const { content, faults } = await readContent(process.cwd());
if (faults.some(({ severity }) => severity === 'error')) throw new Error('Mend the content first: npm run content');
const services = await openServices(readEnvironment());
try {
  const added = await addDemo({ ...services, catalogue: buildCatalogue(publishedContent(content)) }, size);
  for (const { person, secret } of added) {
    const { id, login, role, house } = person;
    console.log(JSON.stringify({ id, login, role, house, secret }));
  }
} finally {
  await services.db.close();
}

/** Houses, participants a house and records a participant as they were typed. @throws one sentence that says what to write */
function readSize(): DemoSize {
  const number = { type: 'string' } as const;
  const { values } = parseArgs({ options: { houses: number, participants: number, records: number } });
  return {
    houses: readCount('houses', values.houses, 1),
    participants: readCount('participants', values.participants, 0),
    records: readCount('records', values.records, 0),
  };
}

function readCount(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text) || Number(text) < least) {
    throw new Error(`--${name} must be a whole number from ${least}.`);
  }
  return Number(text);
}
