import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds by day and by night, one line each: page, rule, place. By night only colours are others. */
export async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const byDay = await runAxe(page, { type: 'tag', values: everyRule });
  await page.emulateMedia({ colorScheme: 'dark' });
  const byNight = await runAxe(page, { type: 'rule', values: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...byDay, ...byNight].map((fault) => `${new URL(page.url()).pathname}: ${fault.replace(/\s+/g, ' ')}`);
}

function runAxe(page: Page, runOnly: { readonly type: string; readonly values: readonly string[] }): Promise<string[]> {
  return page.evaluate(async (options) => {
    const { axe: engine } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } };
    const { violations } = await engine.run({ runOnly: options, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
  }, runOnly);
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
  }[];
}
