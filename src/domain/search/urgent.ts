import { editDistance } from '#domain/edit-distance.ts';
import { possibleBases } from '#domain/search/words/affixes.ts';
import { isFunctionWord } from '#domain/search/words/function-words.ts';
import { splitRunTogether } from '#domain/search/words/run-together.ts';
import { consonants, isShortened, sounds } from '#domain/search/words/spelling.ts';
import { queryWords } from '#domain/search/words/text.ts';

/** A need that must not wait, and what people type for it. */
export interface UrgentNeed {
  readonly id: string;
  readonly typed: readonly string[];
}

/** Finds the needs that a query speaks of, most telling first. */
export interface UrgentNeeds {
  /** `isWord` tells words that are no slip of another one. */
  find(query: string, isWord: (word: string) => boolean): readonly string[];
  /** The needs for which just these words are typed, in any order. */
  claiming(phrase: string): readonly string[];
  /** The words of a query that can only be told with `isWord`. */
  unclear(query: string): readonly string[];
}

const mostNeeds = 2;

/** Shortest words in which a slip, and two, are seen: in shorter ones every other word is one slip away. */
const oneSlipFrom = 5;
const twoSlipsFrom = 9;

/** Shorter words are built on nothing. */
const shortestBuilt = 5;

/** Little words that turn what is said round: `tidak dibayar`, `ingin mati`. By the word that stands for them. */
const turning: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tidak:
      'tidak tdk tak g gk gak ga nggak ngga enggak kagak ndak belum blm ora ra durung urung mboten tanpa jangan dilarang no not',
    ingin: 'ingin mau pengen pengin kepengen kepengin kepingin pgen pingin pngen pgn pengn arep want',
  }).flatMap(([one, all]) => all.split(' ').map((word) => [word, one] as const)),
);

/** `alike`: words that say the same here, `gaji` and `upah`. Of a word with `=` before it, other forms do not count. */
export function openUrgentNeeds(needs: readonly UrgentNeed[], alike: readonly (readonly string[])[]): UrgentNeeds {
  const standsFor = new Map(alike.flatMap((group) => group.map((word) => [word, group[0] ?? word] as const)));
  const wordsOf = (phrase: string): ReadonlySet<string> =>
    new Set(markedWords(phrase).map((word) => standsFor.get(word) ?? word));
  const phrases = needs.flatMap(({ id, typed }) => typed.map((phrase) => ({ id, words: wordsOf(phrase) })));
  const vocabulary = new Map<string, string>();
  for (const word of [...standsFor.keys(), ...phrases.flatMap(({ words }) => [...words])]) {
    vocabulary.set(word.replace('=', ''), standsFor.get(word) ?? word);
  }
  const byForm = groupByForm([...standsFor.keys(), ...phrases.flatMap(({ words }) => [...words])], standsFor);
  const known = (word: string): ReadonlySet<string> =>
    new Set([word, ...formsOf(word)].flatMap((form) => [...(byForm.get(form) ?? [])]));
  const meant = (word: string): ReadonlySet<string> =>
    new Set([...vocabulary].flatMap(([it, one]) => (isSlipOf(word, it) ? [one] : [])));
  const read = (query: string): readonly string[] =>
    telling(queryWords(query)).flatMap((word) =>
      known(word).size > 0 ? [word] : telling(splitRunTogether(word, (piece) => vocabulary.has(piece)) ?? [word]),
    );
  return {
    find(query, isWord) {
      const asked = read(query).map((word) => {
        const found = known(word);
        return found.size > 0 || isWord(word) ? found : meant(word);
      });
      const best = new Map<string, number>();
      for (const { id, words } of phrases) {
        const isAsked = [...words].every((word) => asked.some((found) => found.has(word)));
        if (isAsked) best.set(id, Math.max(best.get(id) ?? 0, words.size));
      }
      const most = Math.max(0, ...best.values());
      return [...best]
        .filter(([, count]) => count === most)
        .map(([id]) => id)
        .slice(0, mostNeeds);
    },
    claiming(phrase) {
      const sought = wordsOf(phrase);
      const same = phrases.filter(
        ({ words }) => words.size === sought.size && [...words].every((word) => sought.has(word)),
      );
      return [...new Set(same.map(({ id }) => id))];
    },
    unclear: (query) => read(query).filter((word) => word.length >= 3 && known(word).size === 0),
  };
}

/** By form that a query may use: the words of the needs that it stands for. */
function groupByForm(
  words: readonly string[],
  standsFor: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const byForm = new Map<string, Set<string>>();
  for (const word of words) {
    const bare = word.replace('=', '');
    const forms = word === bare ? [bare, ...formsOf(bare)] : [`=${bare}`];
    for (const form of forms) byForm.set(form, (byForm.get(form) ?? new Set()).add(standsFor.get(word) ?? word));
  }
  return byForm;
}

/** What two forms of one word have in common; with `=` the form itself. */
function formsOf(word: string): readonly string[] {
  if (turning.has(word)) return [];
  const bases = word.length >= shortestBuilt ? possibleBases(word).filter((base) => base.length >= 4) : [word];
  return [`=${word}`, ...bases];
}

/** The words of a phrase as it is written in `content/answers.yaml`. */
function markedWords(phrase: string): readonly string[] {
  const exact = new Set(phrase.split(/\s+/).filter((word) => word.startsWith('=')));
  return telling(queryWords(phrase)).map((word) => (exact.has(`=${word}`) ? `=${word}` : word));
}

/** The words that say what a text is about, and what turns them round. */
function telling(words: readonly string[]): readonly string[] {
  const left = words
    .map((word) => turning.get(word) ?? word)
    .filter((word) => turning.has(word) || !isFunctionWord(word));
  return left.length > 0 ? left : words;
}

function isSlipOf(word: string, known: string): boolean {
  if (word.length < 3 || turning.has(known)) return false;
  if (sounds(word) === sounds(known)) return true;
  const isMessage = isShortened(word) || !/[aeiou]/.test(word.slice(1, -1));
  if (word.length < known.length && isMessage && consonants(word) === consonants(known)) return true;
  const limit = Math.min(word.length, known.length) >= twoSlipsFrom ? 2 : known.length >= oneSlipFrom ? 1 : 0;
  return limit > 0 && editDistance(word, known, limit) <= limit;
}
