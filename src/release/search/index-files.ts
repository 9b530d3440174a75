import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { IndexFile } from 'pagefind';
import type { AskedLesson } from '#domain/search/asked-lesson.ts';
import type { Synonym } from '#domain/search/synonym.ts';
import { addOtherNames, openOtherNames } from './other-names.ts';
import type { SearchRecord } from './records.ts';
import { writeWordList } from './word-list-files.ts';

/** How much a piece of the index may hold: far less than Pagefind's own choice, so that a query brings less. */
const chunkSize = 400;

/** What people type for pages that say it otherwise. */
export interface SearchNames {
  readonly synonyms: readonly Synonym[];
  readonly asked: readonly AskedLesson[];
}

export interface SearchIndexOptions {
  /** HTML files below the folder. */
  readonly pages: readonly string[];
  /** What can be found besides pages. */
  readonly records?: readonly SearchRecord[];
  readonly names?: SearchNames;
  /** Leaves Pagefind's files packed by gzip, for servers that send files as they lie there. */
  readonly packed?: boolean;
}

/**
 * Writes the search index of the pages that mark their text with `data-pagefind-body` (of all, when none does) to
 * `pagefind/` in `folder`, and the word list that our own client reads beside it. Answers how many pages and records it
 * holds; with none there is no index.
 */
export async function writeSearchIndex(
  folder: string,
  { pages, records = [], names = { synonyms: [], asked: [] }, packed = false }: SearchIndexOptions,
): Promise<number> {
  // Not documented by Pagefind; a test counts the pieces.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(chunkSize);
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'id' });
  if (index === undefined) throw new Error(`the search index cannot be begun: ${errors.join('; ')}`);
  try {
    const otherNames = openOtherNames(names);
    for (const sourcePath of await findTeachingPages(folder, pages)) {
      const html = await readFile(join(folder, sourcePath), 'utf8');
      const content = withoutPictureNames(addOtherNames(html, otherNames(sourcePath, html)));
      const added = await index.addHTMLFile({ sourcePath, content });
      if (added.errors.length > 0) throw new Error(`${sourcePath} cannot be indexed: ${added.errors.join('; ')}`);
    }
    for (const record of records) {
      const filters = Object.fromEntries(Object.entries(record.filters).map(([name, values]) => [name, [...values]]));
      const added = await index.addCustomRecord({ ...record, meta: { ...record.meta }, filters, language: 'id' });
      if (added.errors.length > 0) throw new Error(`${record.url} cannot be indexed: ${added.errors.join('; ')}`);
    }
    const bundle = join(folder, 'pagefind');
    // What an earlier index left would be counted as pages of this one.
    await rm(bundle, { recursive: true, force: true });
    const { files, errors: faults } = await index.getFiles();
    if (faults.length > 0) throw new Error(`the search index cannot be written: ${faults.join('; ')}`);
    if (!files.some(({ path }) => path.startsWith('fragment/'))) return 0;
    await writeBundle(bundle, files, packed);
    return (await writeWordList(bundle)).pages;
  } finally {
    await pagefind.close();
  }
}

/** The engine would keep the address of a page's first picture, and find the page by the letters of its digest. */
function withoutPictureNames(html: string): string {
  return html.replaceAll(/(<img\b[^>]*?)\ssrc="[^"]*"/g, '$1');
}

async function findTeachingPages(folder: string, pages: readonly string[]): Promise<readonly string[]> {
  const teaching: string[] = [];
  for (const page of pages) {
    if ((await readFile(join(folder, page), 'utf8')).includes('data-pagefind-body')) teaching.push(page);
  }
  return teaching.length > 0 ? teaching : pages;
}

/**
 * Writes Pagefind's files, all but its own search pages and its worker: ours uses the engine alone. Pagefind packs some by gzip,
 * which no transport encoding can better; it reads them unpacked as well, and then they travel by brotli like everything
 * else: an eighth less. Its own writing is not waited for to the end: a
 * file was found cut short behind it.
 */
async function writeBundle(bundle: string, files: readonly IndexFile[], packed: boolean): Promise<void> {
  for (const { path, content } of files) {
    if (/^pagefind-(.*ui|highlight|worker)\./.test(path)) continue;
    const file = join(bundle, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, packed || !/\.(pf_[a-z]+|pagefind)$/.test(path) ? content : gunzipSync(content));
  }
}
