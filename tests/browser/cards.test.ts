import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, pin, signIn } from '../support/learner.ts';
import { readPdfQrCodes } from '../support/pdf-qr-codes.ts';
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

test('cards are printed eight a page, and a phone that scans one asks for the PIN alone', async () => {
  await addLearner(server, 'wartini', { name: 'Bu Wartini', role: 'coordinator' });
  const ids = [];
  for (let at = 1; at <= 9; at += 1) ids.push(await addLearner(server, `ibu${at}`, { name: `Ibu Nur ${at}` }));
  const desk = await openPage(await openPhone(browser, server.origin, { width: 1280, height: 800 }), '/masuk/?staf=ya');
  await signIn(desk, 'wartini', passphrase);
  await desk.goto('/pengurus/orang/?peran=participant');
  for (const id of ids) await desk.locator(`input[value="${id}"]`).check();
  await desk.getByRole('button', { name: 'Cetak kartu yang dipilih' }).click();
  await desk.locator('.card').nth(8).waitFor();
  expect(await findFaults(desk)).toEqual([]);
  const paper = await desk.pdf({ preferCSSPageSize: true, printBackground: false });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  const codes = readPdfQrCodes(paper);
  expect(new Set(codes).size).toBe(9);
  const [first] = codes;
  expect(first).toMatch(new RegExp(`^${server.origin}/masuk/kartu/#[0-9A-Z]{12}$`));

  const phone = await openPage(await openPhone(browser, server.origin), new URL(first ?? '').pathname);
  await phone.goto(first ?? '');
  await phone.getByText('Kartu Ibu Nur 1. Ketik PIN Anda.').waitFor();
  expect(await phone.locator('[name="login"]').inputValue()).toBe('ibu1');
  expect(phone.url()).not.toContain('#');
  expect(await findFaults(phone)).toEqual([]);
  await phone.locator('[name="secret"]').fill(pin);
  await phone.getByRole('button', { name: 'Masuk', exact: true }).click();
  await phone.waitForURL('**/saya/');

  await desk.goto(`/pengurus/orang/${ids[0]}/`);
  await desk.getByText('Kartu hilang').click();
  await desk.getByRole('button', { name: 'Ganti kartu masuk' }).click();
  await desk.locator('.card').waitFor();
  const lost = await openPage(await openPhone(browser, server.origin), '/masuk/kartu/');
  await lost.goto(first ?? '');
  await lost.getByText('Kartu ini sudah diganti').waitFor();
});
