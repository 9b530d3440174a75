import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Packages } from './packages.ts';

/**
 * Lets npm put packages for another kind of computer into `folder`, each checked against the digest that the lock file has
 * of it. None of their scripts runs. Answers whether all of them came.
 */
export function fetchPackages(wanted: Packages, folder: string): boolean {
  const versions = Object.fromEntries([...wanted].map(([path, it]) => [path.replace('node_modules/', ''), it.version]));
  const about = { name: 'stick', version: '1.0.0', private: true, dependencies: versions };
  // Nothing is said of the computers they are for: npm refuses what is not for this one.
  const entries = [...wanted].map(([path, { version, resolved, integrity }]) => [
    path,
    { version, resolved, integrity },
  ]);
  const lock = {
    name: 'stick',
    lockfileVersion: 3,
    requires: true,
    packages: { '': about, ...Object.fromEntries(entries) },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(about));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=silent'];
  const npm = process.env.npm_execpath;
  const { status } =
    npm === undefined
      ? spawnSync(`npm ${words.join(' ')}`, { cwd: folder, stdio: 'ignore', shell: true })
      : spawnSync(process.execPath, [npm, ...words], { cwd: folder, stdio: 'ignore' });
  return status === 0;
}
