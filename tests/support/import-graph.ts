import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** One file that names another of the project; paths below the project's root. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

const names = JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Readonly<Record<string, string>> };

// What `npm start` builds is nobody's source.
const builtReleases = join('db', 'data');

/** Every import between files below the folders: of values and of types, also what a page's script loads. */
export function listArrows(folders: readonly string[]): readonly Arrow[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => /\.(?:ts|mjs|astro)$/.test(path) && !path.startsWith(builtReleases)),
  );
  return files.flatMap((from) => importsOf(readFileSync(from, 'utf8')).flatMap((name) => arrowTo(from, name)));
}

/** The modules that a file's text names. */
export function importsOf(text: string): readonly string[] {
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g);
  return [...found].map(([, , name = '']) => name);
}

function arrowTo(from: string, name: string): readonly Arrow[] {
  if (name.startsWith('.')) return [{ from, to: posix.join(dirname(from), name) }];
  const room = Object.keys(names.imports).find((it) => name.startsWith(it.slice(0, -1)));
  if (room === undefined) return [];
  return [{ from, to: posix.join(names.imports[room]?.slice(0, -1) ?? '', name.slice(room.length - 1)) }];
}

/**
 * Circles between what stands side by side in a folder, files and rooms alike, at every depth: `quiz → learning → quiz`.
 * Where there is none, there is none between any files either.
 */
export function findCircles(arrows: readonly Arrow[]): readonly string[] {
  const levels = new Map<string, Map<string, Set<string>>>();
  for (const { from, to } of arrows) {
    const [a, b] = [from.split('/'), to.split('/')];
    const depth = a.findIndex((step, at) => step !== b[at]);
    if (depth < 0) continue;
    const level = levels.get(a.slice(0, depth).join('/')) ?? new Map<string, Set<string>>();
    levels.set(a.slice(0, depth).join('/'), level);
    level.set(a[depth] ?? '', (level.get(a[depth] ?? '') ?? new Set()).add(b[depth] ?? ''));
  }
  return [...levels].flatMap(([folder, level]) => circlesOf(level).map((circle) => `${folder}: ${circle}`));
}

/** One circle for each arrow that leads back to where the walk came from. */
function circlesOf(level: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (node: string, road: readonly string[]): void => {
    if (road.includes(node)) circles.push([...road.slice(road.indexOf(node)), node].join(' → '));
    if (road.includes(node) || done.has(node)) return;
    for (const next of level.get(node) ?? []) walk(next, [...road, node]);
    done.add(node);
  };
  for (const node of level.keys()) walk(node, []);
  return circles;
}
