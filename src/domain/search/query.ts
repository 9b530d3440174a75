import { possibleBases } from '#domain/search/words/affixes.ts';
import { readAmounts } from './amount.ts';
import { contentWords, isFunctionWord } from '#domain/search/words/function-words.ts';
import { type IsBase, isReal, realBases } from '#domain/search/words/real-words.ts';
import { splitRunTogether } from '#domain/search/words/run-together.ts';
import { sounds, spellingCandidates } from '#domain/search/words/spelling.ts';
import { fold, queryLimit, queryWords } from '#domain/search/words/text.ts';
import type { Reading, Term } from '#domain/search/words/term.ts';
import { beginningOf, type SiteWord, type WordList } from '#domain/search/words/word-list.ts';

export interface QueryAnalysis {
  readonly terms: readonly Term[];
  /** The query as it was understood, when that differs by more than a form of a word. */
  readonly assumed?: string;
}

/** A sentence has fewer words of its own; every word is a search. */
const termLimit = 12;

/** A base of so many letters is in a word by grammar, hardly ever by chance. */
const surelyBase = 5;

/** The words that must be looked up first before `query` can be analysed. */
export function wordsToLookUp(query: string): readonly string[] {
  const words = contentWords(queryWords(query));
  return [...words, ...joinedPairs(words).map(({ whole }) => whole)];
}

/**
 * The words that must be looked up for those of `query` that `list` does not hold: their bases, and beginnings of what they
 * may have been meant as.
 */
export function furtherWords(query: string, list: WordList): readonly string[] {
  return unknownWords(query, list).flatMap((word) => {
    const [first = '', second = '', third = ''] = word;
    if (second === '') return [];
    const vowels = /[aeiou]/.test(second) ? [] : [...'aeiou'].map((vowel) => first + vowel);
    const ends = Array.from({ length: Math.max(0, word.length - 5) }, (_, at) => word.slice(at + 3));
    return [...possibleBases(word), sounds(word), second + first, second + third, first + third, ...vowels, ...ends];
  });
}

/** What must be looked up among the bases of the language to tell slips in `query` from words that the site lacks. */
export function basesToLookUp(query: string, list: WordList): readonly string[] {
  return unknownWords(query, list).flatMap((word) => {
    const known = knownForm(word, list);
    if (known !== undefined) return isFormOf(word, known) ? [] : [word];
    const isLikeKnown = spellingCandidates(word, list).length > 0 || splitKnown(word, list) !== undefined;
    return isLikeKnown ? realBases(word) : [];
  });
}

function unknownWords(query: string, list: WordList): readonly string[] {
  return contentWords(queryWords(query)).filter((word) => list.find(word) === undefined);
}

/**
 * What a query asks for, given what the site has. Any text is a query; one without words has no terms. A word of the language
 * stays what it is, also where the site does not have it.
 */
export function analyseQuery(query: string, list: WordList, isBase: IsBase = () => false): QueryAnalysis {
  const { amounts, rest } = readAmounts(query.slice(0, queryLimit));
  const asked = queryWords(rest);
  const words = asked.length === 0 ? [] : joinWords(contentWords(asked), list);
  const read = words.map((word) => ({ word, ...readWord(word, { asked, list, isBase }) }));
  const meant = read.filter(({ correction }) => correction === undefined || !isFunctionWord(correction));
  const kept = (meant.length > 0 ? meant : read).slice(0, termLimit);
  const corrections = new Map(
    kept.flatMap(({ word, correction }) => (correction === undefined ? [] : [[word, correction] as const])),
  );
  const terms = [...amounts, ...kept.flatMap((it) => it.terms)].slice(0, termLimit);
  return corrections.size === 0 ? { terms } : { terms, assumed: correct(query, corrections) };
}

/** A query word by word as it stands; `list` tells which of them the site has. */
export function literalTerms(query: string, list?: WordList): readonly Term[] {
  return contentWords(queryWords(query))
    .slice(0, termLimit)
    .map((word) => ({ word, readings: [{ forms: [word], weight: 1, known: (list?.find(word)?.rank ?? 0) > 0 }] }));
}

interface Known {
  /** All words of the query. */
  readonly asked: readonly string[];
  readonly list: WordList;
  readonly isBase: IsBase;
}

function readWord(
  word: string,
  { asked, list, isBase }: Known,
): { readonly terms: readonly Term[]; readonly correction?: string } {
  const known = list.find(word) ?? knownForm(word, list);
  // What is a base itself is no form of a shorter one: `selada` is no `lada`.
  if (known && (known.word === word || isFormOf(word, known) || !isBase(word)))
    return { terms: [{ word, readings: [knownReading(known)] }] };
  const literal: Reading = { forms: [word], weight: 1, known: false };
  if (isBase(word)) return { terms: [{ word, readings: [literal], isForeign: true }] };
  // What stands in the query already was not meant a second time.
  const candidates = spellingCandidates(word, list).filter(({ known }) => !asked.includes(known.word));
  const readings = candidates.map(({ known, weight }) => ({ ...knownReading(known), weight }));
  const [first] = candidates;
  const hasDoubled = first !== undefined && sounds(word) === sounds(first.known.word);
  if (isReal(word, isBase) && !hasDoubled) {
    // Slips, too, look as if they were built on something: beside other words the likeness may help, alone it would mislead.
    return { terms: [{ word, readings: asked.length > 1 ? [literal, ...readings] : [literal], isForeign: true }] };
  }
  const pieces = splitKnown(word, list);
  if (pieces !== undefined) return { terms: termsOf(pieces, list), correction: pieces.join(' ') };
  // Still being typed: the index finds what begins so.
  const beginsKnown =
    word.length >= 3 && list.beginningWith(beginningOf(word, 1)).some((it) => it.word.startsWith(word));
  if (first === undefined || beginsKnown) return { terms: [{ word, readings: [literal, ...readings] }] };
  // The query counts as if it had been typed as it is taken.
  const taken = readings.map((reading) => ({ ...reading, weight: reading.weight / first.weight }));
  return { terms: [{ word, readings: taken }], correction: first.known.word };
}

/** Whether grammar alone tells that a word is a form of this one: by a base of some length. */
function isFormOf(word: string, known: SiteWord | undefined): boolean {
  return known !== undefined && known.word.length >= surelyBase && word !== known.word;
}

function splitKnown(word: string, list: WordList): readonly string[] | undefined {
  return splitRunTogether(word, (piece) => list.find(piece) !== undefined);
}

function termsOf(words: readonly string[], list: WordList): readonly Term[] {
  return contentWords(words).flatMap((word) => {
    const known = list.find(word);
    return known === undefined ? [] : [{ word, readings: [knownReading(known)] }];
  });
}

function knownReading({ family }: SiteWord): Reading {
  return { forms: family, weight: 1, known: true };
}

/** Two words that the site writes as one, `over stay`, are that one where the site has not both of them. */
function joinWords(words: readonly string[], list: WordList): readonly string[] {
  const joined = joinedPairs(words).find(
    ({ at, whole }) =>
      (list.find(whole)?.rank ?? 0) > 0 && (!list.find(words[at] ?? '') || !list.find(words[at + 1] ?? '')),
  );
  if (joined === undefined) return words;
  return [...words.slice(0, joined.at), joined.whole, ...joinWords(words.slice(joined.at + 2), list)];
}

function joinedPairs(words: readonly string[]): readonly { readonly at: number; readonly whole: string }[] {
  return words.slice(1).map((word, at) => ({ at, whole: `${words[at]}${word}` }));
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
