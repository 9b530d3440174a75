import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp } from '#server/backup/backup.ts';
import { restore } from '#server/backup/restore.ts';
import { listCertificatesOf } from '#server/certificates/certificates.ts';
import { adoptHouseKey, findCurrentKey, houseKeyFile, openHouseKey } from '#server/certificates/house-key.ts';
import { settleCertificates } from '#server/certificates/issue.ts';
import { completeCourse, openCertificateHouse } from '../../support/certificates.ts';
import { addTestPerson, makeFolder, openTestDatabase, openTestServices } from '../../support/database.ts';

describe('the key of a house', () => {
  test('is made once, beside the pepper, for its owner alone', async () => {
    const folder = makeFolder();
    const { db, keyFile } = await openTestServices({ folder });
    expect(keyFile).toBe(join(folder, 'house-key'));
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(keyFile)).toHaveLength(32);
    const key = await findCurrentKey(db);
    const bytes = readFileSync(keyFile);
    await adoptHouseKey(db, keyFile);
    expect([await findCurrentKey(db), readFileSync(keyFile)]).toEqual([key, bytes]);
    expect(JSON.stringify((await db.client.execute('SELECT * FROM certificate_key')).rows)).not.toContain(
      bytes.toString('base64url'),
    );
  });

  test.each([
    ['key_missing', (file: string) => renameSync(file, `${file}.away`)],
    ['key_damaged', (file: string) => writeFileSync(file, 'rusak')],
    ['key_foreign', (file: string) => writeFileSync(file, Buffer.alloc(32, 7))],
  ])(
    'refuses to sign when it is not the right one (%s); nothing else is lost, and no second one is made',
    async (problem, harm) => {
      const { services, siti, defects } = await openCertificateHouse();
      const { keyFile } = services;
      const key = await findCurrentKey(services.db);
      copyFileSync(keyFile, `${keyFile}.saved`);
      harm(keyFile);
      const before = existsSync(keyFile) ? readFileSync(keyFile) : undefined;
      await completeCourse(services, siti);
      await adoptHouseKey(services.db, keyFile);
      expect(await settleCertificates(services, siti.id)).toMatchObject({ problem });
      expect(defects.map(String)).toEqual([expect.stringContaining(problem)]);
      expect(await listCertificatesOf(services, siti.id)).toEqual([]);
      expect(await findCurrentKey(services.db)).toBe(key);
      expect(existsSync(keyFile) ? readFileSync(keyFile) : undefined).toEqual(before);
      // Put back while the server runs, it signs what was waiting.
      copyFileSync(`${keyFile}.saved`, keyFile);
      expect(await settleCertificates(services, siti.id)).toMatchObject({ problem: undefined });
      expect(await listCertificatesOf(services, siti.id)).toHaveLength(1);
    },
  );

  test('is one for all hosts of a database: a second host that made another signs nothing', async () => {
    const { db, keyFile } = await openTestServices();
    const other = houseKeyFile({ file: undefined }, makeFolder());
    await adoptHouseKey(db, other);
    expect(existsSync(other)).toBe(false);
    expect(await openHouseKey({ db, keyFile: other })).toEqual({ problem: 'key_missing' });
    // At the very first start both may make one; the database knows the first.
    const fresh = await openTestDatabase();
    const files = [1, 2].map(() => houseKeyFile({ file: undefined }, makeFolder()));
    await Promise.all(files.map((file) => adoptHouseKey(fresh, file)));
    const opened = await Promise.all(files.map((file) => openHouseKey({ db: fresh, keyFile: file })));
    expect(opened.filter((it) => 'sign' in it)).toHaveLength(1);
    expect('sign' in (await openHouseKey({ db, keyFile }))).toBe(true);
  });
});

describe('a backup', () => {
  test('brings the key along, and the restored house signs with it', async () => {
    const { services } = await openCertificateHouse();
    const backup = join(makeFolder(), 'cadangan.db');
    expect(await backUp(services.db, backup, 'plain')).toMatchObject({ hasKey: true });
    expect(statSync(`${backup}.key`).mode & 0o777).toBe(0o600);
    const folder = makeFolder();
    expect(await restore({ url: `file:${join(folder, 'test.db')}`, backup })).toMatchObject({ hasKey: true });
    const restored = await openTestServices({ folder });
    expect(await openHouseKey(restored)).toMatchObject({ publicKey: await findCurrentKey(services.db) });
  });

  test('without a key keeps the copy of an earlier one, and is restored without it', async () => {
    const { services } = await openCertificateHouse();
    const backup = join(makeFolder(), 'cadangan.db');
    await backUp(services.db, backup, 'plain');
    const saved = readFileSync(`${backup}.key`);
    rmSync(services.keyFile);
    expect(await backUp(services.db, backup, 'plain')).toMatchObject({ hasKey: false });
    expect(readFileSync(`${backup}.key`)).toEqual(saved);
    rmSync(`${backup}.key`);
    const folder = makeFolder();
    expect(await restore({ url: `file:${join(folder, 'test.db')}`, backup })).toMatchObject({ hasKey: false });
    expect(readdirSync(folder)).not.toContain('house-key');
  });

  test('over another house moves its key aside', async () => {
    const { services } = await openCertificateHouse();
    const backup = join(makeFolder(), 'cadangan.db');
    await backUp(services.db, backup, 'plain');
    const folder = makeFolder();
    const other = await openTestServices({ folder });
    await addTestPerson(other);
    await other.db.close();
    const { aside, hasKey } = await restore({ url: `file:${join(folder, 'test.db')}`, backup });
    expect(hasKey).toBe(true);
    expect(aside.some((path) => path.includes('house-key.replaced-'))).toBe(true);
  });

  test('that is encrypted holds the key inside', async () => {
    const { services } = await openCertificateHouse();
    const backup = join(makeFolder(), 'cadangan.age');
    let words: readonly string[] = [];
    const showWords = (shown: readonly string[]) => {
      words = shown;
    };
    expect(await backUp(services.db, backup, { showWords })).toMatchObject({ hasKey: true });
    expect(existsSync(`${backup}.key`)).toBe(false);
    const folder = makeFolder();
    const url = `file:${join(folder, 'test.db')}`;
    const askWords = () => Promise.resolve(words.join(' '));
    expect(await restore({ url, backup, askWords })).toMatchObject({ hasKey: true });
    expect(readFileSync(join(folder, 'house-key'))).toEqual(readFileSync(services.keyFile));
  });

  test('that is restored brings back nothing that ended since', async () => {
    const folder = makeFolder();
    const { services, siti } = await openCertificateHouse({ folder });
    await completeCourse(services, siti);
    const backup = join(makeFolder(), 'cadangan.db');
    await backUp(services.db, backup, 'plain');
    await services.db.write([
      {
        sql: `INSERT INTO certificate_end (certificate, why, at, "by") SELECT id, 'revoked', 1, 'x' FROM certificate`,
        args: [],
      },
    ]);
    await services.db.close();
    await restore({ url: `file:${join(folder, 'test.db')}`, backup });
    const restored = await openTestServices({ folder });
    expect(await listCertificatesOf(restored, siti.id)).toMatchObject([{ end: { why: 'revoked' } }]);
  });
});
