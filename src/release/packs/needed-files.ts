import { dirname, join } from 'node:path/posix';
import { worksheetKinds } from '#domain/worksheet/sheet.ts';

/** A text file of the release by its path below `client/`; undefined when there is no such file. */
export type ReadFile = (path: string) => string | undefined;

/**
 * The hashed files that pages need, those that scripts and styles bring along included. Whatever a text names that is a file
 * of the release is taken to be needed: too much costs a few bytes, too little breaks a page without network. Only the
 * arithmetic of sheets that no page of these holds is left out: every page with a sheet names that of all kinds.
 */
export function findNeededFiles(pages: readonly string[], read: ReadFile): ReadonlySet<string> {
  const needed = new Set<string>();
  const sheets = new Set(pages.flatMap((page) => sheetsIn(read(page) ?? '')));
  const open = [...pages];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const named of namedFiles(path, read(path) ?? '')) {
      if (needed.has(named) || isOtherSheet(named, sheets) || read(named) === undefined) continue;
      needed.add(named);
      if (/\.(js|css)$/.test(named)) open.push(named);
    }
  }
  return needed;
}

function sheetsIn(page: string): readonly string[] {
  return [...page.matchAll(/<work-sheet [^>]*data-kind="([\w-]+)"/g)].map(([, kind = '']) => kind);
}

/** The script of a kind of sheet bears its name. */
function isOtherSheet(path: string, sheets: ReadonlySet<string>): boolean {
  const kind = /^_astro\/([\w-]+)\.[\w-]+\.js$/.exec(path)?.[1] ?? '';
  return (worksheetKinds as readonly string[]).includes(kind) && !sheets.has(kind);
}

function namedFiles(path: string, text: string): readonly string[] {
  const absolute = [...text.matchAll(/\/(_astro\/[\w.@~-]+)/g)].map(([, name = '']) => name);
  if (!path.endsWith('.js')) return absolute;
  const relative = [...text.matchAll(/["'`](\.{1,2}\/[\w.@~/-]+)["'`]/g)].map(([, name = '']) =>
    join(dirname(path), name),
  );
  return [...absolute, ...relative];
}
