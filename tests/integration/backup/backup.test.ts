import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { closeFileClient } from '#db/close.ts';
import { backUp } from '#server/backup/backup.ts';
import { openPepper } from '#server/accounts/pepper.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { restore } from '#server/backup/restore.ts';
import { unseal } from '#server/backup/seal.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { addTestPerson, makeFolder, openTestDatabase, openTestServices } from '../../support/database.ts';
import { makeAssessment, makeLessonRead } from '../../support/records.ts';

async function openFilled(folder = makeFolder()) {
  const services = await openTestServices({ folder });
  const siti = await addTestPerson(services);
  await acceptRecords(services, siti, [makeAssessment(siti)]);
  return { folder, services, siti, file: join(folder, 'test.db'), url: `file:${join(folder, 'test.db')}` };
}

/** A filled database that is closed, and its backup in another folder. */
async function makeBackup() {
  const { services, ...it } = await openFilled();
  const backup = join(makeFolder(), 'cadangan.db');
  await backUp(services.db, backup, 'plain');
  await services.db.close();
  return { ...it, backup };
}

describe('a backup', () => {
  test('holds everything, is one file, and only its owner can read it and the pepper beside it', async () => {
    const { services } = await openFilled();
    const folder = makeFolder();
    const backup = join(folder, 'cadangan.db');
    expect(await backUp(services.db, backup, 'plain')).toEqual({
      file: backup,
      encrypted: false,
      pepperFile: `${backup}.pepper`,
      hasKey: true,
      persons: 1,
      records: 1,
    });
    expect(readdirSync(folder).sort()).toEqual(['cadangan.db', 'cadangan.db.key', 'cadangan.db.pepper']);
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  });

  test('taken while records come in is consistent: every attempt in it has its grade', async () => {
    const { services, siti } = await openFilled();
    let sending = true;
    const sender = (async () => {
      while (sending) await acceptRecords(services, siti, [makeAssessment(siti), makeLessonRead(siti)]);
    })();
    const backup = join(makeFolder(), 'cadangan.db');
    for (let time = 0; time < 3; time += 1) await backUp(services.db, backup, 'plain');
    sending = false;
    await sender;
    const copy = createClient({ url: `file:${backup}` });
    const { rows } = await copy.execute(
      "SELECT count(*) AS n FROM record LEFT JOIN grade ON grade.record = record.id WHERE kind = 'attempt' AND grade.id IS NULL",
    );
    expect(rows[0]?.n).toBe(0);
    expect((await copy.execute('PRAGMA integrity_check')).rows[0]?.[0]).toBe('ok');
    await closeFileClient(copy);
  });

  test('replaces an earlier backup, and nothing else', async () => {
    const { services, file } = await openFilled();
    const folder = makeFolder();
    const backup = join(folder, 'cadangan.db');
    await backUp(services.db, backup, 'plain');
    await backUp(services.db, backup, 'plain');
    const notes = join(folder, 'catatan.txt');
    writeFileSync(notes, 'x'.repeat(500));
    await expect(backUp(services.db, notes, 'plain')).rejects.toThrow(/no backup of this program/);
    expect(readFileSync(notes, 'utf8')).toBe('x'.repeat(500));
    await expect(backUp(services.db, file, 'plain')).rejects.toThrow(/the database itself/);
    await expect(backUp(services.db, join(folder, 'tidak', 'ada.db'), 'plain')).rejects.toThrow(/cannot be written/);
    expect(readdirSync(folder).sort()).toEqual(['cadangan.db', 'cadangan.db.key', 'cadangan.db.pepper', 'catatan.txt']);
  });
});

