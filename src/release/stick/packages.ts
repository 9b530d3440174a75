import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { type LockedPackage, type Platform, suits } from './platform.ts';

/** Packages by their path in the project, `node_modules/zod`. */
export type Packages = ReadonlyMap<string, LockedPackage>;

/** All that a lock file lists. */
export function readLock(file: string): Packages {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockedPackage> };
  return new Map(Object.entries(packages).filter(([path]) => path !== ''));
}

/** Names of the packages that these texts of modules import; what is no package of the project is passed over. */
export function namedPackages(texts: Iterable<string>, lock: Packages): readonly string[] {
  const names = new Set<string>();
  for (const text of texts) {
    for (const [, , module = ''] of text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([@a-z][^'"\n]*)\1/g)) {
      const name = module
        .split('/')
        .slice(0, module.startsWith('@') ? 2 : 1)
        .join('/');
      const found = lock.get(`node_modules/${name}`);
      if (found !== undefined && found.dev !== true) names.add(name);
    }
  }
  return [...names].sort();
}

/** The packages of these names with all that they need on a kind of computer. @throws when the lock file lacks one */
export function withNeeded(names: readonly string[], lock: Packages, platform: Platform): Packages {
  const needed = new Map<string, LockedPackage>();
  const add = (name: string, from: string, isOptional: boolean): void => {
    const path = findPath(name, from, lock);
    const it = path === undefined ? undefined : lock.get(path);
    if (path === undefined || it === undefined) {
      if (isOptional) return;
      throw new Error(`package-lock.json does not know ${name}, which ${from || 'the server'} needs: run npm install.`);
    }
    if (needed.has(path) || (isOptional && !suits(platform, path, it))) return;
    needed.set(path, it);
    for (const next of Object.keys(it.dependencies ?? {})) add(next, path, false);
    for (const next of Object.keys(it.optionalDependencies ?? {})) add(next, path, true);
  };
  for (const name of [...names, platform.node]) add(name, '', false);
  return new Map([...needed].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** As Node looks for it: in the folder of who needs it, then upwards. */
function findPath(name: string, from: string, lock: Packages): string | undefined {
  for (let folder = from; ; folder = parentOf(folder)) {
    const path = posix.join(folder, 'node_modules', name);
    if (lock.has(path)) return path;
    if (folder === '') return undefined;
  }
}

function parentOf(path: string): string {
  const at = path.lastIndexOf('/node_modules/');
  return at < 0 ? '' : path.slice(0, at);
}
