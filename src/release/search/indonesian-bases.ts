import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { possibleBases } from '#domain/search/words/affixes.ts';
import { tokenize } from '#domain/search/words/text.ts';
import { openDictionary } from './indonesian-words.ts';

const extension = fileURLToPath(import.meta.resolve('@cspell/dict-id-id/cspell-ext.json'));

/**
 * Every word of the dictionary that is built on no other one. A million forms take seconds to go through: the outcome is kept
 * beside the packages for as long as the dictionary is the same.
 */
export async function readIndonesianBases(): Promise<readonly string[]> {
  const { version } = JSON.parse(await readFile(join(dirname(extension), 'package.json'), 'utf8')) as {
    version: string;
  };
  const kept = join(dirname(extension), '..', '..', '.cache', 'rumah-belajar', `kata-dasar-${version}.txt`);
  if (existsSync(kept)) return (await readFile(kept, 'utf8')).split('\n');
  const bases = await findBases();
  try {
    await mkdir(dirname(kept), { recursive: true });
    await writeFile(`${kept}.${process.pid}`, bases.join('\n'));
    await rename(`${kept}.${process.pid}`, kept);
  } catch {
    // Where nothing may be written it is found anew each time.
  }
  return bases;
}

/** What people in villages say and write and no dictionary has: spoken, Javanese and English words, names of things. */
export async function readSpokenWords(): Promise<readonly string[]> {
  const text = await readFile(new URL('spoken-words.txt', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap(tokenize);
}

async function findBases(): Promise<readonly string[]> {
  const words = await openDictionary();
  const isBuilt = (word: string): boolean => {
    const bare = word.replace(/(?:ku|mu|nya|lah|kah)$/, '');
    if (bare !== word && words.has(bare)) return true;
    // A base of three letters tells nothing: it is in most words.
    return possibleBases(word).some((base) => base !== word && base.length >= 4 && words.has(base));
  };
  return [...words.words()].filter((word) => /^[a-z]{3,}$/.test(word) && !isBuilt(word));
}
