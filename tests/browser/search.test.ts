import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, signIn } from '../support/learner.ts';
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

const openSearch = async (path = '/cari/'): Promise<Page> => openPage(await openPhone(browser, server.origin), path);
const field = (page: Page) => page.getByRole('searchbox', { name: 'Apa yang Anda cari?' });
const status = (page: Page) => page.getByRole('status');
const firstTitle = (page: Page) => page.locator('.search-results .found-group .found-title').first();

test('results come while typing, grouped by course, with minutes, section and marked words', async () => {
  const page = await openSearch();
  await field(page).pressSequentially('markup atau margin', { delay: 20 });
  await status(page)
    .getByText(/^\d+ hasil\./)
    .waitFor();
  expect(await firstTitle(page).textContent()).toBe('Markup atau margin?');
  const group = page.locator('.found-group').first();
  expect(await group.getByRole('heading').textContent()).toContain('Menghitung HPP');
  expect(await group.locator('.muted').first().textContent()).toMatch(/^Pelajaran · \d+ menit$/);
  expect(await group.locator('mark').first().textContent()).toMatch(/^(markup|margin)$/i);
  expect(await page.locator('.search-fallback').isVisible()).toBe(false);

  const section = group.locator('.found-sections a').first();
  const name = (await section.textContent()) ?? '';
  await section.click();
  expect(page.url()).toMatch(/\/kursus\/up-202\/markup-atau-margin\/#.+/);
  expect(await page.locator(new URL(page.url()).hash).textContent()).toContain(name);
});

test('a term is explained on top', async () => {
  const page = await openSearch('/cari/?q=apa%20itu%20HPP');
  expect(await page.locator('.found-meaning').first().textContent()).toContain('harga pokok produksi');
});

test('the last query wins, however late the answer to an earlier one comes', async () => {
  const page = await openSearch();
  let asked = 0;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/pagefind/index/*', async (route) => {
    asked += 1;
    if (asked === 1) await held;
    await route.continue();
  });
  await field(page).fill('paspor');
  const late = await page.waitForRequest('**/pagefind/index/*');
  await field(page).fill('margin');
  await expect.poll(() => firstTitle(page).textContent()).toBe('Markup atau margin?');
  letGo();
  await (await late.response())?.finished();
  // What would be shown of it has been shown by now.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  expect(await firstTitle(page).textContent()).toBe('Markup atau margin?');
  expect(new URL(page.url()).search).toBe('?q=margin');
  expect(asked).toBeGreaterThan(1);
});

test('the address holds query and filters, and the back button brings them back', async () => {
  const page = await openSearch();
  await field(page).fill('biaya');
  await page.getByRole('button', { name: 'Cari' }).click();
  await status(page).getByText(/hasil/).waitFor();
  const all = await status(page).textContent();
  await page.getByText('Saring hasil').click();
  await page.getByLabel('Jenis').selectOption('Istilah');
  await expect.poll(() => status(page).textContent()).not.toBe(all);
  expect(new URL(page.url()).search).toBe('?q=biaya&jenis=Istilah');
  const kinds = await page.locator('.search-results .muted').allTextContents();
  expect(new Set(kinds)).toEqual(new Set(['Istilah']));

  await page.reload();
  await status(page).getByText(/hasil/).waitFor();
  expect(await page.getByLabel('Jenis').inputValue()).toBe('Istilah');
  await page.goBack();
  await expect.poll(() => status(page).textContent()).toBe(all);
  expect(await page.getByLabel('Jenis').inputValue()).toBe('');
  expect(await field(page).inputValue()).toBe('biaya');
});

test('keys lead through it: / to the field, arrows through the results, Enter opens, Escape goes back and empties', async () => {
  const page = await openSearch('/cari/?q=margin');
  await firstTitle(page).waitFor();
  await page.keyboard.press('/');
  expect(await field(page).evaluate((it) => it === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await field(page).evaluate((it) => it === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  expect(await field(page).inputValue()).toBe('margin');
  await page.keyboard.press('Escape');
  expect(await field(page).inputValue()).toBe('');
  expect(await page.locator('.search-fallback').isVisible()).toBe(true);
  await field(page).fill('markup atau margin');
  await firstTitle(page).waitFor();
  await firstTitle(page).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/markup-atau-margin/');
});

test('a slip is mended and said, and what was typed is one tap away', async () => {
  const page = await openSearch('/cari/?q=berangkt');
  await page.getByText('Menampilkan hasil untuk').waitFor();
  expect(await page.locator('.search-results strong').first().textContent()).toBe('berangkat');
  await page.getByRole('button', { name: 'cari persis “berangkt”' }).click();
  await status(page).getByText('Tidak ada yang cocok dengan “berangkt”').waitFor();
  expect(new URL(page.url()).searchParams.get('persis')).toBe('1');
  expect(await page.getByText('Mungkin yang ini?').isVisible()).toBe(true);
});

test('where nothing is found there are help contacts and the whole list', async () => {
  const page = await openSearch('/cari/?q=zxqv%20blorg');
  await status(page).getByText('Tidak ada yang cocok').waitFor();
  expect(await page.getByRole('link', { name: 'Semua nomor bantuan' }).isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: 'Semua pelajaran dan istilah' }).isVisible()).toBe(true);
});

test('a word that is nowhere is named beside what the others found', async () => {
  const page = await openSearch('/cari/?q=titik%20impas%20zxqv');
  await status(page).getByText('Tidak ada di sini: “zxqv”.').waitFor();
  expect(await firstTitle(page).textContent()).toBe('Titik impas dan target laba');
});

test.each(['<img src=x onerror="document.title=1">margin', '"margin', '💸', '\u202eكيف', '.*(', 'a'.repeat(500)])(
  'asked for %j it says what it found as plain text',
  async (query) => {
    const page = await openSearch(`/cari/?q=${encodeURIComponent(query)}`);
    await expect.poll(() => status(page).textContent()).toMatch(/hasil|Tidak ada/);
    expect(await page.locator('.search-results img').count()).toBe(0);
    expect(await page.title()).toContain('Cari');
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  },
);

test('without a network what was loaded is still found, and the rest is one plain sentence until it is back', async () => {
  const page = await openSearch('/cari/?q=margin');
  await firstTitle(page).waitFor();
  await server.pause();
  try {
    await field(page).fill('margin ');
    await field(page).press('Enter');
    await page.locator('.search-results:not([aria-busy])').waitFor();
    expect(await firstTitle(page).isVisible()).toBe(true);
    await field(page).fill('paspor');
    await page.getByText(/^Pencarian (belum bisa dimuat|sedang diperbarui)/).waitFor();
    expect(await page.locator('.search-fallback').isVisible()).toBe(true);
  } finally {
    await server.resume();
  }
  await field(page).fill('paspor ');
  await status(page).getByText(/hasil/).waitFor();
});

test('when the network goes before the first search, the list by letters is left', async () => {
  const page = await openSearch();
  await server.pause();
  try {
    await field(page).fill('margin');
    await page.getByText('Pencarian belum bisa dimuat').waitFor();
    expect(await page.getByRole('link', { name: 'Markup atau margin?' }).isVisible()).toBe(true);
  } finally {
    await server.resume();
  }
});

test('the engine is loaded when the field is first touched, and in few bytes', async () => {
  const page = await openSearch();
  let bytes = 0;
  let open = 0;
  let lastAt = Date.now();
  page.on('request', () => (open += 1));
  for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', () => (open -= 1));
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    lastAt = Date.now();
  });
  await page.reload({ waitUntil: 'networkidle' });
  const shell = bytes;
  expect(shell).toBeLessThan(25 * 1024);
  await field(page).focus();
  // Its parts come one after another: rest is when nothing has come for a while.
  const rests = (): boolean => open === 0 && Date.now() - lastAt > 500;
  await expect.poll(() => bytes > shell + 50 * 1024 && rests()).toBe(true);
  expect(bytes).toBeLessThan(120 * 1024);
  const first = bytes;
  await field(page).fill('menghitung harga pokok');
  await firstTitle(page).waitFor();
  await expect.poll(rests).toBe(true);
  expect(bytes - first).toBeLessThan(30 * 1024);
});

test('without JavaScript the field on every page leads to the list by letters', async () => {
  const phone = await openPhone(browser, server.origin, { javaScript: false });
  const page = await openPage(phone, '/kursus/up-202/hpp-keripik/');
  await page.getByLabel('Cari di semua pelajaran').fill('margin');
  await page.getByRole('button', { name: 'Cari' }).click();
  expect(new URL(page.url()).pathname).toBe('/cari/');
  expect(await page.locator('.search-filters').isVisible()).toBe(false);
  await page.getByRole('link', { name: 'Markup atau margin?' }).click();
  expect(new URL(page.url()).pathname).toBe('/kursus/up-202/markup-atau-margin/');
});

test('what was asked for and is not there is counted once, sent without a name and seen by the trainer', async () => {
  await addLearner(server, 'siti');
  await addLearner(server, 'rahmat', { name: 'Pak Rahmat', role: 'trainer' });
  const phone = await openPhone(browser, server.origin);
  const page = await openPage(phone, '/cari/');
  await field(page).pressSequentially('zxqv blorg', { delay: 150 });
  await field(page).press('Enter');
  await status(page).getByText('Tidak ada yang cocok').waitFor();
  await field(page).press('Enter');
  await field(page).fill('nomor 0811 blorg');
  await field(page).press('Enter');
  await status(page).getByText('blorg').first().waitFor();
  await signIn(page, 'siti');
  await expect.poll(() => countMissed()).toEqual([['zxqv blorg', 1]]);
  await page.reload({ waitUntil: 'networkidle' });
  expect(await countMissed()).toEqual([['zxqv blorg', 1]]);

  const office = await openPage(await openPhone(browser, server.origin), '/masuk/');
  await signIn(office, 'rahmat', passphrase);
  await office.goto('/pelatih/laporan/');
  const section = office.getByRole('region', { name: 'Yang dicari tetapi tidak ada' });
  expect(await section.textContent()).toContain('zxqv blorg (1 kali)');
});

async function countMissed(): Promise<unknown> {
  const { rows } = await server.db.client.execute('SELECT query, count FROM missed_search');
  return rows.map(({ query, count }) => [query, count]);
}
