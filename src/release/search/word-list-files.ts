import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBases } from '#domain/search/words/base.ts';
import { indexForm } from '#domain/search/words/index-form.ts';
import { tokenize } from '#domain/search/words/text.ts';
import { groupWords, openWordList, type WordCount, type WordFamily } from '#domain/search/words/word-list.ts';
import {
  formatPart,
  parseManifest,
  parsePart,
  partOf,
  splitWordList,
  type WordListManifest,
} from '#domain/search/words/word-list-file.ts';
import { type Fragment, readFragments } from './fragments.ts';
import { readIndexWords } from './index-words.ts';
import { openIndonesianWords } from './indonesian-words.ts';
import { writeRealWords } from './real-word-files.ts';

/** No word is longer; what is, are addresses and numbers. */
const longestWord = 32;

/**
 * Writes the word list of the Pagefind bundle in `folder` beside it: `kata.json` and one file per part.
 * @throws when the phone could not read what was written
 */
export async function writeWordList(folder: string): Promise<WordListManifest> {
  const fragments = await readFragments(folder);
  const inIndex = await readIndexWords(folder);
  // The index reads some signs in another way than we do; what it does not hold must not be promised.
  const counts = countWords(fragments).filter(({ word }) => inIndex.has(indexForm(word)));
  const families = groupWords(counts, openBases(await openIndonesianWords()));
  const parts: Record<string, string> = {};
  for (const [beginning, part] of splitWordList(families)) {
    const text = formatPart(part);
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
    parts[beginning] = `kata.${digest}.txt`;
    await writeFile(join(folder, parts[beginning]), text);
  }
  const manifest: WordListManifest = {
    format: 3,
    index: await indexName(folder),
    pages: fragments.length,
    parts,
    real: await writeRealWords(folder),
  };
  await writeFile(join(folder, 'kata.json'), JSON.stringify(manifest));
  await readBack(folder, families);
  return manifest;
}

/** Reads the files as a phone does. Without this a list that no phone can read would switch itself off in silence. */
async function readBack(folder: string, families: readonly WordFamily[]): Promise<void> {
  const manifest = parseManifest(JSON.parse(await readFile(join(folder, 'kata.json'), 'utf8')));
  if (manifest === undefined) throw new Error('the word list of the search cannot be read: kata.json');
  const parts = new Map<string, ReturnType<typeof openWordList>>();
  for (const [beginning, name] of Object.entries(manifest.parts)) {
    const part = parsePart(await readFile(join(folder, name), 'utf8'));
    if (part === undefined) throw new Error(`the word list of the search cannot be read: ${name}`);
    parts.set(beginning, openWordList(part));
  }
  for (const { base, words } of families) {
    for (const { word, rank } of words) {
      const found = parts.get(partOf(manifest, word) ?? '')?.find(word);
      if (found?.base !== base || found.rank !== rank) {
        throw new Error(`the word list of the search lost the word "${word}"`);
      }
    }
  }
}

function countWords(fragments: readonly Fragment[]): WordCount[] {
  const pages = new Map<string, number>();
  for (const { content, meta } of fragments) {
    const words = new Set(
      tokenize(
        [content, meta.title, meta.nama, meta.juga, meta.sering, meta.disebut, meta.ditanya, meta.ringkas]
          .filter(Boolean)
          .join(' '),
      ),
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
