import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeReleasesFolder, releasesFolder } from '#server/release/release.ts';

// Whoever undoes right after a refused release means that one. It never was to be seen, and the one before it is good.

/** Notes that the last thing asked for was refused. */
export function noteRefusal(dataFolder: string): void {
  makeReleasesFolder(dataFolder);
  writeFileSync(noteFile(dataFolder), '');
}

/** Whether the last thing asked for was refused; from now on it counts no more. */
export function takeRefusal(dataFolder: string): boolean {
  const noted = existsSync(noteFile(dataFolder));
  rmSync(noteFile(dataFolder), { force: true });
  return noted;
}

function noteFile(dataFolder: string): string {
  return join(releasesFolder(dataFolder), 'refused');
}
