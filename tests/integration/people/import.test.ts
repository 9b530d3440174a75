import writeExcelFile from 'write-excel-file/node';
import { expect, test } from 'vitest';
import { writeCsv } from '#domain/csv.ts';
import { readPeopleFile, readPeopleText } from '#content/exchange/table/people.ts';
import { findAccount } from '#server/accounts/sign-in.ts';
import { checkPeople, importPeople } from '#server/people/import.ts';
import { mergePeople } from '#server/people/merge.ts';
import { setActive } from '#server/people/house-acts.ts';
import { listPersons } from '#server/people/people.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

async function openHouse() {
  const services = await openTestServices();
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const siti = await addTestPerson(services);
  return { services, wartini, siti };
}

function rowsOf(text: string) {
  const table = readPeopleText(text);
  if ('problem' in table) throw new Error(table.problem);
  return table.rows;
}

test('a list is checked without a change, then added whole, and everybody can choose a PIN', async () => {
  const { services, wartini } = await openHouse();
  const rows = rowsOf('Bu Siti Nur\nPak Budi\nBu Budi');
  const { ready, wrong } = await checkPeople(services, wartini, rows);
  expect([ready.map(({ login }) => login), wrong]).toEqual([['siti2', 'budi', 'budi2'], []]);
  expect(await listPersons(services.db)).toHaveLength(2);
  const added = await importPeople(services, wartini, rows, { id: makeUuid() });
  for (const { person, secret = '' } of added) {
    const account = await findAccount(services, { login: person.login, secret, address: '10.0.0.1' });
    expect(account).toMatchObject({ viewer: person, mustChoose: true });
  }
  const { rows: deeds } = await services.db.client.execute("SELECT person FROM deed WHERE act = 'add'");
  expect(deeds).toHaveLength(3);
});

test('one wrong row keeps everybody out, and each is named', async () => {
  const { services, wartini } = await openHouse();
  await addTestPerson(services, { login: 'jauh', name: 'Jauh', house: 'tracap' });
  const rows = rowsOf('nama;nama masuk;peran\nBudi;budi;peserta\nLain;siti;peserta\nJauh;jauh;peserta\nEko;;raja');
  expect((await checkPeople(services, wartini, rows)).wrong).toEqual([
    { line: 3, problem: 'login_taken' },
    { line: 4, problem: 'login_taken' },
    { line: 5, problem: 'role_unknown' },
  ]);
  const adding = importPeople(services, wartini, rows, { id: makeUuid() });
  await expect(adding).rejects.toMatchObject({ code: 'invalid', detail: 'list_wrong' });
  expect(await listPersons(services.db)).toHaveLength(3);
});

test('people who are there already under the same login and name are left as they are', async () => {
  const { services, wartini, siti } = await openHouse();
  await setActive(services, wartini, { id: siti.id, changedAt: undefined }, false);
  const rows = rowsOf('nama;nama masuk;peran;aktif\nSiti Aminah;siti;peserta;tidak\nBudi;;;');
  const { ready, known, wrong } = await checkPeople(services, wartini, rows);
  expect([ready.map(({ name }) => name), known.map(({ login }) => login), wrong]).toEqual([['Budi'], ['siti'], []]);
});

test('the same form sent twice, even at once, adds nobody twice', async () => {
  const { services, wartini } = await openHouse();
  const rows = rowsOf('Budi\nEko');
  const id = makeUuid();
  const done = await Promise.allSettled([1, 2].map(() => importPeople(services, wartini, rows, { id })));
  expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(importPeople(services, wartini, rows, { id })).rejects.toMatchObject({ detail: 'already_imported' });
  expect(await listPersons(services.db)).toHaveLength(4);
});

test('more rows than a turn takes, or none, are refused before anything is looked up', async () => {
  const { services, wartini } = await openHouse();
  const many = rowsOf(Array.from({ length: 100_000 }, () => 'a').join('\n'));
  await expect(checkPeople(services, wartini, many)).rejects.toMatchObject({ detail: 'list_too_long' });
  await expect(checkPeople(services, wartini, rowsOf('nama;peran\n'))).rejects.toMatchObject({ detail: 'list_empty' });
});

