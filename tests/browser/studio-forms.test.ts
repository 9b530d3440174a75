import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, signIn, signOut } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  await addLearner(server, 'tono', { name: 'Pak Tono', role: 'trainer' });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('what a trainer types outlives a closed page and an ended sign-in, and goes when they sign out', async () => {
  const phone = await openPhone(browser, server.origin);
  const page = await openPage(phone, '/masuk/?staf=ya');
  await signIn(page, 'tono', passphrase);
  await page.goto('/pelatih/naskah/baru/');
  await page.getByLabel('Pelajaran', { exact: true }).selectOption('up-202/hpp-keripik');
  await page.getByRole('button', { name: 'Mulai', exact: true }).first().click();
  await page.waitForURL(/naskah\/[0-9a-f-]{36}\/$/);
  const address = `${new URL(page.url()).pathname}pelajaran/hpp-keripik/`;
  await page.goto(address, { timeout: 60_000 });
  const field = page.getByLabel('Tulisan', { exact: true });
  const restored = page.getByText('Tulisan Anda yang belum tersimpan dikembalikan');
  const change = async (to: string) => field.fill((await field.inputValue()).replace(/(?<=# Langkah)[^\n]*/, to));
  expect(await restored.isVisible()).toBe(false);
  await change(' minggu ini: satu');
  await page.getByText('Tulisan Anda dijaga').waitFor();
  await page.goto('about:blank');
  await page.goto(address);
  await restored.waitFor();
  expect(await field.inputValue()).toContain('# Langkah minggu ini: satu');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Pakai yang tersimpan di naskah' }).click();
  expect(await field.inputValue()).not.toContain('minggu ini: satu');

  await change(' minggu ini: dua');
  await server.db.client.execute('DELETE FROM session');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await signIn(page, 'tono', passphrase);
  await page.goto(address);
  await restored.waitFor();
  expect(await field.inputValue()).toContain('# Langkah minggu ini: dua');
  await signOut(page);
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('naskah/'))))
    .toEqual([]);
}, 180_000);

/** What hinders somebody at a page: faults of access, and whatever hangs over its side. */
async function faultsOf(page: Page): Promise<string[]> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(await findFaults(page)), ...(overflow > 0 ? [`${page.url()} by ${overflow} px`] : [])];
}
