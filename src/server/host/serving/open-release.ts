import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { findDamage } from '#server/release/damage.ts';
import { type Release, readRelease, releaseFolder } from '#server/release/release.ts';
import type { RenderPage } from './pages.ts';
import { assetHeaders, type FlatHeaders, securityHeaders } from '#server/http/security-headers.ts';
import { openStaticFiles, type StaticFile } from './static-files.ts';

/** One release, ready to serve. */
export interface OpenRelease {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly builtAt: string;
  /** Since when this server answers with it. */
  readonly servedSince: number;
  readonly catalogue: Catalogue;
  readonly render: RenderPage;
  findFile(path: string): StaticFile | undefined;
  securityFor(path: string): FlatHeaders;
  /** Whether a lesson stood at this address that was withdrawn: its page says so. */
  isGone(path: string): boolean;
}

/**
 * Loads a release wholly before anything is served from it.
 * @param previousId its hashed assets are still found, for pages that phones loaded before the switch
 * @throws when a file of the release is missing or damaged
 */
export async function openRelease(
  dataFolder: string,
  id: string,
  { previousId, hstsDays }: { previousId: string | null; hstsDays: number },
): Promise<OpenRelease> {
  const folder = releaseFolder(dataFolder, id);
  const damage = await findDamage(folder);
  if (damage !== undefined) throw new Error(`release ${id}: ${damage}`);
  const release = readRelease(dataFolder, id);
  if (release === undefined) throw new Error(`release ${id} has no readable release.json`);
  const catalogue = JSON.parse(readFileSync(join(folder, 'catalogue.json'), 'utf8')) as Catalogue;
  const entry: { render: RenderPage } = await import(pathToFileURL(join(folder, 'server', 'entry.mjs')).href);
  const files = openStaticFiles(join(folder, 'client'), release.files);
  const olderAssets = openOlderAssets(dataFolder, previousId);
  const { styleHashes } = release;
  const security = securityHeaders({ styleHashes, hstsDays });
  const assetSecurity = assetHeaders({ hstsDays });
  const searchSecurity = securityHeaders({ styleHashes, hstsDays, webAssembly: true });
  const gone = new Set(
    catalogue.courses.flatMap(({ id: course, withdrawn = [] }) => withdrawn.map((it) => `/kursus/${course}/${it.id}/`)),
  );
  const studio = { styleHashes, hstsDays, recording: true };
  const studioSecurity = securityHeaders({ ...studio, framing: 'holds' });
  const previewSecurity = securityHeaders({ ...studio, framing: 'is-held' });
  const securityOf = (path: string): FlatHeaders => {
    if (isAsset.test(path)) return assetSecurity;
    if (isPreview.test(path)) return previewSecurity;
    if (path.startsWith('/pelatih/naskah/')) return studioSecurity;
    return path.startsWith('/cari/') ? searchSecurity : security;
  };
  return {
    id,
    builtAt: release.builtAt,
    servedSince: Date.now(),
    catalogue,
    render: entry.render,
    findFile: (path) => files.find(path) ?? olderAssets(path),
    securityFor: securityOf,
    isGone: (path) => gone.has(path),
  };
}

/** Files that only ever belong to a page: the headers of a page would be longer than some of them. */
const isAsset = /^\/(?:_astro\/|pagefind\/|luring\/.+\.|favicon\.svg$|icon-[\w-]+\.png$|manifest\.webmanifest$)/;

/** A lesson of a draft as it will be released: shown beside the text that it is made from. */
const isPreview = /^\/pelatih\/naskah\/[^/]+\/pratinjau\//;

function openOlderAssets(dataFolder: string, id: string | null): (path: string) => StaticFile | undefined {
  const release: Release | undefined = id === null ? undefined : readRelease(dataFolder, id);
  if (id === null || release === undefined) return () => undefined;
  const assets = Object.entries(release.files).filter(([name]) => /^(_astro|pagefind|luring)\//.test(name));
  const files = openStaticFiles(join(releaseFolder(dataFolder, id), 'client'), Object.fromEntries(assets));
  return (path) => files.find(path);
}
