import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, signIn } from '../support/learner.ts';
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

test('a trainer brings questions from WhatsApp into a practice and explains a term, on a phone without script', async () => {
  const page = await openPage(await openPhone(browser, server.origin, { javaScript: false }), '/masuk/?staf=ya');
  await signIn(page, 'tono', passphrase);
  await page.goto('/pelatih/naskah/baru/');
  await page.getByLabel('Pelajaran', { exact: true }).selectOption('up-202/hpp-keripik');
  await page.getByRole('button', { name: 'Mulai', exact: true }).first().click();
  // The first page of a draft reads all content.
  const draft = new URL(page.url()).pathname;
  await page.goto(`${draft}kuis/hpp-keripik/soal/`, { timeout: 60_000 });
  const rows = page.locator('main > ol.rows > li');
  const before = await rows.count();
  await page.getByRole('link', { name: 'Masukkan soal dari berkas' }).click();
  const faults = await faultsOf(page);
  await page.getByLabel('Atau tempel soalnya di sini').fill(pasted);
  await page.getByRole('button', { name: 'Periksa berkas' }).click();
  faults.push(...(await faultsOf(page)));
  const report = page.getByRole('region', { name: 'Hasil pemeriksaan' });
  expect(await report.getByRole('listitem').allTextContents()).toEqual([
    expect.stringMatching(/Baris 1.*siap masuk/s),
    expect.stringMatching(/Baris 6.*ditolak/s),
    expect.any(String),
  ]);
  await report.getByRole('button', { name: 'Masukkan 1 soal' }).click();
  expect(await page.textContent('main')).toContain('Tersimpan.');
  expect(await rows.count()).toBe(before + 1);

  // A term that is there is told; another one is written, and stands in the draft.
  await page.goto(draft);
  await page.getByText('Istilah dan jawaban pencarian').click();
  await page.getByRole('link', { name: 'Istilah', exact: true }).click();
  faults.push(...(await faultsOf(page)));
  await page.getByRole('link', { name: 'Tambah istilah' }).click();
  await page.getByLabel('Istilah', { exact: true }).fill('hpp');
  await page.getByLabel('Artinya', { exact: true }).fill('Biaya yang datang tanpa direncanakan.');
  await page.getByRole('button', { name: 'Simpan', exact: true }).last().click();
  expect(await page.textContent('main')).toContain('"HPP" sudah ada');
  faults.push(...(await faultsOf(page)));
  await page.getByLabel('Istilah', { exact: true }).fill('biaya tak terduga');
  await page.getByRole('button', { name: 'Simpan', exact: true }).last().click();
  expect(await page.textContent('main')).toContain('Tersimpan di naskah ini.');
  await page.goto(draft);
  expect(await page.getByRole('region', { name: 'Isi naskah' }).textContent()).toContain('Istilah');
  faults.push(...(await faultsOf(page)));
  expect(faults).toEqual([]);
}, 180_000);

const pasted = `Sewa dapur Bu Sri termasuk biaya apa?
A. Biaya tetap
B. Biaya variabel
ANSWER: A

Gas dapur Bu Sri termasuk biaya apa?
A. Biaya tetap
B. Biaya variabel
ANSWER: D
`;

/** What hinders somebody at a page: faults of access, and whatever hangs over its side. */
async function faultsOf(page: Page): Promise<string[]> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(await findFaults(page)), ...(overflow > 0 ? [`${page.url()} by ${overflow} px`] : [])];
}
