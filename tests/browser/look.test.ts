import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shiftOf } from '../support/at-rest.ts';
import { type Look, launchBrowser, openPage, openPhone } from '../support/browser.ts';
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
const day = 'rgb(253, 250, 243)';
const night = 'rgb(14, 19, 41)';

test('the chosen size and colours stand on every page before it is painted, and move nothing', async () => {
  const page = await choose({ colorScheme: 'light', width: 320 }, ['150 %', 'Gelap']);
  expect(await looksLike(page)).toEqual({ letters: '27px', ground: night, scheme: 'dark' });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.body === null) return;
      observer.disconnect();
      Object.assign(globalThis, { themeAtBody: document.documentElement.dataset.theme });
    }).observe(document, { childList: true, subtree: true });
  });
  for (const path of [lesson, '/', '/masuk/', '/tidak-ada/']) {
    await page.goto(path);
    expect(await page.evaluate(() => (globalThis as { themeAtBody?: string }).themeAtBody)).toBe('dark');
    expect(await looksLike(page)).toEqual({ letters: '27px', ground: night, scheme: 'dark' });
    expect(await shiftOf(page)).toBeLessThan(0.01);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.goto('/tampilan/');
  await page.getByLabel('Ikut HP').check();
  await page.getByLabel('100 %').check();
  // Pages that come back out of the browser's memory follow.
  await page.goBack();
  await expect.poll(() => looksLike(page)).toEqual({ letters: '18px', ground: day, scheme: 'light dark' });
});

test('pages can stay light on a phone that is dark', async () => {
  const page = await choose({ colorScheme: 'dark' }, ['Terang']);
  await page.goto(lesson);
  expect(await looksLike(page)).toEqual({ letters: '18px', ground: day, scheme: 'light' });
  // A drawing is a file of its own, and follows all the same.
  expect(await groundOfDrawing(page)).toEqual([255, 255, 255]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect((await looksLike(page)).ground).toBe(day);
});

test('drawings are dark on dark pages of a light phone, and blocks of a lesson have their icons', async () => {
  const page = await choose({ colorScheme: 'light' }, ['Gelap']);
  await page.goto(lesson);
  expect(await groundOfDrawing(page)).toEqual([22, 28, 58]);
  for (const block of ['.gist', '.story', 'aside.note', '.worksheet', '#latihan', '#istilah', '#sumber']) {
    const icon = () =>
      page
        .locator(block)
        .first()
        .evaluate((it) => getComputedStyle(it, '::after').maskImage);
    await expect.poll(icon, { message: block }).toMatch(/^url\("data:image\/svg/);
  }
});

test('a phone that keeps nothing shows pages as they come, and says so', async () => {
  const phone = await openPhone(browser, server.origin, { colorScheme: 'dark' });
  await phone.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('', 'SecurityError');
      },
    });
  });
  const page = await openPage(phone, '/tampilan/');
  await page.getByLabel('Terang').check();
  await page.getByText('Browser ini tidak menyimpan pilihan').waitFor();
  await page.goto(lesson);
  expect(await looksLike(page)).toEqual({ letters: '18px', ground: night, scheme: 'light dark' });
});

async function choose(look: Look, labels: readonly string[]): Promise<Page> {
  const phone: BrowserContext = await openPhone(browser, server.origin, look);
  const page = await openPage(phone, lesson);
  await page.getByRole('link', { name: 'Besar huruf dan warna' }).click();
  await page.locator('look-form:defined').waitFor();
  for (const label of labels) await page.getByLabel(label).check();
  await page.getByText('Tersimpan di HP ini.').waitFor();
  return page;
}

/** Red, green and blue at the left edge of the first drawing. */
async function groundOfDrawing(page: Page): Promise<readonly number[]> {
  const drawing = page.locator('.figure img').first();
  await drawing.scrollIntoViewIfNeeded();
  await expect.poll(() => drawing.evaluate((it) => (it as HTMLImageElement).complete)).toBe(true);
  const picture = (await drawing.screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${data}` });
    await image.decode();
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
    pen?.drawImage(image, 0, 0);
    return [...(pen?.getImageData(3, image.height / 2, 1, 1).data ?? [])].slice(0, 3);
  }, picture);
}

function looksLike(page: Page) {
  return page.evaluate(() => {
    const { fontSize, colorScheme } = getComputedStyle(document.documentElement);
    return { letters: fontSize, ground: getComputedStyle(document.body).backgroundColor, scheme: colorScheme };
  });
}