describe('restoring', () => {
  test('brings back what the backup holds and keeps what it replaced', async () => {
    const { folder, url, siti, backup } = await makeBackup();
    const later = await openTestServices({ folder });
    await acceptRecords(later, siti, [makeLessonRead(siti)]);
    await later.db.close();
    const { aside, ...summary } = await restore({ url, backup });
    expect(summary).toMatchObject({ persons: 1, records: 1 });
    const restored = await openTestDatabase(folder);
    expect((await restored.client.execute('SELECT count(*) AS n FROM record')).rows[0]?.n).toBe(1);
    const replaced = createClient({ url: `file:${aside[0]}` });
    expect((await replaced.execute('SELECT count(*) AS n FROM record')).rows[0]?.n).toBe(2);
    await closeFileClient(replaced);
  });

  test('on a new laptop lets people sign in with their PIN', async () => {
    const { backup } = await makeBackup();
    const folder = makeFolder();
    await restore({ url: `file:${join(folder, 'data', 'test.db')}`, backup });
    const db = await openTestDatabase(join(folder, 'data'));
    const pepper = await openPepper(db, folder);
    const credentials = { login: 'siti', secret: '482715', address: '10.0.0.1' };
    await expect(signIn({ db, pepper }, credentials)).resolves.toMatchObject({ login: 'siti' });
    expect(statSync(join(folder, 'data', 'test.db')).mode & 0o777).toBe(0o600);
  });

  test('puts a database in the place of a damaged one', async () => {
    const { folder, file, url, backup } = await makeBackup();
    writeFileSync(file, 'rusak '.repeat(500));
    const { aside } = await restore({ url, backup });
    expect(readFileSync(aside[0] ?? '', 'utf8')).toMatch(/^rusak/);
    const restored = await openTestDatabase(folder);
    expect((await restored.client.execute('SELECT count(*) AS n FROM record')).rows[0]?.n).toBe(1);
  });

  test('without the pepper is refused unless it is said to be lost', async () => {
    const { backup } = await makeBackup();
    rmSync(`${backup}.pepper`);
    const folder = makeFolder();
    const url = `file:${join(folder, 'test.db')}`;
    await expect(restore({ url, backup })).rejects.toThrow(/pepper is missing.*--without-pepper/);
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(`${backup}.pepper`, Buffer.alloc(32));
    await expect(restore({ url, backup })).rejects.toThrow(/of another backup/);
    await expect(restore({ url, backup, withoutPepper: true })).resolves.toMatchObject({ persons: 1 });
  });

  test('over the database of another house moves its pepper aside too', async () => {
    const { backup } = await makeBackup();
    const other = await openFilled();
    await other.services.db.close();
    const { aside } = await restore({ url: other.url, backup });
    expect(aside.some((path) => path.includes('pepper.replaced-'))).toBe(true);
    const db = await openTestDatabase(other.folder);
    await expect(openPepper(db, other.folder)).resolves.toBeDefined();
  });

  describe('is refused before anything is touched for', () => {
    async function refuse(make: (backup: string) => string | Promise<string>, words: RegExp) {
      const { folder, file, url, backup } = await makeBackup();
      const before = readFileSync(file);
      const given = await make(backup);
      const bytes = existsSync(given) && statSync(given).isFile() ? readFileSync(given) : undefined;
      await expect(restore({ url, backup: given })).rejects.toThrow(words);
      expect(readFileSync(file)).toEqual(before);
      if (bytes !== undefined) expect(readFileSync(given)).toEqual(bytes);
      expect(
        readdirSync(folder).filter((name) => !/^(test\.db(-wal|-shm)?|pepper|house-key|backups\.json)$/.test(name)),
      ).toEqual([]);
    }

    test('a file that is not there', () => refuse((backup) => `${backup}.x`, /no file.*name a backup/));

    test('a text', () =>
      refuse((backup) => {
        writeFileSync(backup, 'catatan '.repeat(100));
        return backup;
      }, /damaged or no backup.*nothing was changed/));

    test('an empty file', () =>
      refuse((backup) => {
        writeFileSync(`${backup}2`, '');
        return `${backup}2`;
      }, /is empty.*nothing was changed/));

    test('a database of another program', () =>
      refuse(async (backup) => {
        const other = createClient({ url: `file:${backup}.other` });
        await other.execute('CREATE TABLE nota (id)');
        await closeFileClient(other);
        return `${backup}.other`;
      }, /another program.*nothing was changed/));

    test('a backup with noise in it', () =>
      refuse((backup) => {
        const bytes = readFileSync(backup);
        bytes.fill(0xa5, 4096 * 2, 4096 * 9);
        writeFileSync(backup, bytes);
        return backup;
      }, /is damaged.*nothing was changed/));

    test('a backup in which one letter of a name was changed', () =>
      refuse((backup) => {
        const bytes = readFileSync(backup);
        const at = bytes.indexOf('Siti');
        expect(at).toBeGreaterThan(0);
        bytes.write('x', at + 3);
        writeFileSync(backup, bytes);
        return backup;
      }, /is damaged.*nothing was changed/));

    test('a backup that was cut off', () =>
      refuse((backup) => {
        writeFileSync(backup, readFileSync(backup).subarray(0, 4096 * 5));
        return backup;
      }, /is damaged.*nothing was changed/));

    test('a backup of a newer program', () =>
      refuse(async (backup) => {
        unseal(backup);
        const newer = createClient({ url: `file:${backup}` });
        await newer.execute("INSERT INTO migration VALUES ('9999_later', 'x', 1)");
        await closeFileClient(newer);
        return backup;
      }, /newer version.*nothing was changed/));
  });

  test('is refused while a server is running on the database, and works when it stopped', async () => {
    const { folder, url, siti, backup } = await makeBackup();
    const server = spawn(process.execPath, ['tests/support/submit-until-killed.ts', folder, siti.id], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void server.kill('SIGKILL'));
    await once(server.stdout, 'data');
    await expect(restore({ url, backup })).rejects.toThrow(/server is running.*stop it/);
    server.kill('SIGKILL');
    await once(server, 'exit');
    await expect(restore({ url, backup })).resolves.toMatchObject({ records: 1 });
  });

  test('is refused for a remote database', async () => {
    const { backup } = await makeBackup();
    await expect(restore({ url: 'libsql://example.org', backup })).rejects.toThrow(/not a file here/);
  });
});

test('npm run backup and npm run restore answer one JSON line each, and one sentence when they cannot', async () => {
  const { url, backup, services } = { ...(await openFilled()), backup: join(makeFolder(), 'b.db') };
  const run = async (command: string, ...args: string[]) => {
    const child = spawn(process.execPath, ['src/cli/run.mjs', command, ...args], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (output.stdout += chunk));
    child.stderr.on('data', (chunk) => (output.stderr += chunk));
    const [status] = await once(child, 'close');
    return { ...output, status };
  };
  // While this process, like a server, has the database open.
  const made = await run('backup', backup, '--plain');
  expect(JSON.parse(made.stdout)).toMatchObject({ file: backup, persons: 1, records: 1 });
  expect(await run('restore', backup)).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^A server is running[^\n]*\n$/),
  });
  await services.db.close();
  copyFileSync(backup, `${backup}2`);
  expect(await run('restore', `${backup}2`, 'x')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^Say from where/),
  });
  expect(await run('backup')).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Say where to/) });
}, 120_000);
