import { fieldOf, isPacked } from '#domain/search/words/real-words.ts';
import { openWordList, type WordFamily, type WordList } from '#domain/search/words/word-list.ts';
import { parseManifest, parsePart, partOf, type WordListManifest } from '#domain/search/words/word-list-file.ts';
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
  /** Loads what tells whether these words are bases of the language. What cannot be had knows none. */
  loadReal(bases: readonly string[]): Promise<void>;
  /** Whether a word is a base of the language, as far as that was loaded. */
  isBase(word: string): boolean;
}

/** Opens the word list beside the index; undefined when there is none or it belongs to another index. */
export async function openWordParts(bundle: string, read: ReadFile): Promise<WordParts | undefined> {
  const [manifest, entry] = await Promise.all([
    readJson(read, `${bundle}kata.json`).then(parseManifest),
    readJson(read, `${bundle}pagefind-entry.json`),
  ]);
  if (manifest === undefined || !JSON.stringify(entry).includes(`"${manifest.index}"`)) return undefined;
  const parts = new Map<string, Promise<readonly WordFamily[] | undefined>>();
  const loaded = new Map<string, readonly WordFamily[]>();
  let list = openWordList([]);
  const loadPart = async (name: string): Promise<boolean> => {
    const reading = parts.get(name) ?? readPart(read, bundle + manifest.parts[name]);
    parts.set(name, reading);
    const families = await reading;
    if (families === undefined) parts.delete(name);
    else if (!loaded.has(name)) {
      loaded.set(name, families);
      list = openWordList([...loaded.values()].flat());
    }
    return families !== undefined;
  };
  const real = new Map<number, Uint8Array>();
  // A list in one file is wanted by every query.
  if (Object.hasOwn(manifest.parts, '')) await loadPart('');
  return {
    manifest,
    get list() {
      return list;
    },
    async load(words) {
      const wanted = new Set(words.map((word) => partOf(manifest, word)).filter((name) => name !== undefined));
      const all = await Promise.all([...wanted].map(loadPart));
      return all.every((isThere) => isThere);
    },
    async loadReal(bases) {
      const fields = new Set(bases.map(fieldOf));
      await Promise.all(
        [...fields].map(async (field) => {
          const name = manifest.real[field];
          if (real.has(field) || name === undefined) return;
          const bits = await readBits(read, bundle + name);
          if (bits !== undefined) real.set(field, bits);
        }),
      );
    },
    isBase(word) {
      const bits = real.get(fieldOf(word));
      return bits !== undefined && isPacked(word, bits);
    },
  };
}

async function readPart(read: ReadFile, address: string): Promise<readonly WordFamily[] | undefined> {
  try {
    const response = await read(address);
    return response.ok ? parsePart(await response.text()) : undefined;
  } catch {
    return undefined;
  }
}

async function readBits(read: ReadFile, address: string): Promise<Uint8Array | undefined> {
  try {
    const response = await read(address);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
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
