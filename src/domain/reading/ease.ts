import { isLongWord } from './long-words.ts';
import { countWords, splitSentences } from './sentences.ts';

/** How easily prose reads, as far as counting can tell. */
export interface ReadingEase {
  readonly words: number;
  readonly sentences: number;
  /** Mean length of a sentence in words; 0 without sentences. */
  readonly meanWords: number;
  /** The longest sentence, its words, and which of the texts it stands in; absent without sentences. */
  readonly longest?: { readonly sentence: string; readonly words: number; readonly at: number };
  /** Long words that no term explains, in lower case, the frequent ones first. */
  readonly longWords: readonly { readonly word: string; readonly count: number }[];
  /** Their share (0–1) of all words. */
  readonly longShare: number;
}

/**
 * Measures paragraphs and list items: mean sentence length and the share of long words, the two things that classic
 * readability formulas are made of (LIX by Björnsson 1968, Gunning's Fog index). No formula with tested weights exists for
 * plain Indonesian, so the two are reported apart and not added up to a score. Not seen: whether words are familiar,
 * whether sentences follow from one another, what is said in tables and drawings. `explained` are words that a glossary
 * explains, in lower case: they are never long.
 */
export function measureReading(texts: readonly string[], explained: ReadonlySet<string> = new Set()): ReadingEase {
  const sentences = texts.flatMap((text, at) =>
    splitSentences(text).map((sentence) => ({ sentence, words: countWords(sentence), at })),
  );
  const words = sentences.reduce((sum, it) => sum + it.words, 0);
  const longest = sentences.reduce<ReadingEase['longest']>(
    (best, it) => (best === undefined || it.words > best.words ? it : best),
    undefined,
  );
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [written] of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
      const word = written.toLowerCase();
      if (!explained.has(word) && isLongWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const longWords = [...counts].map(([word, count]) => ({ word, count }));
  const long = longWords.reduce((sum, { count }) => sum + count, 0);
  return {
    words,
    sentences: sentences.length,
    meanWords: sentences.length === 0 ? 0 : words / sentences.length,
    ...(longest && { longest }),
    longWords: longWords.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1)),
    longShare: words === 0 ? 0 : long / words,
  };
}
