import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { type SearchNames, writeSearchIndex } from '#release/search/index-files.ts';
import { takeSearchRecords } from '#release/search/records.ts';
import type { Release } from '#server/release/release.ts';
import { compressClientFiles, listClientFiles } from './client-files.ts';
import { openEarlierTwins } from './earlier-twins.ts';
import { collectInlineCode } from './inline-code.ts';
import { openKeyGuard } from './key-guard.ts';
import { adviseAuthor, findBudgetFaults, openSiteFiles, weighPage } from './page-budgets.ts';
import { openEarlierPacks } from '#release/packs/earlier-packs.ts';
import { offerPacks, writeOffer, writePacks } from '#release/packs/write-packs.ts';
import type { Stages } from '#release/stages.ts';
import { findHeavyFiles } from '#release/take-home/weight.ts';
import { writeTakeHome } from '#release/take-home/write-take-home.ts';
import { writeWorker } from './worker.ts';

export interface Finishing {
  readonly dataFolder: string;
  readonly catalogue: Catalogue;
  readonly searchNames: SearchNames;
  readonly stages: Stages;
}

/** Search index, checks and compression of the pages that Astro left in `folder`. */
export async function finishSite(
  folder: string,
  { dataFolder, catalogue, searchNames, stages }: Finishing,
): Promise<Pick<Release, 'styleHashes' | 'files'> | { readonly faults: readonly string[] }> {
  const client = join(folder, 'client');
  const pages = listClientFiles(client).filter((name) => name.endsWith('.html'));
  await writeSearchIndex(client, { pages, records: takeSearchRecords(client), names: searchNames });
  stages.end('search');

  const takeHome = await writeTakeHome(client, { catalogue, pages });
  stages.end('take-home');

  const inline = pages.map((page) => collectInlineCode(page, readFileSync(join(client, page), 'utf8')));
  const guard = openKeyGuard(catalogue);
  const leaks = listClientFiles(client).flatMap((name) => guard(name, readFileSync(join(client, name))));
  const faults = [...inline.flatMap((it) => it.faults), ...leaks];
  stages.end('checks');
  if (faults.length > 0) return { faults };

  const styleHashes = [...new Set(inline.flatMap((it) => it.styleHashes))];
  await writeWorker(client);
  const packs = await writePacks(client, {
    paths: listClientFiles(client),
    catalogue,
    styleHashes,
    earlier: openEarlierPacks(dataFolder),
  });
  stages.end('packs');

  const findTwins = await openEarlierTwins(dataFolder);
  const compressed = await compressClientFiles(client, listClientFiles(client), findTwins);
  const offer = writeOffer(client, offerPacks(packs, compressed));
  const files = { ...compressed, ...(await compressClientFiles(client, [offer], findTwins)) };
  const site = openSiteFiles(client, files);
  const weighed = pages.map((page) => ({ page, weight: weighPage(page, site) }));
  const tooHeavy = [
    ...weighed.flatMap(({ page, weight }) => findBudgetFaults(page, weight)),
    ...findHeavyFiles(takeHome, files),
  ];
  const advice = weighed.flatMap(({ page, weight }) => adviseAuthor(page, weight));
  stages.end('compression');
  if (tooHeavy.length > 0) return { faults: [...tooHeavy, ...advice] };
  return { styleHashes, files };
}
