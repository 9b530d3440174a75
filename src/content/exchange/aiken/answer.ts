import type { AikenChoice } from './split.ts';

/** The letter that an ANSWER line names, with what was done to read it, or why it names none (Indonesian). */
type Answer = { readonly letter: string; readonly notes: readonly string[] } | { readonly refused: string };

/** Reads `B`, `(b)`, `B. Utang`, or the words of a choice alone; a letter beside other words is refused. */
export function readAnswer(given: string, choices: readonly AikenChoice[]): Answer {
  const text = given.trim();
  const [, written = '', words = ''] = /^\(?([A-Za-z])\)?(?:[.):,;]+ ?| |$)(.*)$/.exec(text) ?? [];
  const same = choices.filter((choice) => fold(choice.words) === fold(text));
  // Words may begin with a letter that stands alone: "A dan B benar".
  if (written === '' || (words !== '' && same.length > 0)) return byWords(text, same);
  const letter = written.toUpperCase();
  const named = choices.find((choice) => choice.letter === letter);
  if (named === undefined) return { refused: `jawaban ${letter} tidak ada di antara pilihan.` };
  if (words !== '' && fold(words) !== fold(named.words)) {
    return {
      refused: `baris ANSWER: "${text}" tidak cocok: pilihan ${letter} berisi "${named.words}". Tulis hurufnya saja.`,
    };
  }
  return { letter, notes: text === letter ? [] : [`baris jawaban "${text}" dibaca ${letter}`] };
}

function byWords(text: string, [same, ...more]: readonly AikenChoice[]): Answer {
  return same !== undefined && more.length === 0
    ? { letter: same.letter, notes: [`jawaban "${text}" dibaca ${same.letter}, menurut isi pilihannya`] }
    : { refused: `baris ANSWER: "${text}" tidak menyebut satu huruf pilihan. Tulis misalnya ANSWER: A.` };
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(/[.]$/, '').trim();
}
