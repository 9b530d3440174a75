import { contentWords } from '#domain/search/words/function-words.ts';
import type { Term } from '#domain/search/words/term.ts';
import { tokenize } from '#domain/search/words/text.ts';

/** Whether a query asks for the thing of these names: it holds all words of one of them and hardly anything else. */
export function asksFor(terms: readonly Term[], names: readonly string[]): boolean {
  const asked = terms.map(({ word, readings }) => new Set([word, ...(readings[0]?.forms ?? [])]));
  return names.some((name) => {
    const words = contentWords(tokenize(name));
    const covered = asked.filter((forms) => words.some((word) => forms.has(word))).length;
    return (
      words.length > 0 && words.every((word) => asked.some((forms) => forms.has(word))) && covered * 2 > asked.length
    );
  });
}
