import {
  openWordList,
  parseManifest,
  parsePart,
  partOf,
  type SiteWord,
  type WordList,
  type WordListManifest,
} from '#domain/search/word-list.ts';
import type { ReadFile } from './engine.ts';

/** The site's word list, loaded part by part. */
export interface WordParts {
  readonly manifest: WordListManifest;
  /** All that was loaded so far. */
  readonly list: WordList;
  /**
   * Loads the parts that these words are in; false when one of them cannot be had. It counts as empty then, and is asked
   * for again the next time.
   */
  load(words: readonly string[]): Promise<boolean>;
}

/** Opens the word list beside the index; undefined when there is none or it belongs to another index. */
export async function openWordParts(bundle: string, read: ReadFile): Promise<WordParts | undefined> {
  const [manifest, entry] = await Promise.all([
    readJson(read, `${bundle}kata.json`).then(parseManifest),
    readJson(read, `${bundle}pagefind-entry.json`),
  ]);
  if (manifest === undefined || !JSON.stringify(entry).includes(`"${manifest.index}"`)) return undefined;
  const parts = new Map<string, readonly SiteWord[]>();
  let list = openWordList([]);
  return {
    manifest,
    get list() {
      return list;
    },
    async load(words) {
      const wanted = new Set(words.map((word) => partOf(manifest, word)));
      const missing = [...wanted].filter((name) => name !== undefined).filter((name) => !parts.has(name));
      const loaded = await Promise.all(missing.map((name) => readPart(read, bundle + manifest.parts[name])));
      for (const [at, name] of missing.entries()) {
        const part = loaded[at];
        if (part !== undefined) parts.set(name, part);
      }
      if (loaded.some((part) => part !== undefined)) list = openWordList(parts.values());
      return loaded.every((part) => part !== undefined);
    },
  };
}

async function readPart(read: ReadFile, address: string): Promise<readonly SiteWord[] | undefined> {
  try {
    const response = await read(address);
    return response.ok ? parsePart(await response.text()) : undefined;
  } catch {
    return undefined;
  }
}

async function readJson(read: ReadFile, address: string): Promise<unknown> {
  try {
    const response = await read(address);
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
