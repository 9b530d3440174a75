import { closeSync, existsSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { makeFolder } from '../../support/database.ts';

/** A database of that size that was closed in order. */
async function makeDatabase(megabytes: number): Promise<string> {
  const file = join(makeFolder(), 'test.db');
  const db = await openDatabase({ url: `file:${file}` });
  await db.client.execute('CREATE TABLE load (bytes BLOB)');
  for (let at = 0; at < megabytes; at += 1) await db.client.execute('INSERT INTO load VALUES (randomblob(1048576))');
  await db.close();
  return file;
}

/** What a disk that forgets does to a file: its beginning stays readable. */
function damage(file: string): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(64 * 1024, 0xff), 0, 64 * 1024, Math.floor(statSync(file).size / 2 / 4096) * 4096);
  closeSync(descriptor);
}

function open(file: string, checkLater = true) {
  return openDatabase({ url: `file:${file}`, checkLater });
}

test('a large file that was closed in order is used at once and read as a whole afterwards', async () => {
  const file = await makeDatabase(70);
  const sound = await open(file);
  // It is used meanwhile.
  const checking = sound.checkWhole();
  await sound.write(["INSERT INTO load VALUES (x'00')"]);
  expect(await checking).toBeUndefined();
  await sound.close();

  // Closed in the middle of it, it is as if nobody had read: else the next start would have to read before it opens.
  const hasty = await open(file);
  const given = hasty.checkWhole();
  await hasty.close();
  expect(await given).toBeUndefined();
  expect(existsSync(`${file}-wal`)).toBe(false);

  damage(file);
  const damaged = await open(file);
  onTestFinished(() => damaged.close());
  expect(await damaged.checkWhole()).toMatchObject({
    code: 'database_damaged',
    message: expect.stringMatching(/damaged.*restore/),
  });
});

test('one that was not closed in order is read before it is used, and so is every one without a wish', async () => {
  const file = await makeDatabase(70);
  damage(file);
  await expect(open(file, false)).rejects.toMatchObject({ code: 'database_damaged' });
  writeFileSync(`${file}-wal`, 'what a power cut left');
  await expect(open(file)).rejects.toMatchObject({ code: 'database_damaged' });
});

test('a small one is read before it is used', async () => {
  const file = await makeDatabase(2);
  damage(file);
  await expect(open(file)).rejects.toMatchObject({ code: 'database_damaged' });
});
