import { type Fault, faultIn } from '#domain/lint/fault.ts';

/** Correct words that no dictionary has: names of people and places, words of work and of the village. */
export const wordListFile = 'content/words.txt';

/** The words of the list's text, in lower case; lines that begin with # say something about it. */
export function readWordList(text: string): ReadonlySet<string> {
  return new Set(entriesOf(text).map(({ word }) => word.toLowerCase()));
}

/** The list stays easy to look through: one word a line, each once, in the order of the alphabet. */
export function lintWordList(text: string): readonly Fault[] {
  const entries = entriesOf(text);
  return entries.flatMap(({ word, line }, at) => {
    const before = entries[at - 1]?.word;
    const order = before === undefined ? -1 : before.localeCompare(word, 'id', { sensitivity: 'base' });
    const problem = !/^[\p{L}-]+$/u.test(word)
      ? 'bukan satu kata. Tulis satu kata di tiap baris.'
      : order === 0
        ? 'sudah ada di baris sebelumnya. Hapus salah satu.'
        : order > 0
          ? `tidak urut abjad. Pindahkan ke atas "${before}".`
          : undefined;
    if (problem === undefined) return [];
    const message = `"${word}" ${problem}`;
    return [faultIn(wordListFile, { line, column: 1 }, 'daftar-kata-salah', message)];
  });
}

function entriesOf(text: string): readonly { readonly word: string; readonly line: number }[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    const word = line.trim();
    return word === '' || word.startsWith('#') ? [] : { word, line: at + 1 };
  });
}
