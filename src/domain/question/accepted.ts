import { editDistance } from '#domain/edit-distance.ts';

/** A text as it is compared: case, spaces, hyphens, quotation marks and a closing full stop do not count. */
export function foldSpelling(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
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
