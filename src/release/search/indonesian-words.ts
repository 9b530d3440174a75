import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decodeTrie } from 'cspell-trie-lib';
import type { KnowsWord } from '#domain/search/base.ts';

let opened: Promise<KnowsWord> | undefined;

/**
 * Opens the list of Indonesian words that bases are found with: spelling words of hunspell-id (LGPL-3) with all their
 * forms. It is used here only and does not travel with the site.
 */
export function openIndonesianWords(): Promise<KnowsWord> {
  opened ??= read();
  return opened;
}

async function read(): Promise<KnowsWord> {
  const extension = import.meta.resolve('@cspell/dict-id-id/cspell-ext.json');
  const words = decodeTrie(await readFile(fileURLToPath(new URL('dict/id-id.trie', extension))));
  return (word) => words.has(word);
}
