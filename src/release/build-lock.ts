import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { isRunning, processMark } from '#server/release/process-mark.ts';
import { releasesFolder } from '#server/release/release.ts';

/** A lock without a mark is being written; afterwards it was left by a power cut. */
const writingMs = 5_000;

/**
 * Keeps two builds from running into each other. Undefined when another one is at work; else call the answer when done.
 * A lock is its owner's as long as that very process runs: one that was left behind is taken over.
 */
export function takeBuildLock(dataFolder: string): (() => void) | undefined {
  const file = join(releasesFolder(dataFolder), 'build.lock');
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, processMark(process.pid) ?? '', { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isHeld(file)) return undefined;
      rmSync(file, { force: true });
    }
  }
  return undefined;
}

function isHeld(file: string): boolean {
  try {
    const mark = readFileSync(file, 'utf8');
    const { mtimeMs } = statSync(file);
    if (mark === '') return Date.now() - mtimeMs < writingMs;
    // Where the system tells nothing of a process but its number, the number may have been another's before it was started.
    const startedAt = Date.now() - uptime() * 1000;
    return isRunning(mark) && (process.platform === 'linux' || mtimeMs >= startedAt);
  } catch {
    return false;
  }
}
