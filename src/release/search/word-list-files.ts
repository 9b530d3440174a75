import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBases } from '#domain/search/base.ts';
import { buildWordList, splitWordList, type WordCount } from '#domain/search/families.ts';
import { tokenize } from '#domain/search/text.ts';
import { formatPart, type WordListManifest } from '#domain/search/word-list.ts';
import { type Fragment, readFragments } from './fragments.ts';
import { indexForm } from './index-form.ts';
import { openIndonesianWords } from './indonesian-words.ts';

/** No word is longer; what is, are addresses and numbers. */
const longestWord = 32;

/** Writes the word list of the Pagefind bundle in `folder` beside it: `kata.json` and one file per part. */
export async function writeWordList(folder: string): Promise<WordListManifest> {
  const fragments = await readFragments(folder);
  const knows = await openIndonesianWords();
  const words = buildWordList(countWords(fragments), openBases(knows), indexForm);
  const parts: Record<string, string> = {};
  for (const [beginning, part] of splitWordList(words)) {
    const text = formatPart(part);
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
    const name = `kata.${beginning}.${digest}.txt`;
    parts[beginning] = name;
    await writeFile(join(folder, name), text);
  }
  const manifest: WordListManifest = { format: 1, index: await indexName(folder), pages: fragments.length, parts };
  await writeFile(join(folder, 'kata.json'), JSON.stringify(manifest));
  return manifest;
}

function countWords(fragments: readonly Fragment[]): WordCount[] {
  const pages = new Map<string, number>();
  for (const { content, meta } of fragments) {
    const words = new Set(
      tokenize([content, meta.title, meta.juga, meta.sering, meta.disebut].filter(Boolean).join(' ')),
    );
    for (const word of words) {
      if (word.length < 2 || word.length > longestWord || /^\d+$/.test(word)) continue;
      pages.set(word, (pages.get(word) ?? 0) + 1);
    }
  }
  return [...pages].map(([word, count]) => ({ word, pages: count }));
}

async function indexName(folder: string): Promise<string> {
  const entry = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: Readonly<Record<string, { hash: string }>>;
  };
  return Object.values(entry.languages)[0]?.hash ?? '';
}
