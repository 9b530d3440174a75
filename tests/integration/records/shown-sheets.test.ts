import { expect, test } from 'vitest';
import { createSession } from '#server/accounts/auth.ts';
import { erasePerson } from '#server/people/own-data/erasure.ts';
import { copyPersonalData } from '#server/people/own-data/personal-data.ts';
import { forgetOld } from '#server/people/own-data/retention.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { readProgress } from '#server/records/progress.ts';
import { listShownSheets, readShownSheet, takeBackSheet } from '#server/records/shown-sheets.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeLessonRead, makeSheet } from '../../support/records.ts';

const day = 86_400_000;

async function openHouse() {
  const services = await openTestServices();
  const siti = await addTestPerson(services);
  const rahmat = await addTestPerson(services, { login: 'rahmat', role: 'trainer', name: 'Pak Rahmat' });
  return { services, siti, rahmat };
}

test('the newest sheet of a lesson is seen by the staff of the house, and by nobody else', async () => {
  const { services, siti, rahmat } = await openHouse();
  const rina = await addTestPerson(services, { login: 'rina', name: 'Rina' });
  const other = await addTestPerson(services, { login: 'lain', role: 'trainer', name: 'Pak Lain', house: 'tracap' });
  const [first, second] = [makeSheet(siti), makeSheet(siti, { texts: { cells: { units: '50' }, lists: {} } })];
  const receipts = await acceptRecords(services, siti, [first, second, second]);
  expect(receipts.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded', 'duplicate']);
  const seen = { id: second.id, person: siti.id };
  await expect(readShownSheet(services, rahmat, seen)).resolves.toMatchObject({
    ...{ name: 'Siti Aminah', sheet: 'hpp', texts: { cells: { units: '50' } } },
  });
  for (const [viewer, code] of [
    [undefined, 'unauthenticated'],
    [siti, 'forbidden'],
    [rina, 'forbidden'],
    [other, 'not_found'],
  ] as const) {
    await expect(readShownSheet(services, viewer, seen)).rejects.toMatchObject({ code });
  }
  const older = readShownSheet(services, rahmat, { id: first.id, person: siti.id });
  await expect(older).rejects.toMatchObject({ code: 'not_found' });
  await expect(readShownSheet(services, rahmat, { ...seen, person: rina.id })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('what is taken back is seen no more, until it is shown again', async () => {
  const { services, siti, rahmat } = await openHouse();
  const rina = await addTestPerson(services, { login: 'rina', name: 'Rina' });
  const shown = makeSheet(siti);
  await acceptRecords(services, siti, [shown]);
  await expect(takeBackSheet(services, rina, shown.id)).rejects.toMatchObject({ code: 'not_found' });
  await takeBackSheet(services, siti, shown.id);
  expect(await listShownSheets(services, siti.id)).toEqual([]);
  const gone = readShownSheet(services, rahmat, { id: shown.id, person: siti.id });
  await expect(gone).rejects.toMatchObject({ code: 'not_found' });
  // What was sent already and comes once more brings nothing back.
  await acceptRecords(services, siti, [shown]);
  expect(await listShownSheets(services, siti.id)).toEqual([]);
  await acceptRecords(services, siti, [makeSheet(siti)]);
  expect(await listShownSheets(services, siti.id)).toHaveLength(1);
});

test('a sheet is no progress, stands in its owner’s copy and goes with its owner', async () => {
  const { services, siti } = await openHouse();
  const progress = async () => (await readProgress(services, siti)).progress;
  await acceptRecords(services, siti, [makeLessonRead(siti)]);
  const before = await progress();
  await acceptRecords(services, siti, [makeSheet(siti)]);
  expect(await progress()).toEqual(before);
  const copy = await copyPersonalData(services.db, 'siti');
  expect(JSON.stringify(copy.records)).toContain('Singkong');
  await createSession(services.db, siti.id, false);
  await erasePerson(services.db, 'siti', 'pengurus');
  expect((await services.db.client.execute("SELECT * FROM record WHERE kind = 'worksheet'")).rows).toEqual([]);
});

test('a sheet that another one followed is forgotten after thirty days, the newest and all other records never', async () => {
  const { services, siti } = await openHouse();
  const shown = makeSheet(siti);
  await acceptRecords(services, siti, [makeLessonRead(siti), shown, makeSheet(siti, { texts: null })]);
  const kinds = async () =>
    (await services.db.client.execute('SELECT id, kind FROM record ORDER BY kind, ordinal')).rows.map(
      ({ kind }) => kind,
    );
  await forgetOld(services.db, Date.now() + 29 * day);
  expect(await kinds()).toEqual(['lesson-read', 'worksheet', 'worksheet']);
  await forgetOld(services.db, Date.now() + 31 * day);
  expect(await kinds()).toEqual(['lesson-read', 'worksheet']);
  const rest = services.db.write([{ sql: 'DELETE FROM record', args: [] }]);
  await expect(rest).rejects.toThrow('append-only');
  expect(await listShownSheets(services, siti.id)).toEqual([]);
});

test('what is no sheet of this lesson’s course is refused and stays on the phone', async () => {
  const { services, siti } = await openHouse();
  const wrong = [
    { ...makeSheet(siti), lesson: 'tidak-ada' },
    { ...makeSheet(siti), edition: 'ffffffffffffffff' },
    { ...makeSheet(siti), sheet: 'tidak-ada' },
    { ...makeSheet(siti), texts: { cells: { a: 'x'.repeat(1001) }, lists: {} } },
    { ...makeSheet(siti), texts: { cells: { a: 1 }, lists: {} } },
    { ...makeSheet(siti), texts: { cells: {} } },
  ];
  const receipts = await acceptRecords(services, siti, wrong);
  expect(receipts.map(({ outcome, code }) => [outcome, code])).toEqual(wrong.map(() => ['refused', 'invalid']));
});
