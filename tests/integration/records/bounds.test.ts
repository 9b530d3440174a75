import { expect, test } from 'vitest';
import { makeUuid } from '#server/uuid.ts';
import type { Viewer } from '#domain/person/person.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { storedLimits } from '#server/records/intake/record-rows.ts';
import { erasePerson } from '#server/people/own-data/erasure.ts';
import type { Services } from '#server/services.ts';
import { addTestPerson, makeFolder, openTestDatabase, openTestServices } from '../../support/database.ts';
import { watchQueries } from '../../support/query-plans.ts';
import { makeAssessment, makeLessonRead, makePractice } from '../../support/records.ts';

/** As if a person had sent so many records of one lesson, this many milliseconds ago. */
async function fill({ db }: Services, { id }: Viewer, { count, agoMs }: { count: number; agoMs: number }) {
  await db.write([
    {
      sql: `INSERT INTO record (id, kind, person, course, name, device, seq, answered_at, recorded_at, body, digest, flags, ordinal)
        SELECT 'x' || value, 'lesson-read', ?, 'up-999', 'x' || value, 'x', 0, ?, ?, '{}', 'x', '[]', 1
        FROM (WITH RECURSIVE c(value) AS (VALUES (1) UNION ALL SELECT value + 1 FROM c WHERE value < ?) SELECT value FROM c)`,
      args: [id, Date.now() - agoMs, Date.now() - agoMs, count],
    },
  ]);
}

const day = 86_400_000;

test('what is beyond a day’s measure stays on the phone and says what to do; the day after it is taken', async () => {
  const services = await openTestServices();
  const siti = await addTestPerson(services);
  const budi = await addTestPerson(services, { login: 'budi' });
  await fill(services, siti, { count: storedLimits.aDay - 1, agoMs: day / 2 });
  const first = makeLessonRead(siti);
  const receipts = await acceptRecords(services, siti, [first, makePractice(siti), makeLessonRead(siti)]);
  expect(receipts.map(({ outcome, code, detail }) => [outcome, code, detail])).toEqual([
    ['recorded', undefined, undefined],
    ['refused', 'too_many', 'day_full'],
    ['refused', 'too_many', 'day_full'],
  ]);
  expect(receipts[1]?.message).toMatch(/tetap disimpan di HP.*besok/);
  // Nothing of theirs is graded for a while; what is there already is told all the same.
  const again = await acceptRecords(services, siti, [first, makePractice(siti)]);
  expect(again.map(({ outcome }) => outcome)).toEqual(['duplicate', 'refused']);
  expect((await acceptRecords(services, budi, [makePractice(budi)]))[0]?.outcome).toBe('recorded');
});

test('what was stored more than a day ago does not count for today', async () => {
  const services = await openTestServices();
  const siti = await addTestPerson(services);
  await fill(services, siti, { count: storedLimits.aDay + 10, agoMs: day + 1000 });
  expect((await acceptRecords(services, siti, [makePractice(siti)]))[0]?.outcome).toBe('recorded');
});

test('the measure holds for two hosts together', async () => {
  const folder = makeFolder();
  const services = await openTestServices({ folder });
  const other = { ...services, db: await openTestDatabase(folder) };
  const siti = await addTestPerson(services);
  await fill(services, siti, { count: storedLimits.aDay - 2, agoMs: 1000 });
  const outcomes = [];
  for (const host of [services, other, services, other]) {
    outcomes.push(...(await acceptRecords(host, siti, [makePractice(siti)])).map(({ outcome }) => outcome));
  }
  expect(outcomes).toEqual(['recorded', 'recorded', 'refused', 'refused']);
});

test('of one lesson or quiz no more is kept than anybody ever does', async () => {
  const services = await openTestServices();
  const siti = await addTestPerson(services);
  const outcomes: string[] = [];
  for (let from = 0; from < storedLimits.ofOneName + 50; from += 50) {
    const records = Array.from({ length: 50 }, () => makeLessonRead(siti));
    const receipts = await acceptRecords(services, siti, records);
    outcomes.push(...receipts.map(({ outcome, detail }) => detail ?? outcome));
  }
  expect(outcomes.filter((it) => it === 'recorded')).toHaveLength(storedLimits.ofOneName);
  expect(outcomes.filter((it) => it === 'name_full')).toHaveLength(50);
  expect((await acceptRecords(services, siti, [makeLessonRead(siti, { lesson: 'harga' })]))[0]?.outcome).toBe(
    'recorded',
  );
});

test('an attempt is numbered, so that none costs more for those before it', async () => {
  const services = await openTestServices();
  const siti = await addTestPerson(services);
  await acceptRecords(services, siti, [makeAssessment(siti), makePractice(siti), makeAssessment(siti)]);
  const { db } = services;
  const { rows } = await db.client.execute('SELECT name, ordinal FROM record ORDER BY name, ordinal');
  expect(rows.map(({ name, ordinal }) => `${name} ${ordinal}`)).toEqual(['biaya 1', 'ujian-akhir 1', 'ujian-akhir 2']);
  const watched = watchQueries(db);
  await acceptRecords(services, siti, [makeAssessment(siti, { responses: [] })]);
  const plans = (await watched.listPlans()).map(({ line }) => line);
  // Of all that a person has stored only the day's is counted, and of a quiz only the first and the last few attempts.
  expect(plans.filter((line) => /record_person|record_ordinal/.test(line)).length).toBeGreaterThan(0);
  expect(plans.filter((line) => line.endsWith('record_person (person=?)'))).toEqual([]);
});

test('a record on its way while its person is erased is nobody’s any more', async () => {
  const services = await openTestServices();
  const siti = await addTestPerson(services);
  await erasePerson(services.db, 'siti', 'pengurus');
  await expect(acceptRecords(services, siti, [makePractice(siti)])).rejects.toMatchObject({ code: 'unauthenticated' });
  const { rows } = await services.db.client.execute('SELECT count(*) AS n FROM record');
  expect(Number(rows[0]?.n)).toBe(0);
});

test('an erased person’s record on its way does not hurt the records of others', async () => {
  const services = await openTestServices();
  const siti = await addTestPerson(services);
  const budi = await addTestPerson(services, { login: 'budi' });
  await erasePerson(services.db, 'siti', 'pengurus');
  const [gone, kept] = await Promise.allSettled([
    acceptRecords(services, siti, [makePractice(siti, { id: makeUuid() })]),
    acceptRecords(services, budi, [makePractice(budi)]),
  ]);
  expect(gone).toMatchObject({ status: 'rejected', reason: { code: 'unauthenticated' } });
  expect(kept).toMatchObject({ status: 'fulfilled', value: [{ outcome: 'recorded' }] });
});

test('many people who send at the same moment share a few statements', async () => {
  const services = await openTestServices();
  const people = [];
  for (let at = 0; at < 20; at += 1) people.push(await addTestPerson(services, { login: `orang${at}` }));
  let statements = 0;
  const { client } = services.db;
  const batch = client.batch.bind(client);
  client.batch = (list, mode) => {
    statements += list.length;
    return batch(list, mode);
  };
  const receipts = await Promise.all(people.map((it) => acceptRecords(services, it, [makeAssessment(it)])));
  expect(receipts.flat().map(({ outcome }) => outcome)).toEqual(Array(20).fill('recorded'));
  expect(statements).toBeLessThanOrEqual(6);
});
