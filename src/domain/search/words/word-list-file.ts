import { beginningOf, type WordFamily } from './word-list.ts';

/** `kata.json`: which parts the word list has, and the index it was made with. */
export interface WordListManifest {
  readonly format: 3;
  /** Name of the Pagefind index of the same build. */
  readonly index: string;
  readonly pages: number;
  /** File names by the beginning that words of the part share; a list in one file has the beginning ''. */
  readonly parts: Readonly<Record<string, string>>;
  /** Files that tell the language's words, in the order of their fields. */
  readonly real: readonly string[];
}

/** The longest beginning that parts are told apart by, in signs. */
const longestBeginning = 4;

/**
 * The parts of a word list by the beginning of their words: one, `''`, while it is small; else by first sign, and one more for
 * a part that is too large. A family is in every part that one of its words is in.
 */
export function splitWordList(
  families: readonly WordFamily[],
  limits: { readonly whole: number; readonly part: number } = { whole: 4_000, part: 200 },
): ReadonlyMap<string, readonly WordFamily[]> {
  return families.length <= limits.whole ? new Map([['', families]]) : splitBy(families, '', limits.part);
}

function splitBy(families: readonly WordFamily[], start: string, limit: number): Map<string, readonly WordFamily[]> {
  const length = Array.from(start).length + 1;
  const within = families
    .flatMap(({ words }) => words.map(({ word }) => word))
    .filter((word) => word.startsWith(start));
  const parts = new Map<string, readonly WordFamily[]>();
  for (const beginning of new Set(within.map((word) => beginningOf(word, length)))) {
    // A word that is the beginning itself stays in the part of that name.
    const isIn = (word: string): boolean => (beginning === start ? word === start : word.startsWith(beginning));
    const part = families.filter(({ words }) => words.some(({ word }) => isIn(word)));
    if (part.length <= limit || length >= longestBeginning || beginning === start) parts.set(beginning, part);
    else for (const [name, smaller] of splitBy(part, beginning, limit)) parts.set(name, smaller);
  }
  return parts;
}

/**
 * Text of one part: a head with the number of families, one family a line, and all ranks in the order of the words, a sign each.
 * A line begins with how many signs of the base before it begins with as well, then the rest of its base, then its words; `-`
 * in a word stands for the base. So neighbours tell little twice: an eighth less to load than each by itself.
 */
export function formatPart(families: readonly WordFamily[]): string {
  const lines = families.map(({ base, words }, at) => {
    const shared = sharedBeginning(families[at - 1]?.base ?? '', base);
    const rest = Array.from(base).slice(shared).join('');
    return [shared.toString(36) + rest, ...words.map(({ word }) => word.replace(base, '-'))].join(' ');
  });
  const ranks = families.flatMap(({ words }) => words.map(({ rank }) => rank.toString(36))).join('');
  return [`kata 3 ${families.length}`, ...lines, ranks, ''].join('\n');
}

/** Reads a part; undefined when it is damaged or cut off. */
export function parsePart(text: string): readonly WordFamily[] | undefined {
  const [head = '', ...lines] = text.split('\n');
  const count = /^kata 3 (\d+)$/.exec(head)?.[1];
  if (count === undefined || lines.length !== Number(count) + 2 || lines.at(-1) !== '') return undefined;
  const ranks = lines.at(-2) ?? '';
  const families: WordFamily[] = [];
  let before: readonly string[] = [];
  let read = 0;
  for (const line of lines.slice(0, -2)) {
    if (!/^[0-9a-z][^ -]*(?: [^ ]+)+$/.test(line)) return undefined;
    const [start = '', ...tokens] = line.split(' ');
    const signs: readonly string[] = [...before.slice(0, Number.parseInt(start.charAt(0), 36)), ...start.slice(1)];
    const base = signs.join('');
    const words = tokens.map((token, at) => ({
      word: token.replace('-', base),
      rank: Number.parseInt(ranks.charAt(read + at), 36),
    }));
    if (base === '' || words.some(({ rank }) => Number.isNaN(rank))) return undefined;
    families.push({ base, words });
    before = signs;
    read += words.length;
  }
  return read === ranks.length ? families : undefined;
}

/** How many signs two words begin with alike; at most what one digit of base 36 tells. */
function sharedBeginning(a: string, b: string): number {
  const [signs, others] = [Array.from(a), Array.from(b)];
  const at = others.findIndex((sign, index) => sign !== signs[index]);
  return Math.min(35, at < 0 ? others.length : at);
}

/** Reads `kata.json`; undefined when it is anything else. */
export function parseManifest(value: unknown): WordListManifest | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { format, index, pages, parts, real } = value as Partial<Record<keyof WordListManifest, unknown>>;
  if (format !== 3 || typeof index !== 'string' || !Number.isSafeInteger(pages) || Number(pages) < 1) return undefined;
  return namesFiles(parts) && Array.isArray(real) && namesFiles(real) ? (value as WordListManifest) : undefined;
}

function namesFiles(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((name) => typeof name === 'string' && /^[a-z0-9.-]+$/.test(name));
}

/** The part that holds a word: the longest beginning that is one; undefined when no word begins so. */
export function partOf({ parts }: Pick<WordListManifest, 'parts'>, word: string): string | undefined {
  for (let length = longestBeginning; length >= 0; length -= 1) {
    const beginning = beginningOf(word, length);
    if (Object.hasOwn(parts, beginning)) return beginning;
  }
  return undefined;
}
