import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isArchive } from '#server/backup/archive.ts';
import { backUpAtStop } from '#server/backup/at-stop.ts';
import { makeSheet, writeRecipient } from '#server/backup/recovery-sheet.ts';
import { restore } from '#server/backup/restore.ts';
import { addTestPerson, makeFolder, openTestServices } from '../../support/database.ts';

async function openHouse() {
  const folder = makeFolder();
  const services = await openTestServices({ folder });
  await addTestPerson(services);
  return { folder, db: services.db };
}

test('each stop leaves a sealed backup on the stick, and the five newest stay', async () => {
  const { folder, db } = await openHouse();
  const { words, recipient } = await makeSheet();
  writeRecipient(folder, recipient);
  const stick = makeFolder();
  const backups = join(stick, 'cadangan');
  mkdirSync(join(backups, 'rumah-lain'), { recursive: true });
  writeFileSync(join(backups, 'rumah-lain', 'cadangan-2026-01-01-000000.age'), 'of another house');
  vi.useFakeTimers({ toFake: ['Date'] });
  for (let day = 1; day <= 7; day++) {
    vi.setSystemTime(`2026-12-0${day}T10:00:00Z`);
    expect(await backUpAtStop(db, backups)).toMatch(/^Backup made: .*cadangan-2026-12-0\d-100000\.age$/);
  }
  vi.useRealTimers();
  await db.close();
  const [own = '', other] = readdirSync(backups).sort();
  expect([recipient.startsWith(own), other]).toEqual([true, 'rumah-lain']);
  const names = readdirSync(join(backups, own)).sort();
  expect(names.map((name) => name.slice(9, 19))).toEqual([3, 4, 5, 6, 7].map((day) => `2026-12-0${day}`));
  expect(readdirSync(join(backups, 'rumah-lain')).length).toBe(1);

  const backup = join(backups, own, names.at(-1) ?? '');
  expect(isArchive(backup)).toBe(true);
  const url = `file:${join(makeFolder(), 'test.db')}`;
  expect(await restore({ url, backup, askWords: async () => words.join(' ') })).toMatchObject({ persons: 1 });
});

test('without a recovery sheet nothing leaves the machine, and the sentence says what to do', async () => {
  const { db } = await openHouse();
  const stick = makeFolder();
  expect(await backUpAtStop(db, join(stick, 'cadangan'))).toMatch(/no recovery sheet yet\. Make one at \/pengurus/);
  expect(readdirSync(stick)).toEqual([]);
  await db.close();
});

test('a stick that was pulled out or is full of something else does not keep the server from stopping', async () => {
  const { folder, db } = await openHouse();
  writeRecipient(folder, (await makeSheet()).recipient);
  expect(await backUpAtStop(db, join(folder, 'tidak-ada', 'cadangan'))).toMatch(/tidak-ada is not there\.$/);
  const file = join(folder, 'berkas');
  writeFileSync(file, 'a file where the folder should be');
  chmodSync(file, 0o400);
  expect(await backUpAtStop(db, file)).toMatch(/^No backup at this stop: /);
  expect(readFileSync(file, 'utf8')).toContain('a file');
  await db.close();
});
