import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSiteFiles, weighPage } from '#release/site/page-budgets.ts';
import { type Release, readPointer, readRelease, releaseFolder } from '#server/release/release.ts';
import { join } from 'node:path';
import { launchBrowser, openPhone } from '../support/browser.ts';
import { siteFolder } from '../support/built-site.ts';
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

const kib = 1024;
/** So long without a byte means that a page asks for nothing more by itself. */
const silenceMs = 5_000;

test('a lesson fetches 30 KB by itself at most, and its practice 15 KB more when it comes near', async () => {
  const lessons = heaviestLessons();
  expect(lessons.some(({ hasSheet }) => hasSheet) && lessons.some(({ hasSheet }) => !hasSheet)).toBe(true);
  const visits = await Promise.all(lessons.map(({ path }) => visit(path)));
  for (const { path, fetched, more } of visits) {
    expect(sum(fetched), `${path} ${list(fetched)}`).toBeLessThanOrEqual(30 * kib);
    expect(list(fetched)).not.toMatch(/\/form\./);
    expect(list(more)).toMatch(/\/form\./);
    // Marking as read stands there too, icons come with the first scroll, and both are other things.
    const practice = more.filter(({ url }) => !/\/(lesson-read|read-marks|block-icons)\./.test(url));
    expect(sum(practice), `${path} ${list(practice)}`).toBeLessThanOrEqual(15 * kib);
  }
}, 180_000);

test('home and a course fetch 30 KB by themselves at most', async () => {
  for (const { path, fetched } of await Promise.all(['/', '/kursus/up-202/'].map(visit))) {
    expect(sum(fetched), `${path} ${list(fetched)}`).toBeLessThanOrEqual(30 * kib);
  }
});

interface Fetched {
  readonly url: string;
  /** As it travelled, with its headers. */
  bytes: number;
}

/** A first visit without a touch; then the practice is brought near. Pictures aside. */
async function visit(path: string) {
  // No page before it: that would leave what all pages share in the phone's memory.
  const page = await (await openPhone(browser, server.origin)).newPage();
  const asked = await watchTraffic(page);
  await page.goto(path, { waitUntil: 'load' });
  // A browser without a window does not ask for these by itself.
  const named = page.locator('link[rel=icon], link[rel=manifest]');
  for (const own of await named.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href))) {
    if (!asked.some(({ url }) => url === own)) await page.evaluate((address) => fetch(address), own);
  }
  await silence(asked);
  const fetched = asked.splice(0);
  if ((await page.locator('quiz-form').count()) > 0) {
    await page.locator('quiz-form').first().scrollIntoViewIfNeeded();
    await page.locator('quiz-form:defined').first().waitFor();
    await silence(asked);
  }
  return { path, fetched, more: asked };
}

async function watchTraffic(page: Page): Promise<Fetched[]> {
  const session = await page.context().newCDPSession(page);
  const asked: Fetched[] = [];
  const open = new Map<string, Fetched>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Image' || response.fromDiskCache || response.url.startsWith('data:')) return;
    const fetched = { url: response.url, bytes: 0 };
    open.set(requestId, fetched);
    asked.push(fetched);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const fetched = open.get(requestId);
    if (fetched) fetched.bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  return asked;
}

/** Waits until nothing was fetched for some seconds. */
async function silence(asked: readonly Fetched[]): Promise<void> {
  let known = list(asked);
  let since = Date.now();
  await expect
    .poll(
      () => {
        const now = list(asked);
        if (now !== known) since = Date.now();
        known = now;
        return Date.now() - since;
      },
      { timeout: 45_000, interval: 200 },
    )
    .toBeGreaterThan(silenceMs);
}

/** Of the lessons with a sheet and of those without, those that bring most as the release reckons. */
function heaviestLessons(): readonly { readonly path: string; readonly hasSheet: boolean }[] {
  const id = readPointer(siteFolder)?.current ?? '';
  const { files } = readRelease(siteFolder, id) as Release;
  const site = openSiteFiles(join(releaseFolder(siteFolder, id), 'client'), files);
  const weighed = server.catalogue.lessons.map(({ lesson }) => {
    const path = `/kursus/${lesson.course}/${lesson.id}/`;
    const { totalBytes, hasSheet = false } = weighPage(`${path.slice(1)}index.html`, site);
    return { path, totalBytes, hasSheet };
  });
  const byWeight = weighed.sort((a, b) => b.totalBytes - a.totalBytes);
  const first = (wanted: boolean) => byWeight.filter(({ hasSheet }) => hasSheet === wanted).slice(0, 2);
  return [...first(true), ...first(false)];
}

function sum(fetched: readonly Fetched[]): number {
  return fetched.reduce((total, { bytes }) => total + bytes, 0);
}

function list(fetched: readonly Fetched[]): string {
  return fetched.map(({ url, bytes }) => `\n${bytes} ${url}`).join('');
}
