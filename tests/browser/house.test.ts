import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import { findFaults } from '../support/axe.ts';
import { outboxRested } from '../support/at-rest.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, answer, passphrase, pin, send, signIn } from '../support/learner.ts';
import { nameKeeper } from '#server/people/keepers.ts';
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

const quiz = '/kursus/up-202/kuis/hpp-keripik/';

test('a coordinator runs the house: two accounts of one person become one, she moves away, and a house is added', async () => {
  const siti = await addLearner(server, 'siti', { name: 'Siti Aminah' });
  await addLearner(server, 'siti2', { name: 'siti  aminah', secret: '739164' });
  await addLearner(server, 'wartini', { name: 'Bu Wartini', role: 'coordinator' });
  const page = await openPage(await openPhone(browser, server.origin), '/masuk/?staf=ya');
  await signIn(page, 'wartini', passphrase);
  const faults: string[] = [];

  // A phone that is signed in with the account that goes; what is answered there comes late.
  const phone = await openPage(await openPhone(browser, server.origin), '/masuk/');
  await signIn(phone, 'siti2', '739164');
  await phone.goto(quiz);
  const found = findQuiz(server.catalogue, 'up-202', 'hpp-keripik');
  if (found === undefined) throw new Error('no such quiz');

  await page.goto(`/pengurus/orang/${siti}/`);
  await page.getByRole('button', { name: 'Bandingkan dengan siti2' }).click();
  await page.getByRole('heading', { name: 'Apakah ini satu orang?' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  // Both accounts are seen beside each other without moving the table.
  const table = page.locator('.table-region');
  expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  faults.push(...(await findFaults(page)));
  // Asked twice: without the tick nothing happens.
  await page.locator('[name="sure"]').evaluate((it) => it.removeAttribute('required'));
  await page.getByRole('button', { name: 'Gabungkan siti2 ke siti' }).click();
  await page.getByText('Beri tanda centang dulu').waitFor();
  expect(await countPeople()).toBe(3);
  await page.getByLabel('Saya sudah bertanya').check();
  await page.getByRole('button', { name: 'Gabungkan siti2 ke siti' }).click();
  await page.getByText('Nama masuk lama siti2 juga sampai ke akun ini').waitFor();
  await page.getByText('menggabungkan akun lain').waitFor({ state: 'attached' });
  expect(await countPeople()).toBe(2);

  await answer(phone, found.quiz);
  await send(phone);
  await outboxRested(phone);
  expect(await countRecords(siti)).toBe(0);
  await signIn(phone, 'siti2', pin);
  await expect.poll(() => countRecords(siti)).toBe(1);
  // One person, one tile.
  const tiles = () => phone.evaluate(() => localStorage.getItem('orang')).catch(() => null);
  await expect.poll(tiles).toMatch(/^(?!.*siti2).*siti/);

  // She moves to another house, once its coordinator says so.
  await page.goto(`/pengurus/orang/${siti}/`);
  await page.getByText('Pindah rumah belajar').click();
  await page.getByLabel('Rumah belajar tujuan').selectOption('tracap');
  faults.push(...(await findFaults(page)));
  await page.getByRole('button', { name: 'Tawarkan' }).click();
  await page.getByText('Ditawarkan ke Rumah Belajar Tracap').waitFor();
  await addLearner(server, 'retno', { name: 'Bu Retno', role: 'coordinator', house: 'tracap' });
  const there = await openPage(await openPhone(browser, server.origin), '/masuk/?staf=ya');
  await signIn(there, 'retno', passphrase);
  await there.goto('/pengurus/');
  await there.getByRole('link', { name: '1 orang ditawarkan ke rumah Anda' }).click();
  faults.push(...(await findFaults(there)));
  await there.getByRole('button', { name: 'Terima Siti Aminah' }).click();
  await there.getByRole('link', { name: 'Buka halaman orang ini' }).click();
  await there.getByRole('heading', { name: 'Siti Aminah' }).waitFor();
  expect((await page.goto(`/pengurus/orang/${siti}/`))?.status()).toBe(404);
  await phone.goto('/saya/');
  await phone.getByText('Rumah Belajar Tracap').waitFor();
  expect(await countRecords(siti)).toBe(1);

  // The keeper adds a house, and somebody is offered to it at once.
  await nameKeeper(server.db, 'wartini');
  await page.goto('/pengurus/');
  await page.getByRole('link', { name: 'Rumah belajar', exact: true }).click();
  faults.push(...(await findFaults(page)));
  const house = { Nama: 'Rumah Belajar Sukorejo', Id: 'Suko rejo', Desa: 'Sukorejo', Kecamatan: 'Mojotengah' };
  for (const [field, text] of Object.entries({ ...house, Kabupaten: 'Wonosobo' }))
    await page.getByLabel(field, { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Tambah rumah belajar' }).click();
  await page.getByText('Id hanya huruf kecil').waitFor();
  await page.getByLabel('Id', { exact: true }).fill('sukorejo');
  await page.getByRole('button', { name: 'Tambah rumah belajar' }).click();
  await page.getByText('Rumah Belajar Sukorejo sudah disimpan').waitFor();
  // Its first coordinator gets a number to choose a passphrase with.
  await page.getByRole('link', { name: 'Tunjuk pengurusnya' }).click();
  await page.locator('#nama-pengurus').fill('Bu Sri Wahyuni');
  await page.getByRole('button', { name: 'Tunjuk pengurus' }).click();
  const number = (await page.locator('[data-secret]').textContent()) ?? '';
  faults.push(...(await findFaults(page)));
  const first = await openPage(await openPhone(browser, server.origin), '/masuk/?staf=ya');
  await first.getByLabel('Nama masuk').fill('sri');
  await first.locator('[name="secret"]').fill(number);
  await first.getByRole('button', { name: 'Masuk', exact: true }).click();
  await first.getByLabel('Kata sandi baru', { exact: true }).fill('padi kuning sore');
  await first.getByLabel('Kata sandi baru, sekali lagi').fill('padi kuning sore');
  await first.getByRole('button', { name: 'Simpan dan masuk' }).click();
  await first.goto('/pengurus/');
  await first.getByText('Rumah Belajar Sukorejo').first().waitFor();
  await page.goto('/pengurus/rumah/');
  await page.getByRole('link', { name: 'Rumah Belajar Tracap' }).click();
  await page.getByLabel('Desa', { exact: true }).fill('Tracap Wetan');
  faults.push(...(await findFaults(page)));
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Desa Tracap Wetan, Kecamatan Kaliwiro').waitFor();
  await there.goto(`/pengurus/orang/${siti}/`);
  await there.getByText('Pindah rumah belajar').click();
  const offeredTo = await there.getByLabel('Rumah belajar tujuan').locator('option').allTextContents();
  expect(offeredTo.map((it) => it.trim())).toContain('Rumah Belajar Sukorejo, Mojotengah');

  // The coordinator of the other house lost her passphrase.
  await page.goto('/pengurus/rumah/tracap/');
  await page.getByRole('button', { name: 'Hapus kata sandi retno' }).click();
  await page.locator('[data-secret]').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await there.goto('/pengurus/');
  expect(new URL(there.url()).pathname).toBe('/masuk/');
  expect(faults).toEqual([]);
}, 180_000);

async function countPeople(): Promise<number> {
  return Number((await server.db.client.execute('SELECT count(*) AS n FROM person')).rows[0]?.n);
}

async function countRecords(person: string): Promise<number> {
  const sql = 'SELECT count(*) AS n FROM record WHERE person = ?';
  return Number((await server.db.client.execute({ sql, args: [person] })).rows[0]?.n);
}