test.each(['=Siti', '+Siti', '@Siti', '-Siti', "'=Siti", "'Siti", 'Siti, S.Pd.', 'Siti "Ami"'])(
  'somebody whose name is %s comes out and in again unchanged',
  async (name) => {
    const { services, wartini } = await openHouse();
    const odd = await addTestPerson(services, { login: 'aneh', name });
    const text = writeCsv([
      ['nama', 'nama masuk'],
      [odd.name, odd.login],
    ]);
    const { ready, known, wrong } = await checkPeople(services, wartini, rowsOf(text));
    expect([ready, known.map((it) => it.name), wrong]).toEqual([[], [name], []]);
  },
);

test('two thousand people are added within seconds, while others are answered', async () => {
  const { services, wartini } = await openHouse();
  const rows = rowsOf(
    Array.from(
      { length: 2000 },
      (_, at) => `Ibu ${[...String(at)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('u')}u Nur`,
    ).join('\n'),
  );
  let answered = 0;
  const asking = setInterval(() => (answered += 1), 10);
  const from = performance.now();
  const added = await importPeople(services, wartini, rows, { id: makeUuid() });
  clearInterval(asking);
  expect(added).toHaveLength(2000);
  expect(new Set(added.map(({ person }) => person.login)).size).toBe(2000);
  expect(performance.now() - from).toBeLessThan(15_000);
  expect(answered).toBeGreaterThan(0);
  const { rows: deeds } = await services.db.client.execute("SELECT count(*) AS n FROM deed WHERE act = 'add'");
  expect(deeds[0]?.n).toBe(2000);
});

test('a workbook of Excel is read as the text is', async () => {
  const { services, wartini } = await openHouse();
  const rows = [
    ['Nama', 'Peran'],
    ['Pak Eko', 'pelatih'],
  ];
  const bytes = await writeExcelFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer();
  const table = readPeopleFile(bytes);
  if ('problem' in table) throw new Error(table.problem);
  expect((await checkPeople(services, wartini, table.rows)).ready).toMatchObject([
    { name: 'Pak Eko', role: 'trainer', login: 'eko' },
  ]);
});

test('a list added twice without logins asks of each name that is there, and adds nobody by itself', async () => {
  const { services, wartini, siti } = await openHouse();
  const rows = rowsOf('Ratmi\nSITI  aminah\nEko\nEko');
  const { ready, asked, namesakes } = await checkPeople(services, wartini, rows);
  expect(ready.map(({ login }) => login)).toEqual(['ratmi', 'eko', 'eko2']);
  expect(asked).toMatchObject([{ line: 2, name: 'SITI  aminah', login: 'siti2', known: [siti.login] }]);
  expect(namesakes.map(({ line }) => line)).toEqual([3, 4]);
  const unanswered = importPeople(services, wartini, rows, { id: makeUuid() });
  await expect(unanswered).rejects.toMatchObject({ code: 'invalid', detail: 'list_unanswered' });
  const same = { same: new Set([2]), another: new Set<number>() };
  expect(await importPeople(services, wartini, rows, { id: makeUuid(), answers: same })).toHaveLength(3);
  const again = await checkPeople(services, wartini, rows);
  expect([again.ready.length, again.asked.length]).toEqual([0, 4]);
  const another = { same: new Set([1, 3, 4]), another: new Set([2]) };
  const [added] = await importPeople(services, wartini, rows, { id: makeUuid(), answers: another });
  expect(added?.person.login).toBe('siti2');
});

test('somebody who was merged is known by the login that is gone', async () => {
  const { services, wartini, siti } = await openHouse();
  const double = await addTestPerson(services, { login: 'siti2' });
  const seen = { kept: { id: siti.id, changedAt: undefined }, gone: { id: double.id, changedAt: undefined } };
  await mergePeople(services, wartini, seen);
  const { known, wrong } = await checkPeople(services, wartini, rowsOf('nama;nama masuk\nSiti Aminah;siti2'));
  expect([known.length, wrong]).toEqual([1, []]);
});
