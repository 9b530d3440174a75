import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameKeeper } from '#server/people/keepers.ts';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, signIn } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rumah-belajar-taken-'));
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a keeper makes a sheet and a backup, takes it along, and the command restores it with the words', async () => {
  await addLearner(server, 'siti', { name: 'Siti Aminah' });
  await addLearner(server, 'endah', { name: 'Bu Endah', role: 'coordinator' });
  await nameKeeper(server.db, 'endah');
  const page = await openPage(await openPhone(browser, server.origin), '/masuk/?staf=ya');
  await signIn(page, 'endah', passphrase);
  await page.goto('/pengurus/');
  await page.getByRole('link', { name: 'Buat cadangan sekarang' }).click();
  await page.getByText('Hanya laptop ini yang bisa membukanya').waitFor();
  expect(await page.getByRole('button', { name: 'Buat cadangan sekarang' }).count()).toBe(0);

  await page.getByRole('link', { name: 'Lembar pemulihan' }).click();
  if (page.url().includes('/pastikan/')) {
    await page.locator('[name="secret"]').fill(passphrase);
    await page.getByRole('button', { name: 'Lanjut' }).click();
  }
  await page.getByRole('button', { name: 'Buat lembar baru' }).click();
  const words = await page.locator('[data-sheet] strong').allTextContents();
  expect(new Set(words).size).toBeGreaterThan(8);
  // On paper it is one page, and each word has its number inside the frame.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const sheet = await page.locator('[data-sheet]').boundingBox();
  const word = await page.locator('[data-sheet] strong').last().boundingBox();
  expect((word?.x ?? 0) - (sheet?.x ?? 0)).toBeGreaterThan(45);
  const faults = await findFaults(page);
  await page.getByRole('link', { name: 'Sudah ada di kertas: lanjut' }).click();
  const typed = page.getByLabel('Ketik kedua belas kata dari kertas');
  await typed.fill(words.toReversed().join(' '));
  await page.getByRole('button', { name: 'Pakai lembar ini' }).click();
  await page.getByText('Bandingkan satu per satu dengan kertas').waitFor();
  faults.push(...(await findFaults(page)));
  await typed.fill(words.join(' '));
  await page.getByRole('button', { name: 'Pakai lembar ini' }).click();

  await page.getByRole('button', { name: 'Buat cadangan sekarang' }).click();
  await page.locator('[data-backup-running]').waitFor();
  // Pages are served while it is made, and a second one is not begun.
  expect((await server.request('/kursus/')).status).toBe(200);
  const link = page.getByRole('link', { name: /^Unduh cadangan-.*\.age/ });
  await link.waitFor({ timeout: 60_000 });
  await page.getByText('Isinya sudah diperiksa').waitFor();
  faults.push(...(await findFaults(page)));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const taken = join(folder, 'cadangan.age');
  await download.saveAs(taken);
  expect(readFileSync(taken).includes('Siti')).toBe(false);
  expect(faults).toEqual([]);

  const restored = await restore(taken, words.join(' '));
  expect(JSON.parse(restored)).toMatchObject({ persons: 2, compared: true, hasKey: true });
  expect(JSON.stringify(server.logged)).not.toContain(words.join(' '));
  const { rows } = await server.db.client.execute("SELECT act FROM deed WHERE act <> 'look' ORDER BY id");
  expect(rows.map(({ act }) => act)).toEqual(['recovery-sheet', 'backup', 'take-backup']);
}, 180_000);

/** Restores into an empty folder by the command; answers what it printed. */
async function restore(file: string, words: string): Promise<string> {
  const child = spawn(process.execPath, ['src/cli/run.mjs', 'restore', file], {
    env: { ...process.env, DATABASE_URL: `file:${join(folder, 'restored.db')}` },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (chunk) => (told += chunk));
  child.stdin.end(`${words}\n`);
  expect(await once(child, 'close')).toEqual([0, null]);
  return told;
}
