import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decodeTrie } from 'cspell-trie-lib';
import type { KnowsWord } from '#domain/search/words/base.ts';

let opened: Promise<ReturnType<typeof decodeTrie>> | undefined;

/**
 * Opens the list of Indonesian words that bases are found with: spelling words of hunspell-id (LGPL-3) with all their
 * forms. The list is used here only and does not travel with the site.
 */
export async function openIndonesianWords(): Promise<KnowsWord> {
  const words = await openDictionary();
  return (word) => words.has(word);
}

export function openDictionary(): Promise<ReturnType<typeof decodeTrie>> {
  opened ??= read();
  return opened;
}

async function read(): Promise<ReturnType<typeof decodeTrie>> {
  const extension = import.meta.resolve('@cspell/dict-id-id/cspell-ext.json');
  return decodeTrie(await readFile(fileURLToPath(new URL('dict/id-id.trie', extension))));
}
