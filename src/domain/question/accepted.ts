import { editDistance } from '#domain/edit-distance.ts';

/**
 * A text as it is compared: case, spaces, hyphens between words, quotation marks and a closing full stop do not count. What
 * makes another number does: the minus before it, a dash between two, a raised digit, the blank of `1 1/2`. `m²` is what
 * phones write `m2`.
 */
export function foldSpelling(text: string): string {
  return text
    .replace(/(\d)(?=[²³¹⁰-⁹])/g, '$1^')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(\d)\s+(?=\d+\/\d)/g, '$1+')
    .replace(/(?<=\d)\s*-\s*(?=\d)|(?<![\p{L}\d])-(?=(rp\.?\s*)?\d)/gu, '➖')
    .replace(/[-'"\u2018-\u201d`\s]/g, '')
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
