/** What a built site knows of one of its words. */
export interface SiteWord {
  readonly word: string;
  readonly base: string;
  /** On how many pages, as a power of two: 0 for a base that stands on no page itself, else 1 + log2, rounded down. */
  readonly rank: number;
  /** At most four forms of the base that the index keeps apart and that together find every page; most frequent first. */
  readonly family: readonly string[];
}

/** `kata.json`: which parts the word list has, and the index it was made with. */
export interface WordListManifest {
  readonly format: 1;
  /** Name of the Pagefind index of the same build. */
  readonly index: string;
  readonly pages: number;
  /** File names by the beginning that all words of the part share. */
  readonly parts: Readonly<Record<string, string>>;
}

export const familyLimit = 4;

/** Words that can be looked up; which of them there are depends on the parts that were loaded. */
export interface WordList {
  find(word: string): SiteWord | undefined;
  /** All loaded words that begin with the same sign. */
  beginningWith(sign: string): readonly SiteWord[];
}

/** Text of one part: a head with the number of words, then one word a line. */
export function formatPart(words: readonly SiteWord[]): string {
  const lines = words.map(({ word, base, rank, family }) =>
    [word, base === word ? '' : base, rank, family.join(' ') === word ? '' : family.join(' ')].join(','),
  );
  return [`kata 1 ${words.length}`, ...lines, ''].join('\n');
}

/** Reads a part; undefined when it is damaged or cut off. */
export function parsePart(text: string): readonly SiteWord[] | undefined {
  const [head = '', ...lines] = text.split('\n');
  const count = /^kata 1 (\d+)$/.exec(head)?.[1];
  if (count === undefined || lines.length !== Number(count) + 1 || lines.at(-1) !== '') return undefined;
  const words = lines.slice(0, -1).map(parseLine);
  return words.every((word) => word !== undefined) ? words : undefined;
}

/** Reads `kata.json`; undefined when it is anything else. */
export function parseManifest(value: unknown): WordListManifest | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { format, index, pages, parts } = value as Partial<Record<keyof WordListManifest, unknown>>;
  if (format !== 1 || typeof index !== 'string' || !Number.isSafeInteger(pages) || Number(pages) < 1) return undefined;
  if (typeof parts !== 'object' || parts === null) return undefined;
  const isRight = Object.values(parts).every((name) => typeof name === 'string' && /^[\p{L}\p{N}.-]+$/u.test(name));
  return isRight ? (value as WordListManifest) : undefined;
}

/** The part that holds a word: the longest beginning that is one; undefined when no word begins so. */
export function partOf(manifest: WordListManifest, word: string): string | undefined {
  for (let length = Math.min(word.length, 4); length > 0; length -= 1) {
    const beginning = word.slice(0, length);
    if (Object.hasOwn(manifest.parts, beginning)) return beginning;
  }
  return undefined;
}

export function openWordList(parts: Iterable<readonly SiteWord[]>): WordList {
  const words = new Map<string, SiteWord>();
  const bySign = new Map<string, SiteWord[]>();
  for (const part of parts) {
    for (const word of part) {
      words.set(word.word, word);
      const sign = word.word.slice(0, 1);
      const group = bySign.get(sign);
      if (group) group.push(word);
      else bySign.set(sign, [word]);
    }
  }
  return { find: (word) => words.get(word), beginningWith: (sign) => bySign.get(sign) ?? [] };
}

function parseLine(line: string): SiteWord | undefined {
  const [word, base, rank, family, ...more] = line.split(',');
  if (!word || base === undefined || !/^\d{1,2}$/.test(rank ?? '') || family === undefined || more.length > 0) {
    return undefined;
  }
  return { word, base: base || word, rank: Number(rank), family: family === '' ? [word] : family.split(' ') };
}
