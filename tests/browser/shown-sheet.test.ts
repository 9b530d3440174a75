import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, pin, signIn } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const lesson = '/kursus/up-203/buku-kas/';

test('a sheet is shown without a network, read by the trainer once there is one, and taken back', async () => {
  const siti = await addLearner(server, 'siti', { name: 'Siti Aminah' });
  await addLearner(server, 'rahmat', { name: 'Pak Rahmat', role: 'trainer' });
  const page = await openPage(await openPhone(browser, server.origin), '/masuk/');
  await signIn(page, 'siti', pin);
  await page.goto(lesson);
  const sheet = page.locator('work-sheet');
  const show = sheet.getByRole('button', { name: 'Tunjukkan kepada pelatih' });
  await comeTo(page, show);
  await show.click();
  await sheet.getByText('Lembar ini masih kosong.').waitFor();
  await sheet.getByLabel('Saldo awal').fill('1.500.000');
  await sheet.locator('[data-list="days"] [name="out"]').first().fill('492.000');
  await server.pause();
  await show.click();
  await sheet.getByText('Dikirim begitu ada jaringan.').waitFor();
  // Not half behind the way around, where what is there counts as too small.
  await sheet
    .locator('.worksheet-actions')
    .first()
    .evaluate((it) => it.scrollIntoView({ block: 'center' }));
  const faults = await findFaults(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await server.resume();
  await page.reload();
  await comeTo(page, sheet.getByText('Ditunjukkan kepada pelatih pada'));

  const office = await openPage(await openPhone(browser, server.origin, { javaScript: false }), '/masuk/?staf=ya');
  await signIn(office, 'rahmat', passphrase);
  const link = office.getByRole('link', { name: 'Buku kas' });
  await expect
    .poll(async () => {
      await office.goto(`/pelatih/peserta/${siti}/`);
      return link.count();
    })
    .toBe(1);
  await link.click();
  const seen = office.locator('[data-filled]');
  expect(await seen.textContent()).toContain('Rp 1.500.000');
  expect(await seen.getByRole('row').filter({ hasText: '1.008.000' }).first().textContent()).toContain('492.000');
  const address = office.url();

  await page.goto('/saya/data/');
  faults.push(...(await findFaults(page)));
  await page.goto(lesson);
  const takeBack = sheet.getByRole('button', { name: 'Tarik kembali' });
  await comeTo(page, takeBack);
  await takeBack.click();
  await sheet.getByText('Pelatih tidak melihatnya lagi').waitFor();
  await expect.poll(async () => (await office.goto(address))?.status()).toBe(404);
  expect(faults).toEqual([]);
}, 120_000);

/** Scrolls to the sheet, whose script comes when it is near, until it shows this. */
async function comeTo(page: Page, shown: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await page.evaluate(() => document.querySelector('work-sheet')?.scrollIntoView());
      return shown.isVisible();
    })
    .toBe(true);
}
