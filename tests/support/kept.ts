import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The button that keeps a course on the phone; it comes when somebody is near. */
export async function keepButton(page: Page): Promise<Locator> {
  const button = page.getByRole('button', { name: /^Simpan kursus ini di HP/ });
  const comeNear = () => page.locator('keep-course').evaluate((box) => box.scrollIntoView());
  // A page that gives way to its newer self stands at its beginning again.
  const isThere = async () => {
    await comeNear().catch(() => undefined);
    return button.isVisible();
  };
  await expect.poll(isThere).toBe(true);
  return button;
}

/** Keeps the course whose page is open. */
export async function keepCourse(page: Page): Promise<void> {
  await (await keepButton(page)).click();
  await page.getByText('Kursus ini tersimpan di HP ini.').waitFor();
}

/** Waits until the worker answers for the page. */
export async function controlled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Paths of all that the phone's caches hold. */
export function cachedPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const caught = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return caught.flat().map(({ url }) => new URL(url).pathname);
  });
}

/** Packs among them, by the names of their sets and digests. */
export async function keptPackNames(page: Page): Promise<string[]> {
  return (await cachedPaths(page)).flatMap((path) => /^\/luring\/(.+)\.pak$/.exec(path)?.[1] ?? []);
}

/** Sets how much the site may store, in bytes, as on a phone that is nearly full. */
export async function limitStorage(page: Page, quotaSize: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    quotaSize,
  });
}
