import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, pin, signIn } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  await addLearner(server, 'wartini', { name: 'Bu Wartini', role: 'coordinator' });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test.each([true, false])('a coordinator adds a person, who signs in (script: %s)', async (javaScript) => {
  const office = await openPage(await openPhone(browser, server.origin, { javaScript }), '/masuk/?staf=ya');
  await signIn(office, 'wartini', passphrase);
  await office.goto('/pengurus/');
  await office.getByRole('link', { name: 'Orang', exact: true }).click();
  await office.getByRole('link', { name: 'Tambah orang' }).click();
  await office.getByLabel('Nama', { exact: true }).fill(`Bu Dwi ${javaScript ? 'Lestari' : 'Astuti'}`);
  await office.getByRole('button', { name: 'Tambah orang' }).click();
  const [login = '', pin = ''] = await office.locator('.facts dd').allTextContents();
  expect([login, pin]).toEqual([javaScript ? 'dwi' : 'dwi2', expect.stringMatching(/^\d{6}$/)]);

  const phone = await openPage(await openPhone(browser, server.origin, { javaScript }), '/masuk/');
  await signIn(phone, login, pin);
  await phone.goto('/saya/');
  expect(await phone.textContent('main')).toContain('Halo, Bu Dwi');
});

test('a coordinator pastes thirty names, mends a row, and one of them chooses a PIN and is in', async () => {
  const office = await openPage(await openPhone(browser, server.origin, { javaScript: false }), '/masuk/?staf=ya');
  await signIn(office, 'wartini', passphrase);
  await office.goto('/pengurus/orang/impor/');
  const names = Array.from({ length: 30 }, (_, at) => `Bu Peserta${String.fromCodePoint(97 + (at % 26))} Ke-${at + 1}`);
  const field = office.getByLabel('Daftar nama');
  await field.fill([...names.slice(0, 29), '=1+1'].join('\n'));
  await office.getByRole('button', { name: 'Periksa dulu' }).click();
  expect(await office.textContent('main')).toContain('Baris 30: Nama tidak boleh dimulai');
  expect(await office.getByRole('button', { name: /^Tambahkan/ }).count()).toBe(0);
  await field.fill(names.join('\n'));
  await office.getByRole('button', { name: 'Periksa dulu' }).click();
  await office.getByRole('button', { name: 'Tambahkan 30 orang' }).click();
  const row = office.getByRole('row').filter({ hasText: 'Ke-17' });
  const [login = '', number = ''] = await row.getByRole('cell').allTextContents();

  const phone = await openPage(await openPhone(browser, server.origin), '/masuk/');
  await phone.getByLabel('Nama masuk').fill(login);
  await phone.locator('[name="secret"]').fill(number);
  await phone.getByRole('button', { name: 'Masuk', exact: true }).click();
  for (const name of ['new', 'repeat']) await phone.locator(`[name="${name}"]`).fill(pin);
  await phone.getByRole('button', { name: 'Simpan dan masuk' }).click();
  await phone.waitForURL('**/saya/');
  expect(await phone.textContent('main')).toContain('Ke-17');
});
