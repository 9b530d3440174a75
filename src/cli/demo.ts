import { buildCatalogue } from '#content/catalogue.ts';
import { readContent } from '#content/read.ts';
import { addDemo } from '#server/demo.ts';
import { readEnvironment } from '#server/host/environment.ts';
import { openServices } from '#server/host/open-services.ts';

// npm run demo
const { content, faults } = await readContent(process.cwd());
if (faults.some(({ severity }) => severity === 'error')) throw new Error('Mend the content first: npm run content');
const services = await openServices(readEnvironment());
try {
  const added = await addDemo({ ...services, catalogue: buildCatalogue(content) });
  for (const { person, secret } of added) {
    const { id, login, role, house } = person;
    console.log(JSON.stringify({ id, login, role, house, secret }));
  }
} finally {
  await services.db.close();
}
