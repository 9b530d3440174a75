import { editDistance } from '#domain/edit-distance.ts';
import { possibleBases } from './affixes.ts';
import type { SiteWord, WordList } from './word-list.ts';

/** A known word that an unknown one may have been meant as. */
export interface Candidate {
  readonly known: SiteWord;
  /** From 1 (the same sounds) downwards. */
  readonly weight: number;
}

const candidateLimit = 3;
const shortWord = 4;
const weights = {
  sameSounds: 0.95,
  message: 0.8,
  oneSlip: 0.7,
  shortMessage: 0.6,
  slipInBase: 0.5,
  twoSlips: 0.45,
} as const;

/**
 * Known words that a folded unknown word may be a slip of, best first, at most three: the same word in old spelling or
 * with doubled letters, its consonants as in a text message, one slip (letter too much, too little, wrong, or two that
 * changed places), two slips from 8 letters on, or one slip in the base of a form.
 */
export function spellingCandidates(word: string, list: WordList): readonly Candidate[] {
  if (word.length < 3 || !/^\p{L}+$/u.test(word)) return [];
  const signs = [...new Set([word, word.slice(1), sounds(word)].map((it) => it.slice(0, 1)))];
  const known = signs.flatMap((sign) => list.beginningWith(sign));
  const found = best(known, (it) => weigh(word, it));
  if (found.length > 0) return found;
  const bases = possibleBases(word).filter((base) => base !== word && base.length >= 4);
  return best(
    bases.flatMap((base) => list.beginningWith(base.slice(0, 1))),
    (it) => (it.length >= 4 && bases.some((base) => editDistance(base, it, 1) === 1) ? weights.slipInBase : 0),
  );
}

/** What old and new spelling of a folded word, and letters held too long, have in common. */
export function sounds(word: string): string {
  return word
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/nj/g, 'ny')
    .replace(/sj/g, 'sy')
    .replace(/ph|v/g, 'f')
    .replace(/(.)\1+/gu, '$1');
}

function weigh(word: string, known: string): number {
  if (known.length < 3) return 0;
  if (sounds(word) === sounds(known)) return weights.sameSounds;
  const isLonger = known.length > word.length;
  if (isLonger && isShortened(word) && consonants(word) === consonants(known)) return weights.message;
  // Of so few letters every other word is made; only what was left out, or changed places, is likely a slip.
  if (word.length <= shortWord && !isLonger && !hasSameLetters(word, known)) return 0;
  if (word.length < 4 && known.length < 4) return 0;
  const limit = word.length >= 8 && known.length >= 7 ? 2 : 1;
  const apart = editDistance(word, known, limit);
  if (apart === 1) return weights.oneSlip;
  if (isShortened(word) && word.length >= 4 && lacksOne(word, consonants(known))) return weights.shortMessage;
  return apart === 2 && limit === 2 ? weights.twoSlips : 0;
}

function best(known: readonly SiteWord[], weigh: (word: string) => number): readonly Candidate[] {
  const weighed = known.map((it) => ({ known: it, weight: weigh(it.word) })).filter(({ weight }) => weight > 0);
  const sorted = weighed.sort((a, b) => b.weight - a.weight || b.known.rank - a.known.rank);
  const seen = new Set<string>();
  // Forms of one base find the same pages.
  const distinct = sorted.filter(({ known }) => !seen.has(known.base) && seen.add(known.base));
  const heaviest = distinct[0]?.weight ?? 0;
  return distinct.filter(({ weight }) => weight >= heaviest * 0.6).slice(0, candidateLimit);
}

/** Whether a word has so few vowels that it may be written as in a text message. */
export function isShortened(word: string): boolean {
  return (word.match(/[aeiou]/g)?.length ?? 0) <= Math.floor(word.length / 4);
}

/** Whether a word is the consonants of another but for one, as `brgkt`. */
function lacksOne(word: string, whole: string): boolean {
  return consonants(word).length === whole.length - 1 && editDistance(consonants(word), whole, 1) === 1;
}

/** The first letter and all consonants of a word. */
export function consonants(word: string): string {
  return word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, '');
}

function hasSameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}
