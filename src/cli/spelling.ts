import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isSystemFile } from '#content/files/system-file.ts';
import { lintWordList, readWordList, wordListFile } from '#content/word-list.ts';
import type { FaultName } from '#domain/fault/names.ts';
import { suggest } from '#domain/suggestion.ts';
import { isKnownWithEnding } from '#domain/reading/word-form.ts';
import { openIndonesianWords } from '#release/search/indonesian-words.ts';

// npm run spelling: words in content/ that neither the dictionary nor the house's own list knows. Speaks to authors, so in
// Indonesian. cspell finds them by cspell.json, which editors understand too; endings such as -nya are judged here.

const unknownWord: FaultName = 'kata-tidak-dikenal';
const list = readFileSync(wordListFile, 'utf8');
const own = readWordList(list);
const inDictionary = await openIndonesianWords();
const knows = (word: string): boolean => inDictionary(word) || own.has(word);

const unknown = findUnknown().filter(({ word }) => !isKnownWithEnding(word, knows));
const suggestions = suggestFor(new Set(unknown.map(({ word }) => word)));
const problems = [
  ...lintWordList(list).map(
    ({ file, line, column, name, message }) => `${file}:${line}:${column}  ${name}: ${message}`,
  ),
  ...unknown.map(
    ({ place, word }) => `${place}  ${unknownWord}: "${word}" tidak ada di kamus.${suggestions.get(word)}`,
  ),
];
for (const problem of problems) console.log(problem);
if (unknown.length > 0) {
  console.log(`Perbaiki ejaannya. Bila katanya benar, tambahkan ke ${wordListFile}: satu kata satu baris, urut abjad.`);
}
console.log(problems.length === 0 ? 'Ejaan: tidak ada kesalahan.' : `Ejaan: ${problems.length} kesalahan.`);
if (problems.length > 0) process.exitCode = 1;

/** Every word that cspell does not know, and where it stands. */
function findUnknown(): { readonly place: string; readonly word: string }[] {
  const template = ['--issue-template', '$filename:$row:$col\t$text'];
  const words = [join('node_modules', 'cspell', 'bin.mjs'), 'lint', '--no-progress', '--no-summary', '--no-color'];
  const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words, ...template], options);
  // It ends with 1 as well when it found no file.
  if (status !== 0 && stdout === '') throw new Error(`cspell could not check content/.\n${stderr}`);
  return stdout.split('\n').flatMap((line) => {
    const [place, word] = line.split('\t');
    return place === undefined || word === undefined ? [] : { place: place.replaceAll('\\', '/'), word };
  });
}

/** For each word a sentence with the nearest correct one that authors used elsewhere, or an empty text. */
function suggestFor(words: ReadonlySet<string>): ReadonlyMap<string, string> {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:mdx|yaml)$/.test(name) && !isSystemFile(basename(name)),
  );
  const texts = files.map((name) => readFileSync(join('content', name), 'utf8').toLowerCase());
  const used = [...new Set(texts.flatMap((text) => text.match(/\p{L}{3,}/gu) ?? []))].filter(inDictionary);
  return new Map([...words].map((word) => [word, suggest(word, used)]));
}
