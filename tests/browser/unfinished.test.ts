import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersKept } from '../support/at-rest.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, signIn, signOut } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  for (const login of ['siti', 'tini']) await addLearner(server, login);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const quiz = '/kursus/up-202/kuis/biaya-variabel-dan-tetap/';
const sheet = '/kursus/up-202/hpp-keripik/';

test('whoever signs in after having begun goes on with it, and nobody finds it after them', async () => {
  const page = await openPage(await openPhone(browser, server.origin), quiz);
  await choose(page);
  await fill(page, '12.500');
  await page.goto('/masuk/');
  await signIn(page, 'siti');
  expect(await chosen(page)).toBe(1);
  await expectFilled(page, '12.500');
  await signOut(page);
  expect(await chosen(page)).toBe(0);
  await expectFilled(page, '');
  await page.goto('/masuk/');
  await signIn(page, 'tini');
  expect(await chosen(page)).toBe(0);
  await expectFilled(page, '');
});

test('what an earlier visitor left without a name is shown to nobody, and is there for whoever says it is theirs', async () => {
  const phone = await openPhone(browser, server.origin);
  const first = await openPage(phone, quiz);
  await choose(first);
  await fill(first, '9.000');
  await first.close();
  const page = await visitAs(phone, 'tini');
  await page.getByText('Ada 2 isian di HP ini').waitFor();
  await page.getByRole('button', { name: 'Bukan' }).click();
  await expect.poll(() => page.getByText('isian di HP ini').count()).toBe(0);
  expect(await chosen(page)).toBe(0);
  await expectFilled(page, '');
  await signOut(page);
  expect(await chosen(page)).toBe(0);
  await expectFilled(page, '');
  await page.close();

  const own = await visitAs(phone, 'siti');
  await own.getByRole('button', { name: 'Ya, milik saya' }).click();
  await expect.poll(() => own.getByText('isian di HP ini').count()).toBe(0);
  expect(await chosen(own)).toBe(1);
  await expectFilled(own, '9.000');
});

test('what somebody began under their tile without a network is theirs once they sign in, and goes with their tile', async () => {
  const phone = await openPhone(browser, server.origin.replace('127.0.0.1', 'rumah.test'));
  for (const login of ['siti', 'tini']) await (await visitAs(phone, login)).close();
  const page = await beginAsGuest(phone);
  await page.close();
  const own = await visitAs(phone, 'siti');
  expect(await chosen(own)).toBe(1);
  await (await visitAs(phone, 'tini')).close();

  const again = await beginAsGuest(phone);
  const kept = () => keysOf(again, 'kuis/tamu/');
  expect(await kept()).toHaveLength(1);
  await again.evaluate(() => sessionStorage.clear());
  await again.goto('/kursus/');
  await again.locator('dialog li').getByRole('button', { name: 'Ibu siti' }).click();
  await again.getByRole('button', { name: 'Lupakan saya di HP ini' }).click();
  await again.getByRole('button', { name: 'Lupakan', exact: true }).click();
  await expect.poll(kept).toEqual([]);
});

async function visitAs(phone: BrowserContext, login: string): Promise<Page> {
  const page = await openPage(phone, '/masuk/');
  await signIn(page, login);
  await page.locator('name-chip', { hasText: login }).waitFor();
  return page;
}

/** Siti's tile, while Tini is signed in and the house is out of reach. */
async function beginAsGuest(phone: BrowserContext): Promise<Page> {
  const page = await openPage(phone, quiz);
  await page.locator('quiz-form:defined').waitFor();
  await page.locator('dialog li').first().waitFor();
  await server.pause();
  await page.locator('dialog li').getByRole('button', { name: 'Ibu siti' }).click();
  await page.getByRole('button', { name: 'Jawab atas nama' }).click();
  await pick(page);
  await server.resume();
  return page;
}

async function choose(page: Page): Promise<void> {
  await page.locator('quiz-form:defined').waitFor();
  await pick(page);
}

async function pick(page: Page): Promise<void> {
  await page.locator('[data-question]:visible input').first().check();
  await answersKept(page);
}

/** How many answers the quiz shows when it is opened. */
async function chosen(page: Page): Promise<number> {
  await page.goto(quiz);
  await page.locator('.quiz-way').waitFor();
  return page.locator('[data-question] input:checked').count();
}

async function fill(page: Page, text: string): Promise<void> {
  await openSheet(page);
  await page.locator('work-sheet [data-number]').first().fill(text);
}

async function expectFilled(page: Page, text: string): Promise<void> {
  await openSheet(page);
  await page.waitForLoadState('networkidle');
  await expect.poll(() => page.locator('work-sheet [data-number]').first().inputValue()).toBe(text);
}

async function openSheet(page: Page): Promise<void> {
  await page.goto(sheet);
  await page.locator('work-sheet').scrollIntoViewIfNeeded();
  await page.locator('work-sheet:defined').waitFor();
}

function keysOf(page: Page, begin: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const request = indexedDB.open('rumah-belajar');
    await new Promise((resolve) => request.addEventListener('success', resolve));
    const keys = request.result.transaction('phone').objectStore('phone').getAllKeys();
    await new Promise((resolve) => keys.addEventListener('success', resolve));
    request.result.close();
    return keys.result.map(String).filter((key) => key.startsWith(wanted));
  }, begin);
}
