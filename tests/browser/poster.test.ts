import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, signIn } from '../support/learner.ts';
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

test('a poster stands on one page, whose codes lead into the Wi-Fi and to the front page', async () => {
  await addLearner(server, 'wartini', { name: 'Bu Wartini', role: 'coordinator' });
  const page = await openPage(await openPhone(browser, server.origin), '/masuk/?staf=ya');
  await signIn(page, 'wartini', passphrase);
  await page.goto('/pengurus/');
  await page.getByRole('link', { name: 'Poster untuk dinding' }).click();
  await page.getByLabel('Nama Wi-Fi').fill('Rumah; Belajar');
  await page.getByLabel('Kata sandi Wi-Fi').fill('sawah hijau');
  await page.getByRole('button', { name: 'Buat poster' }).click();
  await page.locator('.poster').waitFor();
  expect(page.url()).not.toContain('sawah');
  expect(await findFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: false })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print' });
  expect(await readQrCode(page, '[aria-label="Kode QR Wi-Fi"]')).toBe('WIFI:T:WPA;S:Rumah\\; Belajar;P:sawah hijau;;');
  expect(await readQrCode(page, '[aria-label="Kode QR alamat"]')).toBe(`${server.origin}/`);
});
