import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultName } from '#domain/fault/names.ts';
import { formatNumber } from '#domain/number.ts';
import { findContentFile, pageHtmlBytes } from '#domain/course/page-weight.ts';
import type { ClientFile } from '#server/release/release.ts';

/** Bytes as they travel (brotli where the file is compressed). */
export interface PageWeight {
  readonly htmlBytes: number;
  readonly scriptBytes: number;
  /** HTML, scripts, styles and fonts of a first visit, pictures aside; of the search page with its engine. */
  readonly totalBytes: number;
  /** Whether a working sheet stands in the page; its script comes on top of the practice's. */
  readonly hasSheet?: boolean;
}

interface Budget {
  readonly kind: string;
  readonly pages: RegExp;
  readonly htmlBytes: number;
  readonly scriptBytes: number;
  readonly totalBytes: number;
}

const kib = 1024;

/** Design section 11. The first kind that fits a page counts. */
const budgets: readonly Budget[] = [
  { kind: 'search', pages: /^cari\//, htmlBytes: pageHtmlBytes, scriptBytes: 12 * kib, totalBytes: 120 * kib },
  { kind: 'staff', pages: /^(pelatih|pengurus)\//, htmlBytes: 30 * kib, scriptBytes: 60 * kib, totalBytes: 100 * kib },
  // A quiz brings the rules of every kind of question, and the way through one at a time.
  { kind: 'quiz', pages: /\/kuis\//, htmlBytes: pageHtmlBytes, scriptBytes: 20 * kib, totalBytes: 38 * kib },
  { kind: 'page', pages: /./, htmlBytes: pageHtmlBytes, scriptBytes: 12 * kib, totalBytes: 30 * kib },
];

/** What a page with a working sheet may have on top; its limit of all bytes stays. */
const sheetScriptBytes = 3 * kib;

/** What the search page loads when its field is first touched. */
const searchEngine = /^pagefind\/(pagefind\.js|pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|wasm\.id\.pagefind)$/;

/** The files of a release's `client/` folder. */
export interface SiteFiles {
  readonly paths: readonly string[];
  /** Text of a file below `client/`; undefined when there is none. */
  read(path: string): string | undefined;
  /** Size as it travels; undefined when there is no such file. */
  sizeBytes(path: string): number | undefined;
}

/** Reads the files of a release that `files` describes. */
export function openSiteFiles(clientFolder: string, files: Readonly<Record<string, ClientFile>>): SiteFiles {
  return {
    paths: Object.keys(files),
    read: (path) => (path in files ? readFileSync(join(clientFolder, path), 'utf8') : undefined),
    sizeBytes: (path) => files[path]?.brBytes ?? files[path]?.sizeBytes,
  };
}

/**
 * What a first visit to a page brings: its HTML and every script, style and font that it names itself.
 * `rendered` is a page that was made on demand, as it travels.
 */
export function weighPage(page: string, site: SiteFiles, rendered?: { html: string; htmlBytes: number }): PageWeight {
  const html = rendered?.html ?? site.read(page) ?? '';
  const htmlBytes = rendered?.htmlBytes ?? site.sizeBytes(page) ?? 0;
  const scripts = withImports([...html.matchAll(/<script\b[^>]*\bsrc="\/([^"]+)"/g)].map(toPath), site);
  const preloads = [...html.matchAll(/<link\b[^>]*\brel="modulepreload"[^>]*\bhref="\/([^"]+)"/g)].map(toPath);
  const sheets = [...html.matchAll(/<link\b[^>]*\brel="(?:stylesheet|preload)"[^>]*\bhref="\/([^"]+)"/g)].map(toPath);
  const engine = page.startsWith('cari/') ? site.paths.filter((path) => searchEngine.test(path)) : [];
  const scriptBytes = sum(withImports([...scripts, ...preloads], site), site);
  const otherBytes = sum(new Set([...engine, ...sheets.filter((path) => !isPicture(path))]), site);
  const weight = { htmlBytes, scriptBytes, totalBytes: htmlBytes + scriptBytes + otherBytes };
  return html.includes('<work-sheet') ? { ...weight, hasSheet: true } : weight;
}

/** One English line with the permanent name `page_budget` for everything in a page that is above its budget. */
export function findBudgetFaults(page: string, weight: PageWeight): string[] {
  const budget = budgets.find(({ pages }) => pages.test(page));
  if (budget === undefined) return [];
  const limits = { ...budget, scriptBytes: budget.scriptBytes + (weight.hasSheet ? sheetScriptBytes : 0) };
  return (['htmlBytes', 'scriptBytes', 'totalBytes'] as const)
    .filter((measure) => weight[measure] > limits[measure])
    .map(
      (measure) =>
        `page_budget: ${page} has ${measure} ${weight[measure]}, a ${budget.kind} may have ${limits[measure]}`,
    );
}

/**
 * The same for whoever wrote the page: an Indonesian line in the form of `npm run content` that names the file and what to
 * shorten. None where the page is light enough, or is not made from one file of `content/`.
 */
export function adviseAuthor(page: string, { htmlBytes }: Pick<PageWeight, 'htmlBytes'>): string[] {
  const file = findContentFile(page);
  if (file === undefined || htmlBytes <= pageHtmlBytes) return [];
  const shorten = file.endsWith('.mdx')
    ? 'Pendekkan tulisannya, kurangi soal latihan, istilah, atau sumber, atau bagi menjadi dua pelajaran.'
    : 'Pendekkan soal dan pilihannya, atau kurangi soal.';
  const [size, limit] = [htmlBytes, pageHtmlBytes].map((bytes) => formatNumber(bytes));
  const name: FaultName = 'halaman-terlalu-berat';
  return [`${file}:1:1  ${name}: halamannya ${size} bita, paling banyak ${limit}. ${shorten}`];
}

function withImports(paths: readonly string[], site: SiteFiles): Set<string> {
  const found = new Set<string>();
  const open = [...paths];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const code = site.read(path) ?? '';
    for (const [, target = ''] of code.matchAll(
      /(?:^|[;}\s])(?:import|export)\b[^'"();]*["'](\.{1,2}\/[^"']+|\/[^"']+)["']/g,
    )) {
      open.push(new URL(target, `http://site/${path}`).pathname.slice(1));
    }
  }
  return found;
}

function isPicture(path: string): boolean {
  return /\.(png|jpe?g|webp|avif|svg)$/.test(path);
}

function toPath([, path = '']: RegExpMatchArray): string {
  return path;
}

function sum(paths: Iterable<string>, site: SiteFiles): number {
  return [...paths].reduce((total, path) => total + (site.sizeBytes(path) ?? 0), 0);
}
