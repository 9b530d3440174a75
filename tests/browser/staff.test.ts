import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { readWorkbook } from '#content/exchange/table/xlsx.ts';
import { formatDate, todayOn } from '#domain/local-date.ts';
import { addCohort, addLearner, passphrase, pin, signIn } from '../support/learner.ts';
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

test('a trainer enters who was there and a sheet of paper, and sees both at a glance', async () => {
  const trainer = await addLearner(server, 'slamet', { name: 'Pak Slamet', role: 'trainer' });
  const course = 'up-202';
  const cohort = await addCohort(server, { trainer, course });
  const person = await addLearner(server, 'ponirah', { name: 'Bu Ponirah' });
  const desk = await openPage(await openPhone(browser, server.origin, { javaScript: false }), '/masuk/?staf=ya');
  await signIn(desk, 'slamet', passphrase);
  await desk.goto(`/pelatih/angkatan/${cohort}/`);
  await desk.getByText('Tempel nama').first().click();
  await desk.locator('textarea').fill('Bu Ponirah\nBu Entah');
  await desk.getByRole('button', { name: 'Tambahkan daftar ini' }).click();
  expect(await desk.textContent('main')).toContain('Baris 2: tidak ada peserta dengan nama ini');
  await desk.locator('textarea').fill('ponirah');
  await desk.getByRole('button', { name: 'Tambahkan daftar ini' }).click();

  await desk.getByText('Tambah pertemuan').first().click();
  await desk.getByLabel('Tanggal pertemuan').fill(todayOn());
  await desk.getByRole('button', { name: 'Tambah pertemuan' }).click();
  await desk.getByRole('link', { name: formatDate(todayOn()) }).click();
  await desk.getByRole('radio', { name: 'Hadir' }).check();
  await desk.getByRole('button', { name: 'Simpan kehadiran' }).click();
  expect(await desk.textContent('main')).toContain('1 hadir dari 1 yang dicatat');

  await desk.goto(`/pelatih/angkatan/${cohort}/kertas/`);
  await desk.getByRole('link', { name: 'Cetak soal' }).last().click();
  expect(await desk.locator('.paper-grid li').count()).toBeGreaterThan(0);
  await desk.goto(`/pelatih/angkatan/${cohort}/kertas/kunci/?kuis=ujian-akhir`);
  const keys = await desk.locator('.paper-keys li').allTextContents();
  await desk.goto(`/pelatih/angkatan/${cohort}/kertas/?kuis=ujian-akhir`);
  for (const [at, key] of keys.entries()) {
    const text = key.trim().replace(/^\S+\s+/, '');
    await desk.locator('.paper-answer input').nth(at).fill(text);
  }
  await desk.keyboard.press('Enter');
  await expect.poll(() => desk.textContent('main')).toContain('Jawaban Bu Ponirah tersimpan dan dinilai');

  await desk.goto(`/pelatih/peserta/${person}/`);
  expect(await desk.textContent('main')).toContain('di kertas, diketik Pak Slamet');
  await desk.goto(`/pelatih/angkatan/${cohort}/sekilas/`);
  expect(await desk.textContent('.glance-cards')).toContain('1 dari 1 ujian lulus');
  await desk.goto(`/pelatih/${course}/ujian-akhir/?angkatan=${cohort}`);
  expect(await desk.textContent('main')).toContain('Semua soal dijawab benar oleh semua peserta.');
  // What the coordinator takes along as a workbook says what the screen says.
  const office = await openPage(await openPhone(browser, server.origin), '/masuk/?staf=ya');
  await signIn(office, 'wartini', passphrase);
  await office.goto('/pengurus/laporan/');
  const rows = office.getByRole('table').last().locator('tbody tr');
  const shown = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent?.trim())),
  );
  const book = readWorkbook(await (await office.request.get('/pengurus/laporan/laporan.xlsx')).body());
  if (!('rows' in book)) throw new Error('the workbook cannot be read');
  const told = book.rows.slice(-shown.length).map(({ cells }) => cells.slice(1));
  // A month is a date in the workbook.
  const [onScreen, inFile] = [shown, told].map((them) => them.map((cells) => cells.toSpliced(1, 1)));
  expect(inFile).toEqual(onScreen);
  expect(onScreen?.flat()).toContain('1');
});
