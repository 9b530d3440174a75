import { buildCatalogue } from '#content/catalogue.ts';
import { contentOnDisk, contentOver } from '#content/files/content-source.ts';
import { listWaiting, publishedContent, type WaitingCourse } from '#content/published.ts';
import { readSource } from '#content/read.ts';
import type { Fault } from '#domain/lint/fault.ts';
import { todayOn } from '#domain/local-date.ts';
import { listReleases, readRelease, type Release, switchRelease } from '#server/release/release.ts';
import { buildRelease, type BuildOutcome } from './build.ts';
import { digestSources } from './source-digest.ts';
import { openStages } from './stages.ts';
import type { Overlay } from './workshop.ts';

export interface Making {
  /** Folder of the project. */
  readonly root: string;
  readonly dataFolder: string;
  readonly siteUrl: string | undefined;
  readonly overlay: Overlay;
  /** Whether a release that is kept and holds exactly this becomes the current one again, without a build. */
  readonly mayReuse?: boolean;
}

export type MadeRelease = {
  /** Every fault of the content; a release is built when none of them is an error. */
  readonly contentFaults: readonly Fault[];
  readonly waiting: readonly WaitingCourse[];
  /** Undefined when the content has errors. */
  readonly outcome: BuildOutcome | undefined;
};

/** Reads and checks content with what stands over it, builds a release of it and makes it the current one. */
export async function makeRelease(making: Making): Promise<MadeRelease> {
  const { root, dataFolder, siteUrl, overlay } = making;
  const stages = openStages();
  const sourceDigest = digestSources(root, siteUrl, overlay);
  const kept = making.mayReuse === true ? findKept(dataFolder, sourceDigest) : undefined;
  if (kept !== undefined) {
    switchRelease(dataFolder, kept.id);
    return { contentFaults: [], waiting: [], outcome: { release: kept, costs: {} } };
  }
  const disk = contentOnDisk(root);
  const { content: written, faults } = await readSource(overlay.size === 0 ? disk : contentOver(disk, overlay));
  const waiting = listWaiting(written);
  if (faults.some(({ severity }) => severity === 'error')) {
    return { contentFaults: faults, waiting, outcome: undefined };
  }
  const content = publishedContent(written);
  const catalogue = buildCatalogue(content);
  stages.end('content');
  const outcome = await buildRelease({
    ...{ root, dataFolder, content, catalogue, sourceDigest, overlay, stages },
    searchNames: { synonyms: content.synonyms?.value ?? [], asked: content.asked?.value ?? [] },
  });
  return { contentFaults: faults, waiting, outcome };
}

/** Built on the same day: pages say which reviews are overdue. */
function findKept(dataFolder: string, sourceDigest: string): Release | undefined {
  const kept = listReleases(dataFolder).flatMap((id) => readRelease(dataFolder, id) ?? []);
  return kept.findLast((it) => it.sourceDigest === sourceDigest && todayOn(new Date(it.builtAt)) === todayOn());
}
