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
  // A source is chosen from what the course uses, and another one is added: no code is typed.
  await page.goto(`${draft}pelajaran/hpp-keripik/`);
  await page.getByRole('button', { name: 'Pilih sumber' }).click();
  faults.push(...(await faultsOf(page)));
  const chosen = page.getByRole('region', { name: 'Sumber yang dipakai' }).getByRole('listitem');
  const count = await chosen.count();
  await page
    .getByRole('button', { name: /^Pakai/ })
    .first()
    .click();
  expect(await chosen.count()).toBe(count + 1);
  await page.getByText('Tambah sumber baru').click();
  await page.getByLabel('Judul', { exact: true }).fill('Buku kas Bu Sri');
  await page.getByLabel('Dari siapa').fill('Rumah Belajar Kuripan');
  await page.getByLabel('Seberapa pasti').selectOption('medium');
  faults.push(...(await faultsOf(page)));
  await page.getByRole('button', { name: 'Tambahkan dan pakai' }).click();
  expect(await chosen.last().textContent()).toContain('Buku kas Bu Sri, Rumah Belajar Kuripan');
  await page.goto(draft);
  expect(await page.getByRole('region', { name: 'Isi naskah' }).textContent()).toContain('Istilah');
  faults.push(...(await faultsOf(page)));

  // A course begins with one form; a code that is there is told at its field.
  await page.goto('/pelatih/naskah/kursus-baru/');
  faults.push(...(await faultsOf(page)));
  await page.getByLabel('Judul kursus').fill('Beternak lele di kolam terpal');
  await page.getByLabel('Kode').fill('UP-202');
  await page.getByLabel('Tentang apa').fill('Dari benih sampai panen.');
  await page.getByLabel('Pilar').selectOption('usaha-produktif');
  await page.getByLabel('Untuk siapa').selectOption('purna');
  await page.getByLabel('Jalur belajar').selectOption('pulang');
  await page.getByLabel('Yang bisa dilakukan sesudahnya').fill('Menghitung benih\nMenimbang pakan\nMenjual panen');
  await page.getByLabel('Judul pelajaran pertama').fill('Kolam dari terpal');
  await page.getByRole('button', { name: 'Mulai', exact: true }).click();
  expect(await page.getByLabel('Kode').getAttribute('aria-invalid')).toBe('true');
  faults.push(...(await faultsOf(page)));
  await page.getByLabel('Kode').fill('UP-297');
  await page.getByRole('button', { name: 'Mulai', exact: true }).click();
  const parts = page.getByRole('region', { name: 'Isi naskah' });
  expect(await parts.getByRole('link', { name: 'Tulis', exact: true }).count()).toBe(3);
  await page.goto(`${new URL(page.url()).pathname}pelajaran/kolam-dari-terpal/`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Kolam dari terpal');
  expect(faults).toEqual([]);
}, 240_000);

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
