import type { Browser } from 'playwright-core';
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

const lesson = '/kursus/lm-101/biaya-dan-kur/';

test('a word is explained where it stands, and the outline stays in view and leads to a section', async () => {
  const page = await openPage(await openPhone(browser, server.origin), lesson);
  const term = page.locator('.prose a.term').first();
  await term.click();
  const meaning = page.locator('mark.meaning');
  expect((await meaning.textContent())?.length).toBeGreaterThan(20);
  expect(await term.getAttribute('aria-expanded')).toBe('true');
  expect(new URL(page.url()).hash).toBe('');
  await term.click();
  expect(await meaning.count()).toBe(0);

  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await page.getByText('Isi pelajaran ini').click();
  const section = page.locator('.outline a').nth(1);
  const words = (await section.textContent())?.trim() ?? '';
  await section.click();
  expect(await page.locator('.outline').evaluate((it) => (it as HTMLDetailsElement).open)).toBe(false);
  // Below the outline, not behind it.
  const topOf = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? Number.NaN;
  const heading = `.prose h2:has-text("${words}")`;
  const outline = await page.locator('.outline').boundingBox();
  expect(outline?.y).toBeGreaterThanOrEqual(0);
  await expect.poll(() => topOf(heading)).toBeGreaterThanOrEqual((outline?.y ?? 0) + (outline?.height ?? 0) - 1);
  expect(await topOf(heading)).toBeLessThan(200);
});

test('terms and sources are folded, and open for whoever follows a link to them', async () => {
  const phone = await openPhone(browser, server.origin, { javaScript: false });
  const page = await openPage(phone, lesson);
  expect(await page.locator('.source-list').isVisible()).toBe(false);
  await page.locator('.prose a.term').first().click();
  await page.locator('.terms > :target').waitFor();
  await page.getByRole('heading', { name: 'Sumber' }).click();
  expect(await page.locator('.source-list').isVisible()).toBe(true);
});

test('a lesson is read aloud part by part, marking what is read; a phone without such a voice says so', async () => {
  const phone = await openPhone(browser, server.origin);
  const silent = await openPage(phone, lesson);
  await silent.getByRole('button', { name: 'Bacakan pelajaran ini' }).click();
  await silent.getByText('belum punya suara bahasa Indonesia').waitFor();

  // Browsers of machines without a voice: one that says nothing and waits for the test.
  await phone.addInitScript(() => {
    const said: SpeechSynthesisUtterance[] = [];
    const voice = { lang: 'id-ID' } as SpeechSynthesisVoice;
    Object.assign(globalThis, { said });
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { value: null, writable: true });
    Object.assign(speechSynthesis, {
      getVoices: () => [voice],
      speak: (it: SpeechSynthesisUtterance) => said.push(it),
      cancel: () => undefined,
    });
  });
  const page = await openPage(phone, lesson);
  const whole = page.getByRole('button', { name: 'Bacakan pelajaran ini' });
  await whole.click();
  const next = () =>
    page.evaluate(() => {
      const it = (globalThis as unknown as { said: SpeechSynthesisUtterance[] }).said.shift();
      it?.onstart?.call(it, new Event('start') as SpeechSynthesisEvent);
      return it?.text;
    });
  const marked = page.locator('[style*="--kunyit-soft"]');
  expect(await next()).toBe('Intinya');
  expect(await marked.textContent()).toContain('Intinya');
  const second = await next();
  expect((await marked.textContent())?.replace(/\s+/g, ' ').trim()).toBe(second);
  await page.getByRole('button', { name: 'Berhenti' }).click();
  expect(await marked.count()).toBe(0);
  expect(await whole.count()).toBe(1);
});
