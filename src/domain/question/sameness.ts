import { parseNumber } from '#domain/number.ts';

/**
 * What a text says, for comparing it with another: the same for two writings that differ in blanks, bold and italics, quotation
 * and closing marks, capitals at the beginning of words or throughout, and in how a number is grouped. Everything else carries
 * meaning and stays: digits, signs of reckoning and of comparing, currencies, percent, brackets, raised digits, capitals
 * inside a word (kB).
 */
export function meaningOf(text: string): string {
  const plain = withoutMarks(text)
    // Raised digits stay what they are: 5² is not 52.
    .replace(/[^\p{No}]+/gu, (run) => run.normalize('NFKC'))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<=\p{L})[-'\u2019](?=\p{L})/gu, ' ')
    .trim();
  const parts = plain.match(/\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}[\p{L}\p{M}]*|\S/gu) ?? [];
  const told = parts.filter((part) => !silent.test(part)).map(partMeaning);
  return told.length === 0 ? plain : told.join(' ');
}

/**
 * How two offered texts are compared under a prompt. Where writing itself is asked about ("Mana penulisan yang benar?"),
 * every sign counts.
 */
export function comparerFor(prompt: string): (text: string) => string {
  return /\b(?:huruf|ejaan|kapital|(?:penulisan|menulis|ditulis|tertulis|tulisan)|tanda baca|singkatan|lambang|simbol)\b/i.test(
    prompt,
  )
    ? (text) => text.trim()
    : meaningOf;
}

/** Signs between words that say nothing by themselves; inside a number they are part of it. */
const silent = /^[.,;:!?…"'`\u00ab\u00bb\u2018-\u201f]$/u;

/** Bold, italics and code go; a star between two numbers, or with blanks around it, multiplies. */
function withoutMarks(text: string): string {
  return text
    .replace(/[_`]+/g, '')
    .replace(
      /(?<=\s)(\*+)(?=\s)|(?<=[\p{N})])(\*+)(?=[\p{N}(])|\*+/gu,
      (_stars, apart = '', between = '') => apart + between,
    );
}

/** A number by its value, a word without its capitals. */
function partMeaning(part: string): string {
  if (/^\p{Nd}/u.test(part)) {
    const parsed = part.length > 15 ? undefined : parseNumber(part);
    return parsed !== undefined && 'value' in parsed ? String(parsed.value) : part;
  }
  return /^(?:\p{Lu}?[^\p{Lu}]*|\p{Lu}+)$/u.test(part) ? part.toLowerCase() : part;
}
