import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shiftOf } from '../support/at-rest.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, signIn, signOut } from '../support/learner.ts';
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

test('the own page begins with where to go on, says what is missing, and puts what fits before the rest', async () => {
  await addLearner(server, 'tuti');
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'tuti');
  for (const course of ['up-202', 'rb-301']) {
    await page.goto(`/kursus/${course}/`);
    await page.getByRole('button', { name: 'Ikut kursus ini' }).click();
    await page.waitForURL(`**/saya/#kursus-${course}`);
  }
  await page.goto('/saya/');
  const resume = page.getByRole('link', { name: 'Lanjutkan:' });
  expect(await resume.getAttribute('href')).toMatch(/^\/kursus\/rb-301\/[^/]+\/$/);
  expect(await page.locator('.own-course h2').allTextContents()).toHaveLength(2);

  const steps = page.locator('.own-course').first().locator('details');
  await steps.locator('summary').click();
  const links = await steps.locator('a').evaluateAll((all) => all.map((it) => it.getAttribute('href')));
  expect(links.at(-1)).toBe('/kursus/rb-301/kuis/ujian-akhir/');
  expect(await steps.textContent()).toContain('nilai paling sedikit');

  const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(headings.indexOf('Cocok sesudah ini')).toBeGreaterThan(1);
  await resume.click();
  await page.waitForURL('**/kursus/rb-301/**');
});

test('the page of a course says that one takes it, ticks what is done, and goes on at the next lesson', async () => {
  await addLearner(server, 'yanti');
  const page = await openPage(await openPhone(browser, server.origin));
  await page.goto('/kursus/up-202/');
  const before = await placesOf(page);
  await signIn(page, 'yanti');
  await page.goto('/kursus/up-202/');
  await page.getByRole('button', { name: 'Ikut kursus ini' }).click();
  await page.waitForURL('**/saya/**');
  await page.goto('/kursus/up-202/');
  await page.getByText('Anda ikut kursus ini.').waitFor();
  expect(await page.locator('[data-done]').count()).toBe(0);
  await page.goto(lesson);
  await page.getByRole('button', { name: 'Tandai sudah dibaca' }).click();
  await page.getByText('Sudah ditandai dibaca. Tercatat').waitFor();
  await page.goto('/kursus/up-202/');
  await page.locator('.terraces [data-done] a', { hasText: '(sudah selesai)' }).waitFor();
  expect(await page.locator('[data-done]').count()).toBe(1);
  const goOn = page.getByRole('link', { name: 'Lanjutkan:' });
  expect(await goOn.getAttribute('href')).toContain('/kursus/up-202/');
  expect(await goOn.getAttribute('href')).not.toContain(lesson);
  expect(await placesOf(page)).toEqual(before);
  expect(await shiftOf(page)).toBe(0);

  await page.goto('/kursus/');
  const done = page.locator('[data-course="up-202"] .card-done');
  await done.getByText('1 dari 7 pelajaran sudah dibaca.').waitFor({ state: 'attached' });
  expect(await page.locator('.card-done').count()).toBe(1);
  expect(await shiftOf(page)).toBe(0);
});

test('what was read on another phone is ticked on this one, in the course and in the lesson, and fills the terrace', async () => {
  await addLearner(server, 'murni');
  const first = await openPage(await openPhone(browser, server.origin));
  await signIn(first, 'murni');
  await first.goto(lesson);
  expect(await filled(first)).toMatch(/^(0%)?$/);
  await first.getByRole('button', { name: 'Tandai sudah dibaca' }).click();
  await first.getByText('Sudah ditandai dibaca. Tercatat').waitFor();

  const second = await openPage(await openPhone(browser, server.origin));
  await signIn(second, 'murni');
  await second.goto(lesson);
  await second.locator('lesson-read').scrollIntoViewIfNeeded();
  await second.getByText('Sudah ditandai dibaca.').waitFor();
  expect(await second.getByRole('button', { name: 'Tandai sudah dibaca' }).count()).toBe(0);
  expect(await second.locator('.siblings [data-done]').count()).toBe(1);
  expect(Number.parseFloat(await filled(second))).toBeCloseTo(100 / 7, 1);
  expect(await shiftOf(second)).toBe(0);
});

test('home leads back to the section where reading stopped, and nobody else', async () => {
  for (const login of ['surti', 'lastri']) await addLearner(server, login);
  const phone = await openPhone(browser, server.origin);
  const page = await openPage(phone);
  const before = await homeHeight(page);
  await signIn(page, 'surti');
  await page.goto(lesson);
  await page.getByRole('link', { name: 'Masuk sebagai' }).waitFor();
  await page.waitForLoadState('networkidle');
  const section = await page.locator('.prose h2[id]').nth(2).getAttribute('id');
  await page
    .locator('.prose h2[id]')
    .nth(2)
    .evaluate((it) => it.scrollIntoView({ behavior: 'instant' }));
  await page.goto('/');
  const resume = page.getByRole('link', { name: 'Lanjutkan:' });
  expect(await resume.getAttribute('href')).toBe(`${lesson}#${section}`);
  expect(await page.evaluate(() => document.querySelector('.doors')?.getBoundingClientRect().top)).toBe(before);
  expect(await shiftOf(page)).toBe(0);

  await signOut(page);
  await page.goto('/');
  expect(await page.getByRole('link', { name: 'Lanjutkan:' }).count()).toBe(0);
  await signIn(await openPage(phone, '/masuk/'), 'lastri');
  await page.goto('/');
  await page.getByRole('link', { name: 'Masuk sebagai' }).waitFor();
  expect(await page.getByRole('link', { name: 'Lanjutkan:' }).count()).toBe(0);
});

async function homeHeight(page: Page): Promise<number | undefined> {
  await page.goto('/');
  return page.evaluate(() => document.querySelector('.doors')?.getBoundingClientRect().top);
}

function placesOf(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    ['h1', '.actions', '.outcomes', '.terraces', 'footer'].map((it) =>
      Math.round(document.querySelector(it)?.getBoundingClientRect().top ?? -1),
    ),
  );
}

function filled(page: Page): Promise<string> {
  return page.locator('.terrace').evaluate((it) => (it as SVGElement).style.getPropertyValue('--done'));
}
