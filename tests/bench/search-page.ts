import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';

/** A search in a real browser, by speed of its processor. */
export interface PageTimes {
  readonly slowdown: number;
  /** From asking to the results in the page, engine and files being there; one for each query. */
  readonly timesMs: readonly number[];
}

/** Asks on the search page at full and at a quarter of the speed. `origin` serves the site. */
export async function timeSearchPage(origin: string, queries: readonly string[]): Promise<readonly PageTimes[]> {
  const browser = await launchBrowser();
  const page = await (await browser.newContext({ viewport: { width: 360, height: 640 } })).newPage();
  const session = await page.context().newCDPSession(page);
  await askAll(page, session, { origin, queries, slowdown: 1 });
  const times: PageTimes[] = [];
  for (const slowdown of [1, 4]) {
    times.push({ slowdown, timesMs: await askAll(page, session, { origin, queries, slowdown }) });
  }
  await browser.close();
  return times;
}

async function askAll(
  page: Page,
  session: CDPSession,
  {
    origin,
    queries,
    slowdown,
  }: { readonly origin: string; readonly queries: readonly string[]; readonly slowdown: number },
): Promise<number[]> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.goto(`${origin}/cari/`);
  await page.locator('site-search input[name="q"]').focus();
  await page.waitForLoadState('networkidle');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const times: number[] = [];
  for (const query of queries) times.push(await page.evaluate(askOnce, query));
  return times;
}

function askOnce(query: string): Promise<number> {
  const results = document.querySelector('.search-results');
  const input = document.querySelector<HTMLInputElement>('site-search input[name="q"]');
  if (results === null || input === null) throw new Error('this is no search page');
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const observer = new MutationObserver(() => {
      if (results.hasAttribute('aria-busy')) return;
      observer.disconnect();
      resolve(performance.now() - startedAt);
    });
    observer.observe(results, { attributes: true, attributeFilter: ['aria-busy'] });
    input.value = query;
    input.form?.requestSubmit();
  });
}
