import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packWords } from '#domain/search/real-words.ts';
import { readIndonesianBases, readSpokenWords } from './indonesian-bases.ts';

/** Writes the words of the language, one file for each first letter; answers their names by letter. The same for every site. */
export async function writeRealWords(folder: string): Promise<Readonly<Record<string, string>>> {
  const words = new Set([...(await readIndonesianBases()), ...(await readSpokenWords())]);
  const files: Record<string, string> = {};
  for (const [letter, group] of Map.groupBy([...words].sort(), (word) => word.slice(0, 1))) {
    if (!/^[a-z]$/.test(letter)) continue;
    const bits = packWords(group);
    files[letter] = `kata.${createHash('sha256').update(bits).digest('hex').slice(0, 12)}.bin`;
    await writeFile(join(folder, files[letter]), bits);
  }
  return files;
}
