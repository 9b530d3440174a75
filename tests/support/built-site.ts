import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { findNewestRelease, readPointer } from '#server/release/release.ts';
import { digestSources } from '#release/source-digest.ts';

/** Data folder of the release that tests are served from; kept between runs while the sources are the same. */
export const siteFolder = resolve('node_modules/.cache/rumah-belajar-test');

/** Vitest's global set-up: builds the real site once per run, with the same command as an operator. */
export async function setup(): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt++) {
    if (isBuilt()) return;
    const { status, stdout, stderr } = buildSite();
    if (status === 0) continue;
    if (!stderr.includes('build_running')) throw new Error(`The site could not be built.\n${stdout}${stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
  throw new Error('The site is being built by somebody else for too long.');
}

function isBuilt(): boolean {
  const newest = findNewestRelease(siteFolder);
  return (
    newest !== undefined &&
    newest.id === readPointer(siteFolder)?.current &&
    newest.sourceDigest === digestSources(resolve('.'), undefined)
  );
}

function buildSite(): { status: number | null; stdout: string; stderr: string } {
  const { SITE_URL: _, ...env } = process.env;
  const words = [join('src', 'cli', 'run.mjs'), 'release', '--data', siteFolder];
  return spawnSync(process.execPath, words, { encoding: 'utf8', env: { ...env, NODE_ENV: 'production' } });
}
