import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { PackedFile, PackedKind } from '#domain/offline/pack.ts';
import { commonSet, courseSet, mediaSet, searchSets } from '#domain/offline/sets.ts';
import { answersAddress } from '#domain/search/urgent-answer.ts';
import { offlineMessages } from '#messages/offline.ts';
import { contentTypeOf } from '#server/http/content-types.ts';
import { addressOfFile } from '#server/http/page-address.ts';
import { findNeededFiles, type ReadFile } from './needed-files.ts';

/** A set as it will be packed: its files by their paths below `client/`, in a fixed order. */
export interface PackedSet {
  readonly set: string;
  readonly title: string;
  readonly paths: readonly string[];
}

/** Parcels the files of a release into sets. A file stands in one set, but for what several courses need. */
export function parcelFiles(
  paths: readonly string[],
  { read, titles }: { readonly read: ReadFile; readonly titles: ReadonlyMap<string, string> },
): readonly PackedSet[] {
  const pages = paths.filter((path) => path.endsWith('/index.html') || path === 'index.html');
  const commonPages = pages.filter((page) => courseOf(page) === undefined);
  const beside = paths.filter((path) => path === 'favicon.svg');
  // The engine of the search is of no use without the index, and heavy: it travels with it.
  const engine = paths.filter(isSearchEngine);
  const readPages: ReadFile = (path) => (isSearchEngine(path) ? undefined : read(path));
  const common = new Set([...commonPages, ...beside, ...findNeededFiles(commonPages, readPages)]);
  const search = [...engine, ...findNeededFiles(engine, read)].filter((path) => !common.has(path));
  const courses = [...titles].flatMap(([course, title]): PackedSet[] => {
    const own = pages.filter((page) => courseOf(page) === course);
    if (own.length === 0) return [];
    const needed = [...findNeededFiles(own, readPages)].filter((path) => !common.has(path));
    const media = needed.filter(isMedia);
    const all = [...own, ...needed.filter((path) => !isMedia(path))].sort();
    const kept = { set: courseSet(course), title, paths: all };
    const apart = { set: mediaSet(course), title: offlineMessages.mediaOf(title), paths: media.sort() };
    return media.length === 0 ? [kept] : [kept, apart];
  });
  return [
    { set: commonSet, title: offlineMessages.common, paths: [...common].sort() },
    ...courses,
    ...parcelSearch(paths, { read, scripts: new Set(search) }),
  ];
}

export function describePacked(path: string, bytes: number): PackedFile {
  const address = addressOfFile(path);
  const kind = (): PackedKind => {
    if (extname(path) !== '.html') return 'asset';
    return address.startsWith('/cari/') ? 'search-page' : 'page';
  };
  return { address, bytes, type: contentTypeOf(path), kind: kind() };
}

/** Photographs and recordings; drawings are small and part of the lesson. */
function isMedia(path: string): boolean {
  return /\.(png|jpe?g|webp|avif|mp3|m4a|ogg|webm|mp4)$/.test(path);
}

/**
 * What the search brings when it is asked for anything, its script and the chosen answers for those in need included. A piece stays in its part from release to release, so that the part's
 * delta finds it: texts of pages by the page, the index whole.
 */
function parcelSearch(
  paths: readonly string[],
  { read, scripts }: { readonly read: ReadFile; readonly scripts: ReadonlySet<string> },
): PackedSet[] {
  const parts = searchSets.map((set) => ({ set, title: offlineMessages.search, paths: [] as string[] }));
  const [engine, ...texts] = parts;
  for (const path of paths) {
    const isSearch = path.startsWith('pagefind/') || scripts.has(path) || `/${path}` === answersAddress;
    if (!isSearch || path.includes('wasm.unknown')) continue;
    const url = path.endsWith('.pf_fragment') ? /"url":"([^"#]*)/.exec(read(path) ?? '')?.[1] : undefined;
    const part = url === undefined ? engine : texts[shareOf(url) % texts.length];
    part?.paths.push(path);
  }
  return parts.filter((part) => part.paths.length > 0);
}

/** By the name of its file in `client/search/engine/`. */
function isSearchEngine(path: string): boolean {
  return /^_astro\/site-answer\.[\w-]+\.js$/.test(path);
}

function shareOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt16LE(0);
}

function courseOf(page: string): string | undefined {
  return /^kursus\/([^/]+)\/./.exec(page)?.[1];
}
