import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shiftOf } from '../support/at-rest.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
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

test('the first number is in the first view, is copied on plain HTTP, and is selected where copying is refused', async () => {
  // An address that is no secure context, as that of a house is.
  const page = await openPage(await openPhone(browser, server.origin.replace('127.0.0.1', 'rumah.test')), '/bantuan/');
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const first = page.locator('.contact').first();
  // The buttons for copying come by script, into room that is kept for them.
  await first.getByRole('button', { name: 'Salin nomor' }).waitFor();
  expect(await shiftOf(page)).toBe(0);
  const box = await first.locator('.contact-reach').boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
  const number = await first.locator('.contact-reach > :last-child').textContent();
  const copied = page.evaluate(
    () => new Promise((resolve) => document.addEventListener('copy', () => resolve(String(getSelection())))),
  );
  await first.getByRole('button', { name: 'Salin nomor' }).click();
  await first.getByText('Nomor tersalin.').waitFor();
  expect(await copied).toBe(number);

  await page.evaluate(() => {
    document.execCommand = () => false;
    getSelection()?.removeAllRanges();
  });
  await first.getByRole('button', { name: 'Salin nomor' }).click();
  await first.getByText('Nomor sudah terpilih.').waitFor();
  expect(await page.evaluate(() => String(getSelection()))).toBe(number);
});

test('one touch leaves for a harmless page, and going back does not return', async () => {
  const page = await openPage(await openPhone(browser, server.origin), '/kursus/');
  await page.getByRole('link', { name: 'Bantuan', exact: true }).click();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const exit = page.getByRole('link', { name: 'Tutup cepat' });
  expect((await exit.boundingBox())?.y).toBeLessThan(100);
  await exit.click();
  await page.waitForURL('**/kursus/up-*/');
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/kursus/');
});
