import { editDistance } from '#domain/edit-distance.ts';

/** Dashes and minus signs, one for another. */
const dash = '[-\\u2010-\\u2015\\u2212]';

/** A telephone number in groups: its dashes only help the eye. */
const telephone = new RegExp(`(?<!\\d)(?:\\+?62|0)\\d{0,4}(?:\\s*${dash}\\s*\\d{2,})+`, 'g');

/** What stands between two numbers, and the minus before one. */
const reckoning = new RegExp(`(?<=\\d)\\s*${dash}\\s*(?=\\d)|(?<![\\p{L}\\d])${dash}(?=(?:rp\\.?\\s*)?\\d)`, 'gu');

/**
 * A text as it is compared: case, spaces, hyphens between words, quotation marks and a closing full stop do not count. What
 * makes another number does: the minus before it, a dash between two, a raised digit, the blank of `1 1/2`. `m²` is what
 * phones write `m2`.
 */
export function foldSpelling(text: string): string {
  return text
    .replace(/(?<=\d)(?=[\u00bc-\u00be\u2150-\u215e])/g, ' ')
    .replace(/(?<=\d)[\u00b2\u00b3\u00b9\u2070-\u2079]+/g, '^$&')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\u2044', '/')
    .replace(/(?<=\d)\s+(?=\d+\/\d)/g, '+')
    .replace(telephone, (grouped) => (grouped.replace(/\D/g, '').length < 8 ? grouped : grouped.replace(/[^\d+]/g, '')))
    .replace(reckoning, '\u2212')
    .replace(/[-\u2010-\u2015'"\u2018-\u201d`\s]/g, '')
    .replace(/[.!?]+$/, '');
}

/** Shortest text in which a slip is forgiven: in `kas` one letter more makes another word. */
const shortestWithSlip = 5;

/**
 * Whether `text` is one of the accepted ones. With `slip`, one letter may be missing, added, wrong or have changed places
 * with its neighbour, in texts of five signs and more; never in one with digits, where a slip is another number.
 */
export function isAccepted(text: string, accepted: readonly string[], slip: boolean): boolean {
  const folded = foldSpelling(text);
  return accepted.some((it) => {
    const right = foldSpelling(it);
    if (folded === right) return true;
    return (
      slip && right.length >= shortestWithSlip && !/\d/.test(right + folded) && editDistance(folded, right, 1) === 1
    );
  });
}
