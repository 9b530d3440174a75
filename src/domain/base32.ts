/**
 * Digits and capital letters without I, L, O and U: signs that a QR code packs tightly, and that people can read out and type.
 * @see https://www.crockford.com/base32.html
 */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five bits a sign, the last one filled up with zeros. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += signs[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + signs[(held << (5 - bits)) & 31];
}

/** As somebody typed it: in small letters too, with spaces and hyphens, O for 0 and I or L for 1. Undefined when it is no such text. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const plain = text.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  const bytes = new Uint8Array((plain.length * 5) >> 3);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const sign of plain) {
    const value = signs.indexOf(sign);
    if (value === -1) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
    held &= (1 << bits) - 1;
  }
  // What is left over is filling: anything else would be a second way to write the same bytes.
  return held === 0 && bits < 5 ? bytes : undefined;
}
