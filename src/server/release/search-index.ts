import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
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
