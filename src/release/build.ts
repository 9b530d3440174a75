import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import type { Catalogue } from '#domain/course/catalogue.ts';
import type { Synonym } from '#domain/search/synonym.ts';
import {
  findNewestRelease,
  listReleases,
  pruneReleases,
  type Release,
  releaseFolder,
  releasesFolder,
  replaceFile,
  switchRelease,
} from '#server/release.ts';
import { buildSite } from './astro-build.ts';
import { takeBuildLock } from './build-lock.ts';
import { compressClientFiles, listClientFiles } from './client-files.ts';
import { collectInlineCode } from './inline-code.ts';
import { openKeyGuard } from './key-guard.ts';
import { adviseAuthor, findBudgetFaults, openSiteFiles, weighPage } from './page-budgets.ts';
import { takeSearchRecords } from '#release/search/records.ts';
import { writeSearchIndex } from '#release/search/index-files.ts';

export interface BuildOptions {
  /** Folder of the project. */
  readonly root: string;
  readonly dataFolder: string;
  /** All of `content/`, already checked. */
  readonly catalogue: Catalogue;
  readonly sourceDigest: string;
  /** Names that people search by besides those that lessons use. */
  readonly synonyms?: readonly Synonym[];
}

/** `faults`: English lines that begin with a permanent name; nothing was changed then. */
export type BuildOutcome = { readonly release: Release } | { readonly faults: readonly string[] };

/**
 * Builds a release aside, checks it and makes it current in one step. Whenever it is stopped, the release before goes on
 * being served; what an unfinished build left behind is removed by the next one.
 */
export async function buildRelease(options: BuildOptions): Promise<BuildOutcome> {
  const unlock = takeBuildLock(options.dataFolder);
  if (unlock === undefined) return { faults: ['build_running: another release is being built; wait for it'] };
  try {
    return await buildLocked(options);
  } finally {
    unlock();
  }
}

async function buildLocked({
  root,
  dataFolder,
  catalogue,
  sourceDigest,
  synonyms = [],
}: BuildOptions): Promise<BuildOutcome> {
  removeUnfinished(dataFolder);
  const id = nextReleaseId(dataFolder, sourceDigest);
  // A compiler whose parent was killed may still be writing: no two builds share a folder.
  const workshop = `${releaseFolder(dataFolder, id)}.${process.pid}.building`;
  const folder = join(workshop, 'site');
  mkdirSync(folder, { recursive: true });
  linkPackages(root, dataFolder);
  try {
    const said = await buildSite(root, folder);
    if (said !== undefined) return { faults: [`build_failed: ${said}`] };
    const outcome = await finishSite(folder, { dataFolder, catalogue, synonyms });
    if ('faults' in outcome) return outcome;

    const release: Release = { id, builtAt: new Date().toISOString(), sourceDigest, ...outcome };
    writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
    replaceFile(join(folder, 'release.json'), JSON.stringify(release));
    renameSync(folder, releaseFolder(dataFolder, id));
    switchRelease(dataFolder, id);
    pruneReleases(dataFolder);
    return { release };
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Search index, checks and compression of the pages in `folder`. */
async function finishSite(
  folder: string,
  { dataFolder, catalogue, synonyms }: Required<Pick<BuildOptions, 'dataFolder' | 'catalogue' | 'synonyms'>>,
): Promise<Pick<Release, 'styleHashes' | 'files'> | { faults: string[] }> {
  const client = join(folder, 'client');
  const pages = listClientFiles(client).filter((name) => name.endsWith('.html'));
  await writeSearchIndex(client, { pages, records: takeSearchRecords(client), synonyms });

  const inline = pages.map((page) => collectInlineCode(page, readFileSync(join(client, page), 'utf8')));
  const guard = openKeyGuard(catalogue);
  const leaks = listClientFiles(client).flatMap((name) => guard(name, readFileSync(join(client, name))));
  const faults = [...inline.flatMap((it) => it.faults), ...leaks];
  if (faults.length > 0) return { faults };

  const newest = findNewestRelease(dataFolder);
  const earlier = newest && { folder: join(releaseFolder(dataFolder, newest.id), 'client'), files: newest.files };
  const files = await compressClientFiles(client, earlier);
  const site = openSiteFiles(client, files);
  const weighed = pages.map((page) => ({ page, weight: weighPage(page, site) }));
  const tooHeavy = weighed.flatMap(({ page, weight }) => findBudgetFaults(page, weight));
  const advice = weighed.flatMap(({ page, weight }) => adviseAuthor(page, weight));
  if (tooHeavy.length > 0) return { faults: [...tooHeavy, ...advice] };
  return { styleHashes: [...new Set(inline.flatMap((it) => it.styleHashes))], files };
}

function removeUnfinished(dataFolder: string): void {
  const folder = releasesFolder(dataFolder);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.building'))) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

// Numbers, not times: the clock of an old laptop may go back.
function nextReleaseId(dataFolder: string, sourceDigest: string): string {
  const last = Number(listReleases(dataFolder).at(-1)?.slice(1, 7) ?? 0);
  return `r${String(last + 1).padStart(6, '0')}-${sourceDigest.slice(0, 8)}`;
}

// Server code of a release looks for its packages upwards; kept elsewhere it would find none.
function linkPackages(root: string, dataFolder: string): void {
  if (!relative(root, dataFolder).startsWith('..')) return;
  const link = join(releasesFolder(dataFolder), 'node_modules');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(join(root, 'node_modules'), link, 'junction');
}
