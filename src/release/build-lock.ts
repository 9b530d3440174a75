import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releasesFolder } from '#server/release.ts';

/** Keeps two builds from running into each other. Undefined when another one is at work; else call the answer when done. */
export function takeBuildLock(dataFolder: string): (() => void) | undefined {
  mkdirSync(releasesFolder(dataFolder), { recursive: true });
  const file = join(releasesFolder(dataFolder), 'build.lock');
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isAlive(readOwner(file))) return undefined;
      // Its owner was killed.
      rmSync(file, { force: true });
    }
  }
  return undefined;
}

function readOwner(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
