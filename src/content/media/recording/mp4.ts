/** Boxes that hold others, on the way to what is looked for. @see ISO/IEC 14496-12, section 4.2 */
const holders = new Set(['moov', 'trak', 'mdia', 'moof', 'traf']);
/** Where phones write place, time and words. */
const told = new Set(['udta', 'meta', 'uuid']);

/** Not 3GP: what it holds plays on phones alone, and not in their browsers. */
export function isMp4(bytes: Buffer): boolean {
  return /^ftyp(?!3g)/.test(bytes.subarray(4, 12).toString('latin1'));
}

/**
 * An MP4 of sound alone, with what tells of more left empty: same length, so that every place in it stays where it was. `picture`
 * where it has a film. Undefined where it is damaged.
 */
export function cleanMp4(bytes: Buffer): Buffer | 'picture' | undefined {
  const cleaned = Buffer.from(bytes);
  const tracks = new Set<string>();
  if (!walk(cleaned, 0, cleaned.length, tracks)) return undefined;
  if (tracks.has('vide')) return 'picture';
  return tracks.has('soun') ? cleaned : undefined;
}

/** False where the boxes do not fill their place. */
function walk(bytes: Buffer, from: number, to: number, tracks: Set<string>): boolean {
  let at = from;
  while (at + 8 <= to) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.subarray(at + 4, at + 8).toString('latin1');
    const end = length === 0 ? to : at + length;
    // A box of more than 4 GB (1) has no place in a short recording.
    if (end < at + 8 || end > to) return false;
    if (told.has(name)) {
      bytes.write('free', at + 4, 'latin1');
      bytes.fill(0, at + 8, end);
    } else if (name === 'hdlr') tracks.add(bytes.subarray(at + 16, at + 20).toString('latin1'));
    else if (holders.has(name) && !walk(bytes, at + 8, end, tracks)) return false;
    at = end;
  }
  return at === to;
}
