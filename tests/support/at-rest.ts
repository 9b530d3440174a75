import type { Page } from 'playwright-core';
import { expect } from 'vitest';

// What tests wait for instead of a time: that the page did what it had to do by itself.

/** Waits until the phone's store holds every answer that the form shows. */
export async function answersKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(listUnkept)).toEqual([]);
}

/** Waits until the page has tried to send what waits, or found that nothing does. */
export async function outboxRested(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.addEventListener('outbox', () => Object.assign(globalThis, { outboxRested: true }), { once: true });
  });
  // Whoever was not listening yet hears the next one.
  await page.waitForFunction(() => {
    if (!('outboxRested' in globalThis)) dispatchEvent(new Event('online'));
    return 'outboxRested' in globalThis;
  });
}

/**
 * How much of the page moved by itself since it stood there whole; asked when nothing is being loaded any more.
 * While a document still comes in, a browser may paint half of a line and then the whole of it: that is no doing of ours.
 */
export async function shiftOf(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => 'standsSince' in globalThis);
  return page.evaluate(async () => {
    let sum = 0;
    const { standsSince } = globalThis as unknown as { standsSince: number };
    const add = (shifts: PerformanceEntryList): void => {
      for (const { startTime, value = 0 } of shifts as (PerformanceEntry & { value?: number })[])
        if (startTime >= standsSince) sum += value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await painted();
    await painted();
    add(observer.takeRecords());
    return sum;
  });
}

/** Runs in each page before its own scripts: notes when all of the document was painted for the first time. */
export function noteWhenItStands(): void {
  const note = () => requestAnimationFrame(() => Object.assign(globalThis, { standsSince: performance.now() }));
  document.addEventListener('DOMContentLoaded', () => requestAnimationFrame(note));
}

/** Runs in the page: questions of which an answer is shown that no draft on this phone holds. */
async function listUnkept(): Promise<string[]> {
  const store = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('rumah-belajar', 1);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const texts = await new Promise<unknown[]>((resolve, reject) => {
    const request = store.transaction('phone').objectStore('phone').getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  store.close();
  const drafts = texts.flatMap((text) => {
    const value: unknown = typeof text === 'string' && text.startsWith('{') ? JSON.parse(text) : undefined;
    return typeof value === 'object' && value !== null && 'answers' in value
      ? [value.answers as Record<string, string[]>]
      : [];
  });
  return [...document.querySelectorAll<HTMLElement>('[data-question]')].flatMap((block) => {
    const id = block.dataset.question ?? '';
    const shown = [...block.querySelectorAll<HTMLInputElement>('input, select')]
      .filter((it) => (it.type === 'radio' || it.type === 'checkbox' ? it.checked : it.type !== 'hidden'))
      .flatMap((it) => (it.value === '' ? [] : [it.value]));
    return shown.every((value) => drafts.some((answers) => answers[id]?.includes(value))) ? [] : [id];
  });
}
