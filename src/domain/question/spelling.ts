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
    return slip && right.length >= shortestWithSlip && !/\d/.test(right + folded) && isOneSlip(folded, right);
  });
}

/** Whether two different texts are one edit or one exchange of neighbours apart. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const restA = a.slice(from);
  const restB = b.slice(from);
  if (restA.length > restB.length) return restA.slice(1) === restB;
  if (restA.length < restB.length) return restA === restB.slice(1);
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
