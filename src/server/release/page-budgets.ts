/** Bytes as they travel (brotli where the file is compressed). */
export interface PageWeight {
  readonly htmlBytes: number;
  readonly scriptBytes: number;
  /** HTML, scripts, styles and fonts of a first visit; pictures aside. */
  readonly totalBytes: number;
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
  { kind: 'staff', pages: /^(pelatih|pengurus)\//, htmlBytes: 30 * kib, scriptBytes: 60 * kib, totalBytes: 120 * kib },
  { kind: 'search', pages: /^cari\//, htmlBytes: 14 * kib, scriptBytes: 60 * kib, totalBytes: 120 * kib },
  {
    kind: 'lesson',
    pages: /^kursus\/[^/]+\/[^/]+\/index\.html$/,
    htmlBytes: 14 * kib,
    scriptBytes: 12 * kib,
    totalBytes: 30 * kib,
  },
  { kind: 'page', pages: /./, htmlBytes: 14 * kib, scriptBytes: 12 * kib, totalBytes: 30 * kib },
];

/** How many bytes the engine of the search may bring on first use, without any result. */
export const searchEngineBytes = 120 * kib;

export interface SiteFiles {
  /** Text of a file below `client/`; undefined when there is none. */
  read(path: string): string | undefined;
  /** Size as it travels; undefined when there is no such file. */
  sizeBytes(path: string): number | undefined;
}

/** What a first visit to a page brings: its HTML and every script, style and font that it names itself. */
export function weighPage(page: string, site: SiteFiles): PageWeight {
  const html = site.read(page) ?? '';
  const htmlBytes = site.sizeBytes(page) ?? 0;
  const scripts = withImports([...html.matchAll(/<script\b[^>]*\bsrc="\/([^"]+)"/g)].map(toPath), site);
  const preloads = [...html.matchAll(/<link\b[^>]*\brel="modulepreload"[^>]*\bhref="\/([^"]+)"/g)].map(toPath);
  const sheets = [...html.matchAll(/<link\b[^>]*\brel="(?:stylesheet|preload)"[^>]*\bhref="\/([^"]+)"/g)].map(toPath);
  const scriptBytes = sum(withImports([...scripts, ...preloads], site), site);
  const totalBytes =
    htmlBytes + scriptBytes + sum(new Set(sheets.filter((path) => !/\.(png|jpe?g|webp|avif|svg)$/.test(path))), site);
  return { htmlBytes, scriptBytes, totalBytes };
}

/** One English line with the permanent name `page_budget` for everything in a page that is above its budget. */
export function findBudgetFaults(page: string, weight: PageWeight): string[] {
  const budget = budgets.find(({ pages }) => pages.test(page));
  if (budget === undefined) return [];
  return (['htmlBytes', 'scriptBytes', 'totalBytes'] as const)
    .filter((measure) => weight[measure] > budget[measure])
    .map(
      (measure) =>
        `page_budget: ${page} has ${measure} ${weight[measure]}, a ${budget.kind} may have ${budget[measure]}`,
    );
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

function toPath([, path = '']: RegExpMatchArray): string {
  return path;
}

function sum(paths: Iterable<string>, site: SiteFiles): number {
  return [...paths].reduce((total, path) => total + (site.sizeBytes(path) ?? 0), 0);
}
