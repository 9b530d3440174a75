import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPepper } from '#server/accounts/pepper.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { backUp } from '#server/backup/backup.ts';
import { readWords } from '#server/backup/recovery-sheet.ts';
import { restore } from '#server/backup/restore.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { addTestPerson, makeFolder, openTestDatabase, openTestServices } from '../../support/database.ts';
import { makeAssessment } from '../../support/records.ts';

async function makeEncrypted() {
  const folder = makeFolder();
  const services = await openTestServices({ folder });
  const siti = await addTestPerson(services);
  await acceptRecords(services, siti, [makeAssessment(siti)]);
  const stick = makeFolder();
  const backup = join(stick, 'cadangan.age');
  let words: readonly string[] = [];
  const summary = await backUp(services.db, backup, { showWords: (shown) => (words = shown) });
  return { services, folder, stick, backup, words, summary };
}

test('one file leaves the house, and nothing in it can be read', async () => {
  const { services, stick, backup, summary } = await makeEncrypted();
  expect(summary).toEqual({ file: backup, encrypted: true, hasKey: true, persons: 1, records: 1 });
  expect(readdirSync(stick)).toEqual(['cadangan.age']);
  expect(statSync(backup).mode & 0o777).toBe(0o600);
  const bytes = readFileSync(backup);
  for (const clear of ['Siti', 'SQLite format', 'person']) expect(bytes.includes(clear)).toBe(false);
  await services.db.close();
});

test('the words of the sheet open it on a new laptop, pepper and PINs included', async () => {
  const { services, backup, words } = await makeEncrypted();
  await services.db.close();
  const folder = makeFolder();
  const typed = words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n');
  const url = `file:${join(folder, 'test.db')}`;
  expect(await restore({ url, backup, askWords: async () => typed })).toMatchObject({ persons: 1, compared: true });
  expect(readdirSync(folder).sort()).toEqual(['house-key', 'pepper', 'recovery-key.pub', 'test.db']);
  const db = await openTestDatabase(folder);
  const pepper = await openPepper(db, folder);
  const credentials = { login: 'siti', secret: '482715', address: '10.0.0.1' };
  await expect(signIn({ db, pepper }, credentials)).resolves.toMatchObject({ login: 'siti' });
});

test('the sheet is made once, and a new one only when it is asked for', async () => {
  const { services, stick, words } = await makeEncrypted();
  const shown: (readonly string[])[] = [];
  const second = join(stick, 'kedua.age');
  await backUp(services.db, second, { showWords: (it) => shown.push(it) });
  expect(shown).toEqual([]);
  const third = join(stick, 'ketiga.age');
  await backUp(services.db, third, { newSheet: true, showWords: (it) => shown.push(it) });
  expect(shown.length).toBe(1);
  await services.db.close();
  const url = () => `file:${join(makeFolder(), 'test.db')}`;
  const askOld = async () => words.join(' ');
  expect(await restore({ url: url(), backup: second, askWords: askOld })).toMatchObject({ persons: 1 });
  await expect(restore({ url: url(), backup: third, askWords: askOld })).rejects.toThrow(/another recovery sheet/);
  const askNew = async () => (shown[0] ?? []).join(' ');
  expect(await restore({ url: url(), backup: third, askWords: askNew })).toMatchObject({ persons: 1 });
});

test('words that cannot be right are named before anything is opened', async () => {
  const { services, words } = await makeEncrypted();
  await services.db.close();
  expect(() => readWords(words.slice(1).join(' '))).toThrow(/has 12 words, these are 11/);
  expect(() => readWords(words.with(4, 'xoxo').join(' '))).toThrow(/Word 5, "xoxo"/);
  const swapped = words.with(0, words[1] ?? '').with(1, words[0] ?? '');
  if (swapped[0] !== words[0]) expect(() => readWords(swapped.join(' '))).toThrow(/wrong, or two have changed places/);
  expect(readWords(words.join('-'))).toEqual(words);
});

test('any byte changed and any piece missing is found, and nothing is touched', async () => {
  const { services, backup, words } = await makeEncrypted();
  await services.db.close();
  const whole = readFileSync(backup);
  const folder = makeFolder();
  const url = `file:${join(folder, 'test.db')}`;
  const damages = [
    ...[0.3, 0.6, 0.99].map((part) => {
      const bytes = Buffer.from(whole);
      const at = Math.floor(bytes.length * part);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    }),
    whole.subarray(0, whole.length - 1),
    whole.subarray(0, Math.floor(whole.length / 2)),
    whole.subarray(0, 60),
    Buffer.concat([whole, Buffer.from('x')]),
  ];
  for (const bytes of damages) {
    writeFileSync(backup, bytes);
    await expect(restore({ url, backup, askWords: async () => words.join(' ') })).rejects.toThrow(
      /damaged|another recovery/,
    );
    expect(readdirSync(folder)).toEqual([]);
  }
});

test('on the command line the words are shown once, and typed in to restore', async () => {
  const folder = makeFolder();
  const services = await openTestServices({ folder });
  await addTestPerson(services);
  await services.db.close();
  const backup = join(makeFolder(), 'cadangan.age');
  const made = await run(folder, '', 'backup', backup);
  expect(JSON.parse(made.stdout)).toMatchObject({ encrypted: true, hasKey: true, persons: 1 });
  expect(made.stdout).not.toMatch(/\d\. [a-z]{4}/);
  const words = [...made.stderr.matchAll(/\d+\. ([a-z]{4})/g)].map((it) => it[1]);
  expect(words.length).toBe(12);
  expect((await run(folder, '', 'backup', backup)).stderr).toBe('');
  const elsewhere = makeFolder();
  expect(await run(elsewhere, '', 'restore', backup)).toMatchObject({ status: 1, stdout: '' });
  const wrong = await run(elsewhere, `${words.toReversed().join(' ')}\n`, 'restore', backup);
  expect(wrong).toMatchObject({ status: 1, stderr: expect.stringMatching(/compare each with the recovery sheet/) });
  const restored = await run(elsewhere, `${words.join(' ')}\n`, 'restore', backup);
  expect(JSON.parse(restored.stdout)).toMatchObject({ persons: 1, compared: true });
}, 120_000);

async function run(folder: string, input: string, command: string, ...args: string[]) {
  const child = spawn(process.execPath, ['src/cli/run.mjs', command, ...args], {
    env: { ...process.env, DATABASE_URL: `file:${join(folder, 'test.db')}` },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (output.stdout += chunk));
  child.stderr.on('data', (chunk) => (output.stderr += chunk));
  child.stdin.end(input);
  const [status] = await once(child, 'close');
  return { ...output, status };
}
