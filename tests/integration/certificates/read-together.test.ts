import { expect, test } from 'vitest';
import { clearSecret } from '#server/people/house-acts.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { creditSecondReader } from '#server/certificates/read-together.ts';
import { sampleEditions } from '../../support/catalogue.ts';
import { openCertificateHouse } from '../../support/certificates.ts';
import { addTestPerson } from '../../support/database.ts';
import { makeLessonRead, makePractice } from '../../support/records.ts';

const pin = '482715';
const read = { course: 'up-202', lesson: 'biaya', edition: sampleEditions.lesson };

async function openTwo() {
  const { services, coordinator, siti, defects } = await openCertificateHouse();
  const tini = await addTestPerson(services, { login: 'tini', name: 'Tini' });
  const credit = (login: string, secret = pin, it = read) =>
    creditSecondReader(services, siti, { login, secret, address: '10.0.0.1', read: it });
  const listRecords = async () => {
    const { rows } = await services.db.client.execute(
      'SELECT login, kind, record.name FROM record JOIN person ON person.id = record.person ORDER BY login, kind',
    );
    return rows.map(({ login, kind, name }) => `${login} ${kind} ${name}`);
  };
  return { services, coordinator, siti, tini, defects, credit, listRecords };
}

test('a lesson read by two is credited to both, each by the own PIN, and marks stay with who earned them', async () => {
  const { services, siti, tini, defects, credit, listRecords } = await openTwo();
  await acceptRecords(services, siti, [makeLessonRead(siti), makePractice(siti)]);
  expect(await credit('tini')).toEqual(tini);
  await credit('tini');
  expect(await listRecords()).toEqual(['siti attempt biaya', 'siti lesson-read biaya', 'tini lesson-read biaya']);
  const { rows } = await services.db.client.execute(
    'SELECT DISTINCT person FROM grade JOIN record ON record.id = record',
  );
  expect(rows).toMatchObject([{ person: siti.id }]);
  const { rows: sessions } = await services.db.client.execute('SELECT id FROM session');
  expect([sessions, defects]).toEqual([[], []]);
});

test('nobody is credited without their own PIN, nor anybody twice, nor staff, nor for a lesson that is not there', async () => {
  const { services, coordinator, tini, credit, listRecords } = await openTwo();
  await expect(credit('tini', '111222')).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(credit('tini', '')).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(credit('entah')).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(credit('siti')).rejects.toMatchObject({ code: 'conflict', detail: 'same_person' });
  await expect(credit('wartini', 'sawah hijau pagi')).rejects.toMatchObject({ code: 'forbidden', detail: 'staff' });
  await expect(credit('tini', pin, { ...read, lesson: 'entah' })).rejects.toMatchObject({ code: 'invalid' });
  // Staff who cleared a PIN hold a number: it credits nobody.
  const number = await clearSecret(services, coordinator, tini.id);
  await expect(credit('tini', number)).rejects.toMatchObject({ detail: 'must_choose' });
  expect(await listRecords()).toEqual([]);
});

test('whoever guesses at PINs by this way is stopped as at the door', async () => {
  const { credit, listRecords } = await openTwo();
  let refused: unknown;
  for (let tried = 0; tried < 40 && refused === undefined; tried += 1) {
    const answer = await credit('tini', String(300_000 + tried)).catch((error: unknown) => error);
    if ((answer as { code?: string }).code !== 'unauthenticated') refused = answer;
  }
  expect(refused).toMatchObject({ code: 'too_many' });
  await expect(credit('tini')).rejects.toMatchObject({ code: 'too_many' });
  expect(await listRecords()).toEqual([]);
});
