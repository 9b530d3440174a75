import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { noteWhenItStands } from './at-rest.ts';
import { findInstalledChromium } from './installed-browser.ts';

/** How a phone (or a desk) looks at the site. */
export interface Look {
  readonly javaScript?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** With the worker that answers for kept pages; without it each request is seen by the test. */
  readonly worker?: boolean;
}

// Chromium refuses its sandbox to root and in many containers; only our own pages are opened here.
export const browserArguments = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
  // A process for each page costs a sixth of the whole, and keeps apart what is all ours.
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
  // A microphone that beeps, and nobody who must allow it.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  // A phone knows the house by another name than the house's own laptop does.
  '--host-resolver-rules=MAP rumah.test 127.0.0.1',
];

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...browserArguments], headless: true });
}

/** A real Chromium: the machine's own where there is one, else the one that comes with the packages, on Linux alone. */
export async function findChromium(): Promise<string> {
  return findInstalledChromium(process.platform, process.env) ?? (await packagedChromium());
}

/** A browser of its own, with nothing stored yet; closed after the test. */
export async function openPhone(browser: Browser, origin: string, look: Look = {}): Promise<BrowserContext> {
  const { javaScript = true, colorScheme = 'light', width = 360, height = 640, worker = false } = look;
  const phone = await browser.newContext({
    baseURL: origin,
    viewport: { width, height },
    javaScriptEnabled: javaScript,
    colorScheme,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    hasTouch: width < 800,
    serviceWorkers: worker ? 'allow' : 'block',
  });
  phone.setDefaultTimeout(15_000);
  await phone.addInitScript(noteWhenItStands);
  onTestFinished(() => phone.close());
  return phone;
}

/** A new page; at the end of the test nothing may have broken in it and nothing have been blocked by our own policy. */
export async function openPage(phone: BrowserContext, path = '/'): Promise<Page> {
  const page = await phone.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /content security policy/i.test(message.text())) faults.push(message.text());
  });
  onTestFinished(() => expect(faults).toEqual([]));
  await page.goto(path);
  return page;
}

async function packagedChromium(): Promise<string> {
  // Without this the package takes its own libraries for Amazon's machines only.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
