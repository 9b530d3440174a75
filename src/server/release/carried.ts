import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listReleases, makeReleasesFolder, readPointer, releasesFolder, switchRelease } from './release.ts';

/** In the folder of a program that came on a stick: the id of the release that came with it. */
export const carriedFile = 'RILIS';

/**
 * Makes the release that came with this program the current one: program and pages change in one step. Without a builder there
 * is no other that somebody could have meant. Does nothing in a project that builds its own.
 */
export function takeCarriedRelease(root: string, dataFolder: string): void {
  const id = readCarried(root);
  if (id === undefined) return;
  makeReleasesFolder(dataFolder);
  linkPackages(root, dataFolder);
  if (listReleases(dataFolder).includes(id) && readPointer(dataFolder)?.current !== id) switchRelease(dataFolder, id);
}

/** Server code of a release looks for its packages upwards; kept elsewhere it would find none. */
export function linkPackages(root: string, dataFolder: string): void {
  if (!relative(root, dataFolder).startsWith('..')) return;
  const link = join(releasesFolder(dataFolder), 'node_modules');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(join(root, 'node_modules'), link, 'junction');
}

function readCarried(root: string): string | undefined {
  try {
    return readFileSync(join(root, carriedFile), 'utf8').trim();
  } catch {
    return undefined;
  }
}
