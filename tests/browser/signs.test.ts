import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dangerSigns, helpSteps } from '#domain/course/sign.ts';
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

test('the lesson shows one picture at each danger sign and step, beside the words, on a screen and on paper', async () => {
  const phone = await openPhone(browser, server.origin);
  const page = await openPage(phone, '/kursus/lm-101/tanda-bahaya-tppo/');
  const heads = page.locator('li:has(> .sign:first-child)');
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    expect((await drawnSigns(page, 'li > .sign:first-child')).map(({ id }) => id)).toEqual([
      ...dangerSigns,
      ...helpSteps,
    ]);
    for (const { width, height } of await drawnSigns(page, '.sign')) {
      expect(width).toBeGreaterThan(25);
      expect(height).toBeGreaterThan(25);
    }
  }
  // The words stay: pictures are nothing to ears.
  expect(await heads.nth(1).textContent()).toMatch(/^\s*Paspor atau KTP Anda diambil/);
  expect(await page.locator('.sign:not([aria-hidden="true"])').count()).toBe(0);
});

test('the help page shows the four steps, in the same pictures', async () => {
  const phone = await openPhone(browser, server.origin, { colorScheme: 'dark' });
  const page = await openPage(phone, '/bantuan/');
  const steps = page.getByRole('list', { name: 'Empat langkah saat ada bahaya' });
  expect(await steps.getByRole('listitem').allInnerTexts()).toEqual([
    'Aman dulu',
    'Minta tolong',
    'Simpan bukti',
    'Lapor',
  ]);
  expect((await drawnSigns(page, '.help-steps .sign')).map(({ id }) => id)).toEqual([...helpSteps]);
  expect(await steps.boundingBox()).toMatchObject({ width: expect.toSatisfy((it: number) => it <= 360) });
});

/** The signs there as the browser drew them: a drawing that did not come has no size. In pixels. */
async function drawnSigns(page: Page, selector: string): Promise<{ id: string; width: number; height: number }[]> {
  await page.waitForFunction((it) => {
    const drawings = [...document.querySelectorAll<SVGUseElement>(`${it} use`)];
    return drawings.length > 0 && drawings.every((use) => use.getBBox().width > 0);
  }, selector);
  return page.$$eval(selector, (pictures) =>
    pictures.map((picture) => {
      const { width, height } = picture.getBoundingClientRect();
      return { id: picture.querySelector('use')?.getAttribute('href')?.split('#')[1] ?? '', width, height };
    }),
  );
}
