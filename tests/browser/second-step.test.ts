import { base32nopad } from '@scure/base';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stepOf } from '#domain/person/second-step.ts';
import { codeAt } from '#server/accounts/second-step/totp.ts';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, signIn, signOut } from '../support/learner.ts';
import { readQrCode } from '../support/qr-code.ts';
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

test('a coordinator scans the key, keeps the paper, and signs in with a code and with one of the paper', async () => {
  await addLearner(server, 'wartini', { name: 'Bu Wartini', role: 'coordinator' });
  const page = await openPage(await openPhone(browser, server.origin), '/masuk/?staf=ya');
  await signIn(page, 'wartini', passphrase);
  await page.goto('/saya/data/');
  await page.getByRole('link', { name: 'Kode pengaman saat masuk' }).click();
  await page.getByLabel('Kata sandi').fill(passphrase);
  await page.getByRole('button', { name: 'Pasang kode pengaman' }).click();
  const scanned = new URL((await readQrCode(page, '[data-qr]')) ?? '');
  const key = scanned.searchParams.get('secret') ?? '';
  expect(((await page.locator('[data-key] strong').textContent()) ?? '').replaceAll(' ', '')).toBe(key);
  const faults = await findFaults(page);
  const bytes = base32nopad.decode(key);
  await page.getByLabel('Kode enam angka').fill(codeAt(bytes, stepOf(Date.now())));
  await page.getByRole('button', { name: 'Aktifkan' }).click();
  const codes = await page.locator('[data-codes] strong').allTextContents();
  expect(codes).toHaveLength(10);
  faults.push(...(await findFaults(page)));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('link', { name: 'Sudah ada di kertas' }).click();
  faults.push(...(await findFaults(page)));

  for (const typed of [() => codeAt(bytes, stepOf(Date.now()) + 1), () => codes[0] ?? '']) {
    await signOut(page);
    await page.goto('/masuk/?staf=ya&next=/pengurus/');
    await page.getByLabel('Nama masuk').fill('wartini');
    await page.locator('[name="secret"]').fill(passphrase);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByLabel('Kode dari aplikasi').fill('123 45');
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByText('Kode tidak cocok').waitFor();
    faults.push(...(await findFaults(page)));
    await page.getByLabel('Kode dari aplikasi').fill(typed());
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.waitForURL('**/pengurus/');
  }
  expect(faults).toEqual([]);
  expect(JSON.stringify(server.logged)).not.toContain(key);
}, 120_000);
