import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, answer, passphrase, pin, signIn } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  await addLearner(server, 'siti', { name: 'Siti Aminah' });
  await addLearner(server, 'tini', { name: 'Tini' });
  await addLearner(server, 'pelatih', { name: 'Bu Retno', role: 'trainer' });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const exam = '/kursus/up-202/kuis/ujian-akhir/';
const lesson = '/kursus/up-202/hpp-keripik/';

test('a visit on a phone of several people begins with their tiles, and another tile asks for its PIN', async () => {
  const phone = await sharedPhone();
  const page = await openPage(phone, lesson);
  expect(await tiles(page)).toEqual(['Tinisedang masuk', 'Siti Aminah']);
  await tile(page, 'Siti').click();
  await page.getByLabel('PIN').fill('111222');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByText('tidak cocok').waitFor();
  await page.goBack();
  // Asked once a visit.
  await page.locator('name-chip', { hasText: 'Tini' }).waitFor();
  expect(await page.locator('dialog').count()).toBe(0);

  const second = await openPage(phone, lesson);
  await tile(second, 'Siti').click();
  await second.getByLabel('PIN').fill(pin);
  await second.getByRole('button', { name: 'Masuk', exact: true }).click();
  await second.locator('name-chip', { hasText: 'Siti' }).waitFor();
  expect(new URL(second.url()).pathname).toBe(lesson);
  expect(await everythingKept(second)).not.toContain(pin);

  const third = await openPage(phone, lesson);
  await tile(third, 'Siti').click();
  await expect.poll(() => third.locator('dialog').count()).toBe(0);
  // Whoever looks for help is not stopped.
  await (await openPage(phone, '/bantuan/')).locator('name-chip', { hasText: 'Siti' }).waitFor();
});

test('on the house’s own laptop nobody has a tile', async () => {
  const laptop = await openPhone(browser, server.origin);
  const first = await openPage(laptop, '/masuk/');
  await signIn(first, 'siti');
  await signIn(first, 'tini');
  const page = await openPage(laptop, '/');
  await page.locator('name-chip', { hasText: 'Tini' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('dialog').count()).toBe(0);
});

test('without a network a tile lets its owner answer, opens nothing of theirs, and sends after the PIN', async () => {
  const phone = await sharedPhone();
  const page = await openPage(phone, exam);
  await tile(page, 'Tini').click();
  await page.locator('quiz-form:defined').waitFor();
  await server.pause();
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await page.getByText('Siapa yang mengerjakan ujian ini?').waitFor();
  await tile(page, 'Siti').click();
  await page.getByRole('button', { name: 'Jawab atas nama Siti' }).click();
  await page.locator('.quiz-way').waitFor();
  expect(await page.locator('[data-recorded-as] strong').first().textContent()).toBe('Siti Aminah');
  expect(await page.locator('name-chip').textContent()).not.toContain('Tini');
  await answer(page, examQuiz());
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.locator('.result-card').waitFor();
  await server.resume();
  // The house hears that Tini left, and gets nothing before the PIN.
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => page.evaluate(async () => (await (await fetch('/api/me')).json()).viewer)).toBeNull();
  expect(await attemptsBy('siti')).toBe(0);
  await signIn(page, 'siti');
  await page.goto('/saya/');
  await expect.poll(() => attemptsBy('siti')).toBe(1);
  expect(await attemptsBy('tini')).toBe(0);
});

test('a tile can be taken off, after what is unsent was told, and takes what the phone kept along', async () => {
  const phone = await sharedPhone();
  const first = await openPage(phone, '/kursus/');
  await tile(first, 'Tini').click();
  await first.route('**/api/records', (route) => route.abort());
  await first.goto(lesson);
  await first.getByRole('button', { name: 'Tandai sudah dibaca' }).click();
  await first.getByText('Sudah ditandai dibaca.').waitFor();
  const tini = await first.evaluate(() => document.cookie.replace(/.*orang=/, ''));
  await first.goto('/masuk/');
  await signIn(first, 'siti');
  const page = await openPage(phone, lesson);
  await tile(page, 'Tini').click();
  await page.getByRole('button', { name: 'Lupakan saya di HP ini' }).click();
  await page.getByText('1 jawaban Tini belum terkirim.').waitFor();
  await page.getByRole('button', { name: 'Lupakan', exact: true }).click();
  await expect.poll(() => tiles(page)).toEqual(['Siti Aminahsedang masuk']);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).not.toContain(tini);
  expect(kept).not.toContain('Tini');
});

/** A phone on which Siti, a trainer and then Tini have signed in; in the address of the house for phones. */
async function sharedPhone(): Promise<BrowserContext> {
  const phone = await openPhone(browser, server.origin.replace('127.0.0.1', 'rumah.test'));
  const page = await openPage(phone, '/masuk/');
  await signIn(page, 'siti');
  await page.goto('/masuk/');
  await signIn(page, 'pelatih', passphrase);
  await page.goto('/masuk/');
  await signIn(page, 'tini');
  await page.locator('name-chip', { hasText: 'Tini' }).waitFor();
  await page.close();
  return phone;
}

function tile(page: Page, name: string) {
  return page.locator('dialog li').getByRole('button', { name });
}

async function tiles(page: Page): Promise<(string | null)[]> {
  await page.locator('dialog li').first().waitFor();
  return page
    .locator('dialog li button > span:not([aria-hidden])')
    .evaluateAll((all) => all.map((it) => it.textContent));
}

/** Everything that the browser keeps of the site as a script sees it. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const request = indexedDB.open('rumah-belajar');
    await new Promise((resolve) => request.addEventListener('success', resolve));
    const texts: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const name of request.result.objectStoreNames) {
      const all = request.result.transaction(name).objectStore(name).getAll();
      await new Promise((resolve) => all.addEventListener('success', resolve));
      texts.push(JSON.stringify(all.result));
    }
    return texts.join();
  });
}

async function attemptsBy(login: string): Promise<number> {
  const { rows } = await server.db.client.execute({
    sql: "SELECT count(*) AS n FROM record JOIN person ON person.id = record.person WHERE login = ? AND kind = 'attempt'",
    args: [login],
  });
  return Number(rows[0]?.n);
}

function examQuiz() {
  const found = findQuiz(server.catalogue, 'up-202', 'ujian-akhir');
  if (!found) throw new Error('no exam');
  return found.quiz;
}
