import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fieldCount, fieldOf, packWords } from '#domain/search/words/real-words.ts';
import { readIndonesianBases, readSpokenWords } from './indonesian-bases.ts';

/** Writes the words of the language in fields; answers the names of their files, in order. The same for every site. */
export async function writeRealWords(folder: string): Promise<readonly string[]> {
  const words = [...new Set([...(await readIndonesianBases()), ...(await readSpokenWords())])].sort();
  const names: string[] = [];
  for (let field = 0; field < fieldCount; field += 1) {
    const bits = packWords(words.filter((word) => fieldOf(word) === field));
    const name = `kata.${createHash('sha256').update(bits).digest('hex').slice(0, 8)}.bin`;
    await writeFile(join(folder, name), bits);
    names.push(name);
  }
  return names;
}
