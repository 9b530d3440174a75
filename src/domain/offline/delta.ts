// A delta tells how new bytes are put together from old ones: a row of steps, each three numbers and perhaps bytes.
//   copy start, copy length, insert length, then as many bytes as are inserted
// Numbers are written seven bits a byte, low ones first, the highest bit saying that more follow.

/** Old bytes are looked up by pieces of this length. */
const pieceBytes = 32;
/** Factor of the rolling hash, odd and large; arithmetic is modulo 2^32. */
const factor = 0x9e3779b1 | 0;
const factorAtPiece = power(factor, pieceBytes - 1);

/** The steps that make `after` from `before`. Time grows with the sum of both lengths. */
export function makeDelta(before: Uint8Array, after: Uint8Array): Uint8Array {
  const places = indexPieces(before);
  const out: number[] = [];
  let done = 0;
  let copy = { start: 0, bytes: 0 };
  const step = (insertTo: number): void => {
    pushNumber(out, copy.start);
    pushNumber(out, copy.bytes);
    pushNumber(out, insertTo - done);
    for (let at = done; at < insertTo; at += 1) out.push(after[at] as number);
  };
  let hash = hashOf(after, 0);
  for (let at = 0; at + pieceBytes <= after.byteLength;) {
    const place = places.get(hash);
    const match = place === undefined ? 0 : sameBytes(before, place, after, at);
    if (place === undefined || match < pieceBytes) {
      hash = roll(hash, after, at);
      at += 1;
      continue;
    }
    // What stands before the piece may be the same too.
    let back = 0;
    while (back < at - done && back < place && before[place - back - 1] === after[at - back - 1]) back += 1;
    step(at - back);
    copy = { start: place - back, bytes: match + back };
    at += match;
    done = at;
    hash = hashOf(after, at);
  }
  step(after.byteLength);
  return Uint8Array.from(out);
}

/**
 * The parts of the new bytes, in order, as pieces of `before` and of `delta`.
 * @throws RangeError where the delta is cut short or reaches beyond `before`
 */
export function applyDelta(
  before: Uint8Array<ArrayBuffer>,
  delta: Uint8Array<ArrayBuffer>,
): readonly Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  const take = (): number => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = delta[at];
      if (byte === undefined) throw new RangeError('a delta is cut short');
      at += 1;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < delta.byteLength) {
    const [start, copied, inserted] = [take(), take(), take()];
    if (start + copied > before.byteLength || at + inserted > delta.byteLength)
      throw new RangeError('a delta reaches beyond its bytes');
    parts.push(before.subarray(start, start + copied), delta.subarray(at, at + inserted));
    at += inserted;
  }
  return parts;
}

function indexPieces(bytes: Uint8Array): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let at = 0; at + pieceBytes <= bytes.byteLength; at += pieceBytes) {
    const hash = hashOf(bytes, at);
    if (!places.has(hash)) places.set(hash, at);
  }
  return places;
}

function sameBytes(before: Uint8Array, place: number, after: Uint8Array, at: number): number {
  let same = 0;
  while (
    place + same < before.byteLength &&
    at + same < after.byteLength &&
    before[place + same] === after[at + same]
  ) {
    same += 1;
  }
  return same;
}

function hashOf(bytes: Uint8Array, start: number): number {
  let hash = 0;
  for (let at = start; at < start + pieceBytes && at < bytes.byteLength; at += 1) {
    hash = (Math.imul(hash, factor) + (bytes[at] as number)) | 0;
  }
  return hash;
}

/** The hash of the piece one byte further on than the one at `start`. */
function roll(hash: number, bytes: Uint8Array, start: number): number {
  const without = hash - Math.imul(bytes[start] as number, factorAtPiece);
  return (Math.imul(without, factor) + (bytes[start + pieceBytes] ?? 0)) | 0;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let count = 0; count < exponent; count += 1) result = Math.imul(result, base);
  return result;
}

function pushNumber(out: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    out.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  out.push(rest);
}
