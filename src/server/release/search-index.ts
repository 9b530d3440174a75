import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';

/**
 * Writes the search index of the pages that mark their text with `data-pagefind-body` to `client/pagefind/`.
 * Answers how many pages it holds; with none there is no index.
 */
export async function writeSearchIndex(clientFolder: string, pages: readonly string[]): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'id' });
  if (index === undefined) throw new Error(`the search index cannot be begun: ${errors.join('; ')}`);
  try {
    let count = 0;
    for (const sourcePath of pages) {
      const content = await readFile(join(clientFolder, sourcePath), 'utf8');
      if (!content.includes('data-pagefind-body')) continue;
      const added = await index.addHTMLFile({ sourcePath, content });
      if (added.errors.length > 0) throw new Error(`${sourcePath} cannot be indexed: ${added.errors.join('; ')}`);
      count += 1;
    }
    if (count === 0) return 0;
    const written = await index.writeFiles({ outputPath: join(clientFolder, 'pagefind') });
    if (written.errors.length > 0) throw new Error(`the search index cannot be written: ${written.errors.join('; ')}`);
    await removeReadyMadeSearch(join(clientFolder, 'pagefind'));
    await unpackFiles(join(clientFolder, 'pagefind'));
    return count;
  } finally {
    await pagefind.close();
  }
}

// Pagefind brings search pages of its own; ours uses the engine alone.
async function removeReadyMadeSearch(folder: string): Promise<void> {
  const names = await readdir(folder);
  const unused = names.filter((name) => /^pagefind-(.*ui|highlight)\./.test(name));
  await Promise.all(unused.map((name) => rm(join(folder, name))));
}

// Pagefind packs its files by gzip, which no transport encoding can better; it reads them unpacked as well, and then
// they travel by brotli like everything else: an eighth less.
async function unpackFiles(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(pf_[a-z]+|pagefind)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    await writeFile(file, gunzipSync(await readFile(file)));
  }
}
