import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { estimatePageBytes } from '#content/page-weight.ts';
import { publishedContent } from '#content/published.ts';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { openKeyGuard } from '#release/site/key-guard.ts';
import { findBudgetFaults, openSiteFiles, type SiteFiles, weighPage } from '#release/site/page-budgets.ts';
import { findHeavyFiles } from '#release/take-home/weight.ts';
import { type Release, readPointer, readRelease, releaseFolder } from '#server/release/release.ts';
import { siteFolder } from '../../support/built-site.ts';
import { readShippedContent } from '../../support/shipped-content.ts';

// Standing guards over the site as it was really built. Never deleted.
let folder: string;
let release: Release;
let site: SiteFiles;
let catalogue: Catalogue;

beforeAll(() => {
  const id = readPointer(siteFolder)?.current ?? '';
  folder = releaseFolder(siteFolder, id);
  release = readRelease(siteFolder, id) as Release;
  site = openSiteFiles(join(folder, 'client'), release.files);
  catalogue = JSON.parse(readFileSync(join(folder, 'catalogue.json'), 'utf8')) as Catalogue;
});

describe('page budgets', () => {
  test('hold on every page, and every lesson has one', () => {
    // A course to take home is a file of its own measure.
    const [takeHome, pages] = split(site.paths.filter((path) => path.endsWith('.html')));
    expect(takeHome.length).toBe(catalogue.courses.length);
    expect(findHeavyFiles(takeHome, release.files)).toEqual([]);
    expect(pages.flatMap((page) => findBudgetFaults(page, weighPage(page, site)))).toEqual([]);
    for (const { lesson } of catalogue.lessons)
      expect(pages).toContain(`kursus/${lesson.course}/${lesson.id}/index.html`);
    expect(catalogue.lessons.length).toBeGreaterThan(0);
  });

  test('are foreseen for authors: the estimate of every lesson is less than one kilobyte off', async () => {
    const content = publishedContent((await readShippedContent()).content);
    const off = content.lessons.map((lesson) => {
      const page = `kursus/${lesson.value.course}/${lesson.value.id}/index.html`;
      return { page, bytes: estimatePageBytes(content, lesson) - weighPage(page, site).htmlBytes };
    });
    expect(off.filter(({ bytes }) => Math.abs(bytes) > 1024)).toEqual([]);
  });

  test('count bytes as the browser gets them', () => {
    const page = site.paths.find((path) => path.startsWith('kursus/') && path.endsWith('.html')) ?? '';
    const bytes = brotliCompressSync(readFileSync(join(folder, 'client', page))).byteLength;
    expect(Math.abs(weighPage(page, site).htmlBytes - bytes)).toBeLessThan(64);
  });
});

test('no key, rationale or hint of an assessment is in any file that a browser can fetch', () => {
  const guard = openKeyGuard(catalogue);
  const leaks = site.paths.flatMap((path) => guard(path, readFileSync(join(folder, 'client', path))));
  expect(leaks).toEqual([]);
  // The guard would find them: the catalogue, which stays on the server, is full of them.
  expect(guard('catalogue.json', readFileSync(join(folder, 'catalogue.json'))).length).toBeGreaterThan(10);
});

test('there are no source maps and no server code among the files for browsers', () => {
  expect(site.paths.filter((path) => /\.(map|ts|mjs|astro|mdx|ya?ml)$/.test(path))).toEqual([]);
  const scripts = site.paths.filter((path) => path.startsWith('_astro/') && path.endsWith('.js'));
  for (const path of scripts) expect(site.read(path)).not.toMatch(/sourceMappingURL|["'`]node:|libsql/);
});

function split(paths: readonly string[]): readonly [readonly string[], readonly string[]] {
  const isTakeHome = (path: string) => path.endsWith('/bawa-pulang.html');
  return [paths.filter(isTakeHome), paths.filter((path) => !isTakeHome(path))];
}
