import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const openSearch = async (path = '/cari/'): Promise<Page> => openPage(await openPhone(browser, server.origin), path);
const field = (page: Page) => page.getByRole('searchbox', { name: 'Apa yang Anda cari?' });
const status = (page: Page) => page.getByRole('status');
const firstTitle = (page: Page) => page.locator('.search-results .found-group .found-title').first();
/** Where the keyboard of a phone of 640 px begins. */
const keyboardTop = 360;
const topOf = async (it: Locator) => (await it.boundingBox())?.y ?? Number.POSITIVE_INFINITY;
const placesOfTitles = () => [...document.querySelectorAll<HTMLElement>('.found-title')].map((it) => it.offsetTop);

test('who needs help now sees whom to call above all else, and above the keyboard of a phone', async () => {
  const page = await openSearch();
  await page.setViewportSize({ width: 360, height: 640 });
  await field(page).click();
  await field(page).pressSequentially('gajiku blm dibyar', { delay: 20 });
  const box = page.locator('.search-results > .found-urgent').first();
  await box.getByText('Gaji tidak dibayar', { exact: true }).waitFor();
  await status(page).getByText(/hasil/).waitFor();
  const call = box.getByRole('link', { name: /^Telepon \+62/ });
  expect(await call.getAttribute('href')).toMatch(/^tel:\+62\d+$/);
  expect(await topOf(call)).toBeLessThan(keyboardTop);
  expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect(await page.getByText('Menampilkan hasil untuk').count()).toBeLessThanOrEqual(1);
  expect(await page.locator('.search-results > *').first().getAttribute('class')).toBe('found-urgent');
  await box.getByRole('link', { name: /^Baca: / }).click();
  await page.waitForURL('**/op-103/masalah-dan-pengaduan/**');
});

test('whom to call is shown while the rest of the search is still on its way, or never comes', async () => {
  const page = await openSearch();
  await page.route('**/pagefind/**', (route) => route.abort());
  await field(page).fill('bunuh diri');
  await page
    .locator('.found-urgent')
    .getByRole('link', { name: /^Telepon / })
    .waitFor();
  await page.getByText('Pencarian belum bisa dimuat').first().waitFor();
  expect(await page.locator('.found-urgent').count()).toBe(1);
  await field(page).fill('margin');
  await page.locator('.found-urgent').waitFor({ state: 'detached' });
});

test.each(['margin', 'cara kirim uang ke kampung', 'berangkt'])(
  'the first result of %j stands above the keyboard of a phone',
  async (query) => {
    const page = await openSearch();
    await page.setViewportSize({ width: 360, height: 640 });
    await field(page).click();
    await field(page).pressSequentially(query, { delay: 10 });
    await firstTitle(page).waitFor();
    await status(page).getByText(/hasil/).waitFor();
    // A term that was asked for is explained first.
    expect(await topOf(page.locator('.search-results a').first())).toBeLessThan(keyboardTop);
  },
);

test('further results come below what is there, are told, and the first of them is led to', async () => {
  const page = await openSearch('/cari/?q=biaya');
  const titles = page.locator('.found-title');
  await firstTitle(page).waitFor();
  const before = await titles.allTextContents();
  const places = await page.evaluate(placesOfTitles);
  await page.getByRole('button', { name: 'Tampilkan lagi' }).click();
  await expect.poll(() => titles.count()).toBeGreaterThan(before.length);
  expect((await titles.allTextContents()).slice(0, before.length)).toEqual(before);
  expect((await page.evaluate(placesOfTitles)).slice(0, before.length)).toEqual(places);
  expect(await titles.nth(before.length).evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await status(page).textContent()).toMatch(/^\d+ hasil lagi\. \d+ dari \d+ ditampilkan\.$/);
});

test('how many were found is told once typing rests, and shown at once', async () => {
  const page = await openSearch();
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    const region = document.querySelector('site-search [role="status"]');
    if (region !== null) {
      new MutationObserver(() => told.push(region.textContent ?? '')).observe(region, { childList: true });
    }
  });
  await field(page).pressSequentially('margin harga', { delay: 300 });
  await status(page).getByText(/hasil/).waitFor();
  const told = await page.evaluate(() => (globalThis as unknown as { told: string[] }).told.filter((it) => it !== ''));
  expect(told).toHaveLength(1);
  expect(await page.locator('.search-status').textContent()).toBe(told[0]);
});

test('a word that is not finished can be finished with one tap', async () => {
  const page = await openSearch();
  await field(page).pressSequentially('biaya beran', { delay: 20 });
  const suggestions = page.getByRole('group', { name: 'Lengkapi dengan' });
  await suggestions.getByRole('button', { name: 'biaya berangkat' }).click();
  expect(await field(page).inputValue()).toBe('biaya berangkat');
  await expect.poll(() => new URL(page.url()).search).toBe('?q=biaya+berangkat');
  await suggestions.waitFor({ state: 'hidden' });
});

test('filters tell how many each choice would leave', async () => {
  const page = await openSearch('/cari/?q=biaya');
  await firstTitle(page).waitFor();
  await page.getByText('Saring hasil').click();
  const terms = page.getByLabel('Jenis').locator('option', { hasText: /^Istilah \(\d+\)$/ });
  await terms.waitFor({ state: 'attached' });
  const count = /\((\d+)\)/.exec((await terms.textContent()) ?? '')?.[1];
  await page.getByLabel('Jenis').selectOption('Istilah');
  await page.locator('.search-status').getByText(`${count} hasil.`).waitFor();
});

test('the page that is opened marks the words that were found on it, once', async () => {
  const page = await openSearch('/cari/?q=tanda%20bahaya%20visa%20turis');
  await firstTitle(page).waitFor();
  await firstTitle(page).click();
  await page.waitForURL('**/kursus/**');
  const marks = page.locator('.prose mark');
  await marks
    .filter({ hasText: /^visa$/i })
    .first()
    .waitFor();
  for (const text of await marks.allTextContents()) expect(text).toMatch(/^(tanda|bahaya|visa|turis)\p{L}*$/iu);
  expect(await page.locator('.quiz mark').count()).toBe(0);
  await page.goto(page.url().replace(/#.*/, ''));
  await page.reload();
  expect(await marks.count()).toBe(0);
});

test('without its list of words the search says that it is a simple one', async () => {
  const page = await openSearch();
  await page.route('**/pagefind/kata.json', (route) => route.fulfill({ status: 404 }));
  await field(page).fill('titik impas');
  await page.getByText('Pencarian sederhana').waitFor();
  await firstTitle(page).waitFor();
});
