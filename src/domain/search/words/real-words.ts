import { possibleBases } from './affixes.ts';

/** Tells bases of the language, whether a site has them or not. */
export type IsBase = (word: string) => boolean;

/** Bits that one word takes: with eight marks each, three words in a thousand that are none are taken for one. */
const bitsPerWord = 12;
const marks = 8;

/** No base that is shorter tells that a longer word is real: of three letters nearly every slip makes one. */
const shortestBase = 4;

/** Bases of the language, packed: a bit field that tells of every word in it, and of hardly any other, that it is in it. */
export function packWords(words: readonly string[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil((words.length * bitsPerWord) / 8) + 1);
  for (const word of words) {
    for (const at of placesOf(word, bits.length * 8)) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bits;
}

export function isPacked(word: string, bits: Uint8Array): boolean {
  return (
    bits.length > 0 && placesOf(word, bits.length * 8).every((at) => ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0)
  );
}

/** Whether a word is one of the language: a base, or built on one by its grammar. */
export function isReal(word: string, isBase: IsBase): boolean {
  return realBases(word).some(isBase);
}

/** Words are kept apart in so many fields, so that a phone brings those alone that it asks. */
export const fieldCount = 64;

/** The field that tells of a word. */
export function fieldOf(word: string): number {
  return hash(word, 0x9747b28c) % fieldCount;
}

/** What must be looked up to tell whether a word is real: itself and what it may be built on. */
export function realBases(word: string): readonly string[] {
  return /^[a-z]{3,}$/.test(word) ? possibleBases(word).filter((it) => it === word || it.length >= shortestBase) : [];
}

/** Places in the field, from two hashes of the word (FNV-1a, and the same from its end). */
function placesOf(word: string, size: number): number[] {
  const first = hash(word, 0x811c9dc5);
  const second = hash(word, 0x01000193) | 1;
  return Array.from({ length: marks }, (_, at) => ((first + Math.imul(at, second)) >>> 0) % size);
}

function hash(word: string, start: number): number {
  let value = start;
  for (let at = 0; at < word.length; at += 1) {
    value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
    value ^= value >>> 13;
  }
  return Math.imul(value, 0x5bd1e995) >>> 0;
}
