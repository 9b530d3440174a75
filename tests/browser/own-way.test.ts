import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, signIn } from '../support/learner.ts';
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
