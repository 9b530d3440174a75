import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '#domain/person/person.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { makeUuid } from '#server/uuid.ts';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, type Look, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, signIn } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
let tono: Viewer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  const who = { login: 'tono', name: 'Pak Tono', role: 'trainer' } as const;
  tono = { ...who, house: 'kuripan', id: await addLearner(server, 'tono', who) };
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('on a laptop the lesson stands beside its text, follows what is typed, by day and by night, and reaches nothing of ours', async () => {
  const page = await openText({ width: 1366, height: 768 });
  const frame = page.frameLocator('preview-beside iframe');
  await frame.getByRole('heading', { level: 1 }).waitFor();
  const beside = page.locator('preview-beside iframe');
  const [field, shown] = [await page.locator('#text').boundingBox(), await beside.boundingBox()];
  expect(shown?.x).toBeGreaterThan((field?.x ?? 0) + (field?.width ?? 0));
  expect(shown?.width).toBeLessThan(440);
  expect(await findFaults(page)).toEqual([]);

  const text = page.getByLabel('Tulisan', { exact: true });
  await text.fill((await text.inputValue()).replace('## Apa itu HPP?', '## Apa itu harga pokok?'));
  await frame.getByRole('heading', { name: 'Apa itu harga pokok?' }).waitFor();

  const grounds = () => frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const day = await grounds();
  await page.getByLabel('Gelap', { exact: true }).check();
  await expect.poll(grounds).not.toBe(day);

  // What runs in there has an origin of its own: no cookie, no store, no page around it.
  const reached = await frame.locator('body').evaluate(() => {
    const tries = [() => document.cookie, () => localStorage.length, () => parent.document.title];
    return tries.map((it) => {
      try {
        return String(it());
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(reached).toEqual(Array(3).fill('SecurityError'));

  // A link of the lesson leads to a page that stands in no frame, which the browser says aloud: the lesson comes back.
  const other = await page.context().newPage();
  await other.goto(page.url());
  const framed = other.frameLocator('preview-beside iframe');
  await framed.locator('a[href="/kursus/"]').first().press('Enter');
  await framed.getByRole('heading', { name: 'Apa itu harga pokok?' }).waitFor();
}, 120_000);

test('on a phone the preview is a page of its own, and nothing of it is fetched before', async () => {
  const page = await openText({});
  expect(await page.locator('preview-beside iframe').count()).toBe(0);
  expect(await page.getByRole('heading', { name: 'Pratinjau di HP' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Lihat pratinjau' }).click();
  await page.waitForURL(/\/pratinjau\/hpp-keripik\/$/);
}, 120_000);

/** The text of a lesson, in a draft of its own. */
async function openText(look: Look): Promise<Page> {
  const asked = { id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' };
  const draft = await makeDraft(server, tono, asked);
  const page = await openPage(await openPhone(browser, server.origin, look), '/masuk/?staf=ya');
  await signIn(page, 'tono', passphrase);
  await page.goto(`/pelatih/naskah/${draft}/pelajaran/hpp-keripik/`);
  return page;
}
