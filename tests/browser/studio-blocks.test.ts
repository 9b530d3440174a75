import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lessonFile } from '#domain/content-path.ts';
import type { Viewer } from '#domain/person/person.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { readText } from '#server/studio/writing/texts.ts';
import { makeUuid } from '#server/uuid.ts';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, signIn } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

const path = lessonFile('up-202', 'hpp-keripik');

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

test('by keyboard alone a trainer writes a paragraph, a bold word, a list and a note, moves and undoes it, and saves', async () => {
  const { page, draft, before } = await openParts(true);
  const faults = await faultsOf(page);

  await press(page.getByText('Tambah di paling atas'));
  await press(page.getByRole('link', { name: 'Tulisan', exact: true }));
  const text = page.getByLabel('Isi', { exact: true });
  await text.focus();
  await page.keyboard.type('Timbang dulu sebelum menggoreng.');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await press(page.getByRole('button', { name: 'Tebal', exact: true }));
  expect(await text.inputValue()).toBe('**Timbang** dulu sebelum menggoreng.');
  faults.push(...(await faultsOf(page)));
  await press(page.getByRole('button', { name: 'Pakai', exact: true }));
  await page.locator('.lesson-blocks strong', { hasText: 'Timbang' }).first().waitFor();

  await open(page, 'Tulisan, bagian 1');
  await press(page.getByText('Tambah sesudah ini'));
  await press(page.getByRole('link', { name: 'Daftar', exact: true }));
  await text.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('satu kilo kentang\ndua sendok garam');
  await page.keyboard.press('Control+A');
  await press(page.getByRole('button', { name: 'Daftar', exact: true }));
  await press(page.getByRole('button', { name: 'Pakai', exact: true }));
  await page
    .getByRole('listitem')
    .filter({ hasText: /^dua sendok garam$/ })
    .waitFor();

  await open(page, 'Daftar, bagian 2');
  await press(page.getByText('Tambah sesudah ini'));
  await press(page.getByRole('link', { name: 'Catatan', exact: true }));
  await page.getByLabel('Judul catatan').fill('Hati-hati "panas"');
  await text.fill('Minyak panas melukai.');
  await press(page.getByRole('button', { name: 'Pakai', exact: true }));
  await page.locator('.lesson-blocks .note', { hasText: 'Minyak panas melukai.' }).waitFor();

  await open(page, 'Catatan, bagian 3');
  await press(page.getByRole('button', { name: 'Naikkan' }));
  await page.waitForURL(/bagian=1/);
  await press(page.getByRole('button', { name: 'Naikkan' }));
  await page.waitForURL(/bagian=0/);
  await press(page.getByRole('button', { name: 'Urungkan' }));
  await page.waitForURL(/susunan\/hpp-keripik\/$/);
  await press(page.getByRole('button', { name: 'Simpan', exact: true }));
  await page.getByText('Tersimpan.', { exact: true }).waitFor();
  faults.push(...(await faultsOf(page)));

  const [head = '', prose = ''] = split(before);
  const added = [
    '**Timbang** dulu sebelum menggoreng.',
    '<Note kind="tip" title="Hati-hati &quot;panas&quot;">\n\nMinyak panas melukai.\n\n</Note>',
    '- satu kilo kentang\n- dua sendok garam',
  ];
  expect(await saved(draft)).toBe(`${head}${added.join('\n\n')}\n\n${prose}`);
  expect(faults).toEqual([]);
}, 180_000);

test('without script a trainer changes a box by its fields, is told at the block what is wrong, and loses nothing', async () => {
  const { page, draft, before } = await openParts(false);
  await page.getByRole('link', { name: /Ubah.*Cerita, bagian 2$/ }).click();
  await page.getByLabel('Judul cerita').fill('Cerita Bu Sari');
  await page.getByRole('button', { name: 'Pakai', exact: true }).click();

  // A usual mistake is told where it stands, and the lesson can be gone on with.
  const open = () => page.getByRole('link', { name: /Ubah.*Tulisan, bagian 3$/ }).click();
  await open();
  const field = page.getByLabel('Isi', { exact: true });
  const text = await field.inputValue();
  await field.fill(`${text}\n\n<Story title="Lagi">`);
  await page.getByRole('button', { name: 'Pakai', exact: true }).click();
  expect(await page.getByRole('alert').textContent()).toContain('tidak terbaca');
  expect(await page.locator('#bagian-salah').textContent()).toContain('<Story> belum ditutup');
  expect(await field.inputValue()).toContain('<Story title="Lagi">');
  await field.fill(`${text} Ada <Term id="tidak-ada-ini">kata</Term> baru.`);
  await page.getByRole('button', { name: 'Pakai', exact: true }).click();
  const third = page.locator('#bagian-2');
  expect(await third.locator('.block-faults').textContent()).toMatch(/Perlu diperbaiki.*tidak-ada-ini/s);
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  expect(await page.getByRole('alert').first().textContent()).toContain('1 hal perlu diperbaiki');
  await page.getByRole('button', { name: 'Urungkan' }).click();
  expect(await third.textContent()).not.toContain('tidak-ada-ini');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  expect(await page.textContent('main')).toContain('Tersimpan.');
  expect(await saved(draft)).toBe(
    before.replace('<Story title="Cerita Bu Wartini">', '<Story title="Cerita Bu Sari">'),
  );
}, 120_000);

/** A lesson as its parts, in a draft of its own, on a phone. */
async function openParts(javaScript: boolean): Promise<{ page: Page; draft: string; before: string }> {
  const asked = { id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' };
  const draft = await makeDraft(server, tono, asked);
  const before = await saved(draft);
  const page = await openPage(await openPhone(browser, server.origin, { javaScript }), '/masuk/?staf=ya');
  await signIn(page, 'tono', passphrase);
  await page.goto(`/pelatih/naskah/${draft}/susunan/hpp-keripik/`);
  return { page, draft, before };
}

async function saved(draft: string): Promise<string> {
  return (await readText(server, await requireDraft(server.db, tono, draft), path)) ?? '';
}

function split(mdx: string): readonly string[] {
  const at = mdx.indexOf('\n---\n', 4) + 6;
  return [mdx.slice(0, at), mdx.slice(at)];
}

async function open(page: Page, name: string): Promise<void> {
  await press(page.getByRole('link', { name: new RegExp(`Ubah.*${name}$`) }));
  await page.locator('#bagian-form').waitFor();
}

async function press(it: Locator): Promise<void> {
  await it.focus();
  await it.press('Enter');
}

/** What hinders somebody at a page: faults of access, and whatever hangs over its side. */
async function faultsOf(page: Page): Promise<string[]> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(await findFaults(page)), ...(overflow > 0 ? [`${page.url()} by ${overflow} px`] : [])];
}
