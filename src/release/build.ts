import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '#domain/course/catalogue.ts';
import type { Content } from '#domain/lint/content.ts';
import type { Synonym } from '#domain/search/synonym.ts';
import { releaseMessages } from '#messages/release.ts';
import { linkPackages } from '#server/release/carried.ts';
import { flushFolder } from '#server/release/disk.ts';
import {
  asideEnding,
  makeReleasesFolder,
  nextReleaseId,
  pruneReleases,
  type Release,
  releaseFolder,
  releasesFolder,
  switchRelease,
} from '#server/release/release.ts';
import { buildSite } from '#release/compile/astro-build.ts';
import { isDiskFull, tellsFullDisk } from './disk-full.ts';
import { takeBuildLock } from './build-lock.ts';
import { makeDurable } from './durable.ts';
import { finishSite } from '#release/site/finish-site.ts';
import { openStages, type StageCosts, type Stages } from './stages.ts';
import { openWorkshop, type Overlay } from './workshop.ts';

export interface BuildOptions {
  /** Folder of the project. */
  readonly root: string;
  readonly dataFolder: string;
  /** All of `content/`, already checked; without it the pages read it themselves. */
  readonly content?: Content;
  readonly catalogue: Catalogue;
  readonly sourceDigest: string;
  /** Names that people search by besides those that lessons use. */
  readonly synonyms?: readonly Synonym[];
  /** What stands over the content of the project. */
  readonly overlay?: Overlay;
  /** Books what was done before. */
  readonly stages?: Stages;
}

const buildingEnding = '.building';

/** `faults`: lines that begin with a permanent name; nothing was changed then. */
export type BuildOutcome =
  { readonly release: Release; readonly costs: StageCosts } | { readonly faults: readonly string[] };

/**
 * Builds a release aside, checks it and makes it current in one step. Whenever it is stopped, the release before goes on
 * being served; what an unfinished build left behind is removed by the next one.
 */
export async function buildRelease(options: BuildOptions): Promise<BuildOutcome> {
  makeReleasesFolder(options.dataFolder);
  const unlock = takeBuildLock(options.dataFolder);
  if (unlock === undefined) return { faults: [releaseMessages.buildRunning] };
  try {
    return await buildLocked(options);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    return { faults: [releaseMessages.diskFull] };
  } finally {
    unlock();
  }
}

async function buildLocked({
  root,
  dataFolder,
  content,
  catalogue,
  sourceDigest,
  synonyms = [],
  overlay,
  stages = openStages(),
}: BuildOptions): Promise<BuildOutcome> {
  const id = nextReleaseId(dataFolder, sourceDigest);
  removeUnfinished(dataFolder);
  // A compiler whose parent was killed may still be writing: no two builds share a folder.
  const workshop = `${releaseFolder(dataFolder, id)}.${process.pid}${buildingEnding}`;
  // Pages are compiled from files: with an overlay from a copy that holds it.
  const project = overlay === undefined || overlay.size === 0 ? root : join(workshop, 'project');
  const folder = join(project === root ? workshop : project, 'site');
  mkdirSync(folder, { recursive: true });
  linkPackages(root, dataFolder);
  try {
    if (overlay !== undefined && project !== root) openWorkshop(root, project, overlay);
    const contentFile = content && join(workshop, 'content.json');
    if (contentFile) writeFileSync(contentFile, JSON.stringify(content));
    const lessons = catalogue.lessons.length;
    const said = await buildSite({ root: project, folder, lessons, ...(contentFile && { contentFile }) });
    stages.end('pages');
    if (said !== undefined)
      return { faults: [tellsFullDisk(said) ? releaseMessages.diskFull : `build_failed: ${said}`] };
    const outcome = await finishSite(folder, { dataFolder, catalogue, synonyms, stages });
    if ('faults' in outcome) return outcome;

    const release: Release = { id, builtAt: new Date().toISOString(), sourceDigest, ...outcome };
    writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
    writeFileSync(join(folder, 'release.json'), JSON.stringify(release));
    await makeDurable(folder);
    renameSync(folder, releaseFolder(dataFolder, id));
    flushFolder(releasesFolder(dataFolder));
    stages.end('disk');
    switchRelease(dataFolder, id);
    pruneReleases(dataFolder);
    return { release, costs: stages.costs() };
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function removeUnfinished(dataFolder: string): void {
  const folder = releasesFolder(dataFolder);
  for (const name of readdirSync(folder).filter(isLeft)) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isLeft(entry: string): boolean {
  return entry.endsWith(buildingEnding) || entry.endsWith(asideEnding);
}
