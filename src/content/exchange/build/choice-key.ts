import { parseNumber } from '#domain/number.ts';
import { readTruth } from './truth.ts';

/** A place (from 0) among the choices, or why the key names none (Indonesian). */
export type ChoiceKey = { readonly at: number; readonly note?: string } | { readonly refused: string };

/**
 * Which choice a key names: its number (`2`, of the column `choice_2`), its letter (`B`) or its text. `choices` holds empty texts
 * where a column is empty. A key that names one choice by number and another by text is refused.
 */
export function readChoiceKey(written: string, choices: readonly string[]): ChoiceKey {
  const key = written.trim();
  const byName = /^(?:choice|pilihan)[_ ]?(\d{1,2})$/i.exec(key)?.[1];
  if (byName !== undefined) return present(Number(byName) - 1, key, choices);
  const byNumber = /^\(?(\d{1,2})[.)]?$/.exec(key)?.[1];
  const byLetter = /^\(?([a-z])[.)]?$/i.exec(key)?.[1];
  const place = placeOf(byNumber, byLetter, choices.length);
  const same = choices.flatMap((text, at) => (text !== '' && isSame(text, key) ? [at] : []));
  const [byText] = same;
  if (same.length > 1) return { refused: `kunci "${key}" sama dengan lebih dari satu pilihan. Tulis nomornya.` };
  if (place === undefined) {
    return byText === undefined
      ? { refused: `kunci "${key}" bukan nomor, huruf, atau isi salah satu pilihan. Tulis nomor kolomnya, misalnya 2.` }
      : { at: byText, note: `kunci "${key}" dibaca sebagai isi pilihan nomor ${byText + 1}` };
  }
  if (byText !== undefined && byText !== place) {
    const named = choices[place] ?? '';
    const other = named === '' ? '' : ` (${named})`;
    return {
      refused: `kunci "${key}" bisa berarti pilihan nomor ${place + 1}${other} atau pilihan yang isinya "${choices[byText]}". Tulis choice_${place + 1} atau choice_${byText + 1}.`,
    };
  }
  const byWord = byLetter === undefined ? -1 : truthAt(byLetter, choices);
  if (byWord !== -1 && byWord !== place) {
    return {
      refused: `kunci "${key}" bisa berarti pilihan nomor ${place + 1} (${choices[place]}) atau "${choices[byWord]}". Tulis choice_${place + 1} atau choice_${byWord + 1}.`,
    };
  }
  const found = present(place, key, choices);
  if ('refused' in found || key === String(place + 1)) return found;
  return { ...found, note: `kunci "${key}" dibaca sebagai pilihan nomor ${place + 1}: ${choices[place]}` };
}

/** Undefined beyond the last column: `20` can only be the text of a choice. */
function placeOf(number: string | undefined, letter: string | undefined, count: number): number | undefined {
  if (number === undefined && letter === undefined) return undefined;
  const place =
    number === undefined ? (letter ?? '').toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) : Number(number) - 1;
  return place < count ? place : undefined;
}

/** Where the word stands that a letter shortens: `B` among Benar and Salah. */
function truthAt(letter: string, choices: readonly string[]): number {
  const meant = readTruth(letter);
  if ('refused' in meant) return -1;
  return choices.findIndex((text) => {
    const said = readTruth(text);
    return text.length > 1 && 'value' in said && said.value === meant.value;
  });
}

function present(at: number, key: string, choices: readonly string[]): ChoiceKey {
  const filled = choices.flatMap((text, place) => (text === '' ? [] : [place + 1]));
  if ((choices[at] ?? '') !== '') return { at };
  return { refused: `kunci "${key}" bukan nomor pilihan yang terisi (${filled.join(', ')}).` };
}

/** The same words, or the same number in another writing. */
function isSame(a: string, b: string): boolean {
  if (fold(a) === fold(b)) return true;
  const [numberA, numberB] = [parseNumber(a), parseNumber(b)];
  return 'value' in numberA && 'value' in numberB && numberA.value === numberB.value;
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
