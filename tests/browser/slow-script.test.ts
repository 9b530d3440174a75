import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersKept } from '../support/at-rest.ts';
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

const lesson = '/kursus/up-202/hpp-keripik/';

test('an answer chosen before the script of the quiz came is kept, and the next one beside it', async () => {
  const page = await openPage(await openPhone(browser, server.origin));
  const choice = page.locator('[data-question] input[type="radio"]').first();
  const number = page.locator('[data-question] input[type="text"]').first();

  const first = await holdScript(page, 'form');
  await page.goto(lesson);
  await choice.check();
  await first.letCome();
  await page.locator('quiz-form:defined .question-step').first().waitFor();
  expect(await choice.isChecked()).toBe(true);
  await answersKept(page);

  const second = await holdScript(page, 'form');
  await page.reload();
  await number.fill('5.700');
  await second.letCome();
  await page.locator('quiz-form:defined .question-step').first().waitFor();
  await answersKept(page);
  expect(await choice.isChecked()).toBe(true);
  expect(await number.inputValue()).toBe('5.700');
});

test('an exam that is begun before its script came begins on the phone', async () => {
  const page = await openPage(await openPhone(browser, server.origin));
  const script = await holdScript(page, 'form');
  await page.goto('/kursus/up-202/kuis/ujian-akhir/');
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await script.letCome();
  await page.locator('.quiz-way').waitFor();
  expect(new URL(page.url()).pathname).toBe('/kursus/up-202/kuis/ujian-akhir/');
});

test('what was filled into a sheet before its script came is reckoned with and kept, beside what was kept before', async () => {
  const page = await openPage(await openPhone(browser, server.origin));
  const sheet = page.locator('work-sheet');
  const hpp = sheet.locator('[data-result="hpp"]');

  const first = await holdScript(page, 'work-sheet');
  await page.goto(lesson);
  await sheet.locator('[data-list="variable"] [name="amount"]').first().fill('228.000');
  await sheet.getByLabel('Jadi berapa buah satu batch?').fill('40');
  await first.letCome();
  await expect.poll(() => sheet.getByRole('button', { name: 'Kosongkan' }).count()).toBe(1);

  const second = await holdScript(page, 'work-sheet');
  await page.reload();
  await sheet.getByLabel('Berapa batch sebulan?').fill('20');
  await second.letCome();
  await expect.poll(() => hpp.textContent()).toBe('Rp\u00a05.700');
  await page.reload();
  await sheet.scrollIntoViewIfNeeded();
  await expect.poll(() => hpp.textContent()).toBe('Rp\u00a05.700');
});

/** From the next page on this script does not come, until it is let. */
async function holdScript(page: Page, name: string): Promise<{ letCome: () => Promise<void> }> {
  const held = Promise.withResolvers<void>();
  const address = `**/_astro/${name}.*.js`;
  await page.route(address, async (route) => {
    await held.promise;
    await route.fallback();
  });
  const asked = page.waitForRequest(address);
  return {
    async letCome() {
      // What comes before it is asked for would prove nothing.
      await asked;
      held.resolve();
    },
  };
}
