import type { CDPSession } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';

/** A first visit over a slow network on a slow phone: 400 kbit/s, 400 ms there and back, CPU four times slower. */
export interface FirstVisit {
  readonly bytes: number;
  readonly requests: number;
  /** Largest contentful paint in milliseconds. */
  readonly largestPaintMs: number;
}

/** The median of three first visits to each address, with nothing stored before. */
export async function visitFirst(addresses: readonly string[]): Promise<Map<string, FirstVisit>> {
  const browser = await launchBrowser();
  const visits = new Map<string, FirstVisit>();
  for (const address of addresses) {
    const tries: FirstVisit[] = [];
    for (let i = 0; i < 3; i++) {
      const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'id-ID' });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      const traffic = await slowDown(session);
      await page.addInitScript(() => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) Object.assign(globalThis, { largestPaintMs: entry.startTime });
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      });
      await page.goto(address, { waitUntil: 'load' });
      // What scripts ask for once they run belongs to the visit.
      await page.waitForTimeout(2_500);
      const largestPaintMs = await page.evaluate(() => Reflect.get(globalThis, 'largestPaintMs') as number);
      tries.push({ ...traffic(), largestPaintMs: Math.round(largestPaintMs) });
      await context.close();
    }
    tries.sort((a, b) => a.largestPaintMs - b.largestPaintMs);
    visits.set(address, tries[1] as FirstVisit);
  }
  await browser.close();
  return visits;
}

async function slowDown(session: CDPSession): Promise<() => { bytes: number; requests: number }> {
  let bytes = 0;
  let requests = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 400_000 / 8,
    uploadThroughput: 400_000 / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return () => ({ bytes, requests });
}
