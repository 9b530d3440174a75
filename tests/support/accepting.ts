import type { Catalogue } from '#domain/course/catalogue.ts';
import type { Receipt } from '#domain/learning/record.ts';
import type { Viewer } from '#domain/person/person.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import type { Services } from '#server/services.ts';
import { sampleCatalogue } from './catalogue.ts';
import { addTestPerson, openTestServices } from './database.ts';

/** Services with their database, and a participant. */
export async function openWithSiti(catalogue: Catalogue = sampleCatalogue) {
  const services = await openTestServices({ catalogue });
  return { services, siti: await addTestPerson(services) };
}

export async function acceptOne(services: Services, viewer: Viewer, value: unknown): Promise<Receipt> {
  const [receipt] = await acceptRecords(services, viewer, [value]);
  if (receipt === undefined) throw new Error('no receipt');
  return receipt;
}

/** How many records there are, and how many grades. */
export async function countRecords({ db }: Services): Promise<unknown> {
  const { rows } = await db.client.execute(
    'SELECT (SELECT count(*) FROM record) AS r, (SELECT count(*) FROM grade) AS g',
  );
  return [rows[0]?.r, rows[0]?.g];
}

/** What became of each record, in one line. */
export const outcomes = (receipts: readonly Receipt[]) =>
  receipts.map(({ outcome, code, detail }) => [outcome, code, detail].filter((it) => it !== undefined).join(' '));
