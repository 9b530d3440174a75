import type { Browser, Page } from 'playwright-core';
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

test('the first screen of a phone holds the search, four doors, and the way around within the thumb’s reach', async () => {
  const page = await openPage(await openPhone(browser, server.origin));
  const bar = await edges(page, '.site-nav');
  expect(bar.bottom).toBe(640);
  expect((await edges(page, '.site-header .brand')).bottom).toBeLessThan(64);
  expect((await edges(page, '.site-search input')).bottom).toBeLessThan(bar.top);
  expect((await edges(page, '.door >> nth=3')).bottom).toBeLessThanOrEqual(bar.top);
  // Whoever goes through the page by keys sees where they are.
  for (const link of await page.locator('main a, footer a').all()) {
    await link.focus();
    await expect.poll(() => link.evaluate((it) => it.getBoundingClientRect().bottom)).toBeLessThanOrEqual(bar.top);
  }
});

test('nothing scrolls sideways on a narrow phone, nor with letters twice as large', async () => {
  for (const width of [320, 180]) {
    const page = await openPage(await openPhone(browser, server.origin, { width, height: width === 180 ? 320 : 568 }));
    for (const path of ['/', '/kursus/', '/kursus/up-202/', '/jalur/pulang/', '/bantuan/', '/tampilan/']) {
      await page.goto(path);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([path, 0]);
    }
    // In a low window the way around does not lie over what is read.
    if (width === 180) expect((await edges(page, '.site-nav')).top).toBeLessThan(320 / 2);
  }
});

test('with letters twice as large the words of header and title stay whole', async () => {
  const page = await openPage(await openPhone(browser, server.origin));
  for (const path of ['/', '/kursus/', '/bantuan/', '/masuk/']) {
    await page.goto(path);
    const broken = await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { font-size: 225% !important; }');
      document.adoptedStyleSheets = [sheet];
      const words = [...document.querySelectorAll('.brand, name-chip, h1')].flatMap((it) => {
        const texts = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
        const found: Range[] = [];
        while (texts.nextNode()) {
          for (const { index, 0: word } of (texts.currentNode.textContent ?? '').matchAll(/\S+/g)) {
            const range = document.createRange();
            range.setStart(texts.currentNode, index);
            range.setEnd(texts.currentNode, index + word.length);
            found.push(range);
          }
        }
        return found;
      });
      return words.filter((word) => word.getClientRects().length > 1).map(String);
    });
    expect([path, ...broken]).toEqual([path]);
  }
});

test('on a desk all pages begin at one edge', async () => {
  const page = await openPage(await openPhone(browser, server.origin, { width: 1280, height: 800 }));
  const paths = ['/kursus/', '/kursus/up-202/hpp-keripik/', '/cari/', '/istilah/', '/privasi/', '/jalur/pulang/'];
  for (const path of paths) {
    await page.goto(path);
    expect([path, (await edges(page, 'h1')).left]).toEqual([path, (await edges(page, '.brand .mark')).left]);
  }
});

test('courses are filtered by the address alone; with a script nothing jumps and nothing is added to the history', async () => {
  const plain = await openPage(await openPhone(browser, server.origin, { javaScript: false }), '/kursus/#koperasi');
  expect(await shelves(plain)).toEqual(['Koperasi']);

  const page = await openPage(await openPhone(browser, server.origin), '/kursus/');
  const all = await page.locator('.course-row:visible').count();
  const purna = page.getByRole('link', { name: 'Sudah pulang' });
  await purna.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => [history.length, scrollY]);
  await purna.click();
  await expect.poll(() => page.locator('.course-row:visible').count()).toBeLessThan(all);
  for (const row of await page.locator('.course-row:visible').all()) {
    expect(await row.getAttribute('class')).toContain('for-purna');
  }
  await expect.poll(() => page.evaluate(() => [history.length, scrollY, location.hash])).toEqual([...before, '#purna']);
  await page.getByRole('link', { name: 'Semua' }).click();
  await expect.poll(() => page.locator('.course-row:visible').count()).toBe(all);
});

test('a card is one target, its drawing too', async () => {
  const page = await openPage(await openPhone(browser, server.origin), '/kursus/');
  const drawing = page.locator('.course-row:has([href="/kursus/up-202/"]) .drawing');
  await drawing.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await drawing.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.waitForURL('**/kursus/up-202/');
});

function shelves(page: Page): Promise<string[]> {
  return page.locator('.shelf:visible h2').allTextContents();
}

function edges(page: Page, selector: string): Promise<{ top: number; bottom: number; left: number }> {
  return page
    .locator(selector)
    .first()
    .evaluate((it) => {
      const { top, bottom, left } = it.getBoundingClientRect();
      return { top: Math.round(top), bottom: Math.round(bottom), left: Math.round(left) };
    });
}
