import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openServices } from '#server/host/open-services.ts';
import { makeRecoveryCodes } from '#server/accounts/second-step/recovery-codes.ts';
import { findSecondStep, keepKeyStatement } from '#server/accounts/second-step/second-step.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { backUp } from '#server/backup/backup.ts';
import { eraseFromCopies } from '#server/backup/erase-copies.ts';
import { restore } from '#server/backup/restore.ts';
import { mergePeople } from '#server/people/merge.ts';
import { erasePerson } from '#server/people/own-data/erasure.ts';
import { resetSecret } from '#server/people/people.ts';
import { addTestPerson, makeFolder, openTestDatabase, openTestServices } from '../../support/database.ts';

/** A database of Siti and Rina, and a backup of it. */
async function openTwo() {
  const folder = makeFolder();
  const file = join(folder, 'test.db');
  const services = await openTestServices({ folder });
  const siti = await addTestPerson(services);
  const rina = await addTestPerson(services, { login: 'rina', name: 'Rina Puspitasari' });
  const backup = join(makeFolder(), 'cadangan.db');
  await backUp(services.db, backup, 'plain');
  return { folder, file, url: `file:${file}`, services, siti, rina, backup };
}

test('nobody who was erased comes back, and nothing of them can be read in the file', async () => {
  const { folder, file, url, services, backup } = await openTwo();
  await erasePerson(services.db, 'rina', 'pengurus');
  await services.db.close();
  expect(readFileSync(backup).includes('Puspitasari')).toBe(true);
  expect(await restore({ url, backup })).toMatchObject({ persons: 1, erased: 1 });
  expect(readFileSync(file).includes('Puspitasari')).toBe(false);
  const db = await openTestDatabase(folder);
  expect((await db.client.execute('SELECT count(*) AS n FROM erasure')).rows[0]?.n).toBe(1);
});

test('accounts that became one do so again, and an erasure since takes both', async () => {
  const { folder, url, services, siti, rina, backup } = await openTwo();
  const wati = await addTestPerson(services, { login: 'wartini', role: 'coordinator' });
  const seen = { kept: { id: siti.id, changedAt: undefined }, gone: { id: rina.id, changedAt: undefined } };
  await mergePeople(services, wati, seen);
  await services.db.close();
  await restore({ url, backup });
  const restored = await openTestServices({ folder });
  const signedIn = await signIn(restored, { login: 'rina', secret: '482715', address: '10.0.0.1' });
  expect(signedIn).toMatchObject({ id: siti.id });
  await erasePerson(restored.db, 'siti', 'pengurus');
  await restored.db.close();
  expect(await restore({ url, backup })).toMatchObject({ persons: 0, erased: 2 });
});

test('a PIN that was replaced stays replaced, and nobody is signed in', async () => {
  const { folder, url, services, backup } = await openTwo();
  const secret = '904162';
  await resetSecret(services, 'siti', { secret });
  await signIn(services, { login: 'siti', secret, address: '10.0.0.1' });
  await services.db.close();
  expect(await restore({ url, backup })).toMatchObject({ secrets: 1 });
  const restored = await openTestServices({ folder });
  expect((await restored.db.client.execute('SELECT count(*) AS n FROM session')).rows[0]?.n).toBe(0);
  await expect(signIn(restored, { login: 'siti', secret, address: '10.0.0.1' })).resolves.toMatchObject({
    login: 'siti',
  });
  await expect(signIn(restored, { login: 'siti', secret: '482715', address: '10.0.0.1' })).rejects.toThrow();
  await restored.db.close();
});

test('a code that was taken or set up since stays so', async () => {
  const { folder, url, services, siti, backup } = await openTwo();
  await services.db.write([
    keepKeyStatement(services.pepper, { person: siti.id, key: Buffer.alloc(20), step: 7 }),
    ...makeRecoveryCodes(services.pepper, siti.id).statements,
    { sql: 'UPDATE recovery_code SET used_at = 1 WHERE rowid = 1', args: [] },
  ]);
  await signIn(services, { login: 'siti', secret: '482715', address: '10.0.0.1' });
  await services.db.close();
  await restore({ url, backup });
  const restored = await openTestServices({ folder });
  expect(await findSecondStep(restored.db, siti.id)).toMatchObject({ codesLeft: 9 });
  await restored.db.close();
});

test('an erasure reaches databases that restoring put aside, and names the backups', async () => {
  const { folder, url, services, backup } = await openTwo();
  await services.db.close();
  const { aside } = await restore({ url, backup });
  expect(readFileSync(aside[0] ?? '').includes('Puspitasari')).toBe(true);
  const restored = await openTestServices({ folder });
  const erased = await erasePerson(restored.db, 'rina', 'pengurus');
  const copies = await eraseFromCopies(restored.db, [{ id: erased.person, login: 'rina' }], 'pengurus');
  expect(copies).toEqual({ erasedIn: [aside[0]], toDestroy: [backup] });
  for (const name of readdirSync(folder)) {
    expect(readFileSync(join(folder, name)).includes('Puspitasari'), name).toBe(false);
  }
  await restored.db.close();
});

test('a database that is gone beside its pepper is no first start', async () => {
  const { folder, file, url, services, backup } = await openTwo();
  await services.db.close();
  rmSync(file);
  await expect(openServices({ databaseUrl: url, databaseAuthToken: undefined })).rejects.toThrow(
    /There is no database .*npm run restore/,
  );
  expect(existsSync(file)).toBe(false);
  writeFileSync(`${file}-wal`, 'x');
  rmSync(join(folder, 'pepper'));
  await expect(openServices({ databaseUrl: url, databaseAuthToken: undefined })).rejects.toThrow(
    /test\.db-wal of one is there/,
  );
  expect(await restore({ url, backup })).toMatchObject({ persons: 2 });
});

test('a restore that a power cut interrupted is finished at the next start, or was none at all', async () => {
  const { folder, file, url, services, backup } = await openTwo();
  await services.db.close();
  const other = makeFolder();
  await restore({ url: `file:${join(other, 'test.db')}`, backup });
  const pepper = readFileSync(join(other, 'pepper'));

  // Before the old file was moved: it stays what it was.
  renameSync(join(other, 'test.db'), `${file}.restored`);
  const before = readFileSync(file);
  const untouched = await openServices({ databaseUrl: url, databaseAuthToken: undefined });
  await untouched.db.close();
  expect(readFileSync(file).length).toBe(before.length);
  expect(readdirSync(folder).filter((name) => name.includes('restored'))).toEqual([]);

  // After it was moved, its log not yet: the restored one takes its place, with its pepper.
  await restore({ url: `file:${join(other, 'test.db')}`, backup });
  renameSync(join(other, 'test.db'), `${file}.restored`);
  writeFileSync(`${file}.restored-pepper`, pepper);
  rmSync(join(folder, 'pepper'));
  renameSync(file, `${file}.replaced-x`);
  writeFileSync(`${file}-wal`, 'half a log of the old one');
  const finished = await openServices({ databaseUrl: url, databaseAuthToken: undefined });
  expect((await finished.db.client.execute('SELECT count(*) AS n FROM person')).rows[0]?.n).toBe(2);
  await finished.db.close();
  expect(readFileSync(join(folder, 'pepper'))).toEqual(pepper);
});
