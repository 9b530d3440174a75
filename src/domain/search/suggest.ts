import { isFunctionWord } from '#domain/search/words/function-words.ts';
import { tokenize } from '#domain/search/words/text.ts';
import { beginningOf, type WordList } from '#domain/search/words/word-list.ts';

const mostSuggestions = 3;

/**
 * Queries that this one may become: its last word, not finished yet, ended by words of the site, the most frequent first and one
 * for each base. None when the word is one already.
 */
export function suggestQueries(query: string, list: WordList): readonly string[] {
  const last = /[\p{L}\p{M}]{2,}$/u.exec(query)?.[0];
  const [start, ...rest] = tokenize(last ?? '');
  if (last === undefined || start === undefined || rest.length > 0 || list.find(start) !== undefined) return [];
  const bases = new Set<string>();
  return list
    .beginningWith(beginningOf(start, 1))
    .filter(({ word, rank }) => rank > 0 && word.startsWith(start) && !isFunctionWord(word))
    .toSorted((a, b) => b.rank - a.rank || a.word.length - b.word.length)
    .filter(({ base }) => !bases.has(base) && bases.add(base))
    .slice(0, mostSuggestions)
    .map(({ word }) => query.slice(0, -last.length) + word);
}
