import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editorFor } from '#domain/question/editors.ts';
import { questionKinds } from '#domain/question/question.ts';
import type { Viewer } from '#domain/person/person.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { makeUuid } from '#server/uuid.ts';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, signIn } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
let tono: Viewer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  const who = { login: 'tono', name: 'Pak Tono', role: 'trainer' } as const;
  tono = { ...who, house: 'kuripan', id: await addLearner(server, 'tono', who) };
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The list of a lesson's questions, in a draft of its own. */
async function openList(javaScript: boolean): Promise<{ page: Page; list: string }> {
  const asked = { id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' };
  const list = `/pelatih/naskah/${await makeDraft(server, tono, asked)}/kuis/hpp-keripik/soal/`;
  const page = await openPage(await openPhone(browser, server.origin, { javaScript }), '/masuk/?staf=ya');
  await signIn(page, 'tono', passphrase);
  await page.goto(list);
  return { page, list };
}

test('a trainer writes a number question with a usual mistake, without script, and finds what is wrong at its field', async () => {
  const { page } = await openList(false);
  const before = await page.locator('main > ol.rows > li').count();
  await page.getByText('Tambah soal', { exact: true }).click();
  await page.getByRole('link', { name: 'Angka', exact: true }).click();
  await page
    .getByLabel('Pertanyaan', { exact: true })
    .fill('Modal Rp 60.000 untuk 50 bungkus. Berapa HPP satu bungkus?');
  await page.getByLabel('Angka yang benar').fill('12,000');
  await page.getByLabel('Satuan').fill('Rp');
  await page.getByLabel('Selisih yang masih benar').fill('0');
  await page.getByRole('button', { name: /^Tambah baris/ }).click();
  expect(await page.getByLabel('Angka yang benar').inputValue()).toBe('12,000');
  await page.getByLabel('Angka keliru 1').fill('3000000');
  await page.getByLabel('Yang dikatakan 1').fill('Bagi, jangan kalikan.');
  await page.getByLabel('Mengapa itu benar').fill('60.000 dibagi 50 adalah 1.200.');
  await page.getByRole('button', { name: 'Simpan soal' }).last().click();
  const key = page.getByLabel('Angka yang benar');
  expect(await key.getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('main').textContent()).toContain('Maksud Anda');
  await key.fill('1200');
  await page.getByRole('button', { name: 'Simpan soal' }).last().click();
  expect(await page.textContent('main')).toContain('Tersimpan.');
  expect(await page.locator('main > ol.rows > li').count()).toBe(before + 1);
});

test('what was written is tried as a participant sees it, and its mistake is told there', async () => {
  const { page, list } = await openList(true);
  await page.goto(`${list.replace('/soal/', '/satu-soal/')}?jenis=single`);
  await page.getByLabel('Pertanyaan', { exact: true }).fill('Mana yang termasuk HPP keripik Bu Sri?');
  await page.getByLabel('Pilihan 1').fill('Singkong');
  await page.getByLabel('Pilihan 2').fill('Baju lebaran');
  await page.getByLabel('Kata untuk yang memilih ini 2').fill('Itu belanja keluarga.');
  await page.getByLabel('Baris 1 benar').check();
  await page.getByLabel('Mengapa itu benar').fill('Singkong adalah bahan.');
  await page.getByRole('button', { name: 'Simpan soal' }).last().click();
  await page.getByText('Tersimpan.').waitFor();
  const row = page.locator('main > ol.rows > li').last();
  const trial = await row.getByRole('link', { name: /^Coba/ }).getAttribute('href');
  await page.goto(new URL(trial ?? '', page.url()).pathname + new URL(trial ?? '', page.url()).search);
  await page.getByLabel('Baju lebaran').check();
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
  await page.getByText('Itu belanja keluarga.').first().waitFor();
  await expect.poll(() => page.getByText('Singkong adalah bahan.').first().isVisible()).toBe(true);
});

test('the forms of all kinds and the list have no fault of access, on a phone', async () => {
  const { page, list } = await openList(true);
  const faults = [...(await findFaults(page))];
  for (const kind of questionKinds) {
    await page.goto(`${list.replace('/soal/', '/satu-soal/')}?jenis=${kind}`);
    await page.getByRole('heading', { level: 1, name: editorFor(kind).title }).waitFor();
    faults.push(...(await findFaults(page)));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([kind, Math.max(overflow, 0)]).toEqual([kind, 0]);
  }
  expect(faults).toEqual([]);
});
