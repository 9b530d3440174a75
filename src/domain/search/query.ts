import { possibleBases } from './affixes.ts';
import { contentWords, isFunctionWord } from './function-words.ts';
import { sounds, spellingCandidates } from './spelling.ts';
import { fold, queryLimit, queryWords } from './text.ts';
import type { SiteWord, WordList } from './word-list.ts';

/** One way to understand a word of a query. */
export interface Reading {
  /** What the index is asked for: forms that it keeps apart. */
  readonly forms: readonly string[];
  /** 1 for the word itself, less for what it may have been meant as. */
  readonly weight: number;
  /** True when the site is known to have the word, so that the index must find it. */
  readonly known: boolean;
}

export interface Term {
  readonly word: string;
  readonly readings: readonly Reading[];
}

export interface QueryAnalysis {
  readonly terms: readonly Term[];
  /** The query as it was understood, when that differs by more than a form of a word. */
  readonly assumed?: string;
}

/** A sentence has fewer words of its own; every word is a search. */
const termLimit = 12;

/** The words that must be looked up first before `query` can be analysed. */
export function wordsToLookUp(query: string): readonly string[] {
  return contentWords(queryWords(query));
}

/**
 * The words that must be looked up for those of `query` that `list` does not hold: their bases, and beginnings of what they
 * may have been meant as.
 */
export function furtherWords(query: string, list: WordList): readonly string[] {
  return wordsToLookUp(query).flatMap((word) => {
    if (list.find(word)) return [];
    const [first = '', second = '', third = ''] = word;
    if (second === '') return [];
    const vowels = /[aeiou]/.test(second) ? [] : [...'aeiou'].map((vowel) => first + vowel);
    return [...possibleBases(word), sounds(word), second + first, second + third, first + third, ...vowels];
  });
}

/** What a query asks for, given what the site has. Any text is a query; one without words has no terms. */
export function analyseQuery(query: string, list: WordList): QueryAnalysis {
  const read = wordsToLookUp(query).map((word) => ({ word, ...readWord(word, list) }));
  const meant = read.filter(({ correction }) => correction === undefined || !isFunctionWord(correction));
  const kept = (meant.length > 0 ? meant : read).slice(0, termLimit);
  const corrections = new Map(
    kept.flatMap(({ word, correction }) => (correction === undefined ? [] : [[word, correction] as const])),
  );
  const terms = kept.map(({ word, readings }) => ({ word, readings }));
  return corrections.size === 0 ? { terms } : { terms, assumed: correct(query, corrections) };
}

/** A query word by word as it stands; `list` tells which of them the site has. */
export function literalTerms(query: string, list?: WordList): readonly Term[] {
  return wordsToLookUp(query)
    .slice(0, termLimit)
    .map((word) => ({ word, readings: [{ forms: [word], weight: 1, known: (list?.find(word)?.rank ?? 0) > 0 }] }));
}

function readWord(word: string, list: WordList): { readings: readonly Reading[]; correction?: string } {
  const known = list.find(word) ?? knownForm(word, list);
  if (known) return { readings: [{ forms: known.family, weight: 1, known: true }] };
  const literal: Reading = { forms: [word], weight: 1, known: false };
  // Still being typed: the index finds what begins so.
  const beginsKnown = word.length >= 3 && list.beginningWith(word.slice(0, 1)).some((it) => it.word.startsWith(word));
  const candidates = spellingCandidates(word, list);
  const readings = candidates.map(({ known, weight }) => ({ forms: known.family, weight, known: true }));
  const [first] = candidates;
  if (first === undefined || beginsKnown) return { readings: [literal, ...readings] };
  // The query counts as if it had been typed as it is taken.
  const taken = readings.map((reading) => ({ ...reading, weight: reading.weight / first.weight }));
  return { readings: taken, correction: first.known.word };
}

/** Another form of the word's base that the site has. */
function knownForm(word: string, list: WordList): SiteWord | undefined {
  return possibleBases(word)
    .filter((base) => base.length >= 4 || word.length <= base.length + 3)
    .map((base) => list.find(base))
    .filter((it) => it !== undefined)
    .sort((a, b) => Number(b.base === b.word) - Number(a.base === a.word) || b.word.length - a.word.length)[0];
}

function correct(query: string, corrections: ReadonlyMap<string, string>): string {
  return query
    .slice(0, queryLimit)
    .replace(/[\p{L}\p{N}\p{M}]+/gu, (written) => corrections.get(fold(written).replace(/2$/, '')) ?? written)
    .trim();
}
