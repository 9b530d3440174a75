import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const phone = { width: 360, height: 640 };
const desk = { width: 1280, height: 800 };

/**
 * What axe finds, one line each: page, rule, place. A phone by day and a desk by night, where other things stand beside each
 * other: contrast, the slowest rule, is looked at once in each.
 */
export async function findFaults(page: Page): Promise<string[]> {
  const shown = page.viewportSize();
  await page.evaluate(axe);
  const found = new Set<string>();
  for (const look of [{ size: phone, colorScheme: 'light' } as const, { size: desk, colorScheme: 'dark' } as const]) {
    await page.setViewportSize(look.size);
    await page.emulateMedia({ colorScheme: look.colorScheme });
    for (const fault of await runAxe(page)) found.add(fault);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (shown) await page.setViewportSize(shown);
  return [...found].map((fault) => `${new URL(page.url()).pathname}: ${fault.replace(/\s+/g, ' ')}`);
}

function runAxe(page: Page): Promise<string[]> {
  return page.evaluate(async (tags) => {
    const { axe: engine } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } };
    const { violations } = await engine.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
  }, everyRule);
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
  }[];
}
