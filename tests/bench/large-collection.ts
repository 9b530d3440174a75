import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeTrie } from 'cspell-trie-lib';

/** A page that was written, and two words that lead to it. */
export interface CollectionPage {
  readonly path: string;
  readonly query: string;
}

const sentencesPerPage = 24;
const topicWords = 30;

/**
 * Writes a made-up site: sentences of our own lessons, mixed, and on every page words from the whole language, few of them
 * often and many rarely, so that its vocabulary grows as that of a real collection. The same `pages` give the same site.
 */
export async function writeCollection(
  folder: string,
  pages: number,
  sentences: readonly string[],
): Promise<readonly CollectionPage[]> {
  const vocabulary = await readVocabulary();
  const random = seeded(pages);
  const pick = <T>(list: readonly T[], among = list.length): T => list[Math.floor(random() * among)] as T;
  const rareWord = (): string => pick(vocabulary, Math.max(200, Math.floor(vocabulary.length * random() ** 3)));
  return Array.from({ length: pages }, (_, at) => {
    const topic = Array.from({ length: topicWords }, rareWord);
    const [first = '', second = ''] = topic.toSorted((a, b) => vocabulary.indexOf(b) - vocabulary.indexOf(a));
    const parts = Array.from({ length: 4 }, (_, part) => {
      const own = topic.slice(part * 7, part * 7 + 7).join(' ');
      const text = Array.from({ length: sentencesPerPage / 4 }, () => pick(sentences)).join(' ');
      return `<h2 id="bagian-${part}">${topic[part]}</h2><p>${text} ${own} ${first}. ${second}.</p>`;
    });
    const title = `${first} ${second} ${at}`;
    const path = `halaman-${at}/index.html`;
    mkdirSync(join(folder, `halaman-${at}`), { recursive: true });
    const html = `<html lang="id"><head><title>${title}</title></head><body><main><h1>${title}</h1>${parts.join('')}</main></body></html>`;
    writeFileSync(join(folder, path), html);
    return { path, query: `${first} ${second}` };
  });
}

/** Plain words of the language, always in the same order, which has nothing to do with the alphabet. */
async function readVocabulary(): Promise<readonly string[]> {
  const extension = import.meta.resolve('@cspell/dict-id-id/cspell-ext.json');
  const trie = decodeTrie(await readFile(fileURLToPath(new URL('dict/id-id.trie', extension))));
  const random = seeded(1);
  return [...trie.words()]
    .filter((word) => /^[a-z]{4,14}$/.test(word))
    .map((word) => ({ word, place: random() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, 40_000)
    .map(({ word }) => word);
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
