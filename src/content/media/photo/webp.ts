import type { CleanedPicture } from './cleaned-picture.ts';

const headBytes = 12;
/** Of the flags of a VP8X chunk: only that it has transparency stays. */
const alphaFlag = 0x10;

/** A WebP with its picture alone; `moving` where it has frames. Undefined where it is damaged. */
export function cleanWebp(bytes: Buffer): CleanedPicture | 'moving' | undefined {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return undefined;
  const chunks: Buffer[] = [];
  let size: { readonly width: number; readonly height: number } | undefined;
  for (let at = headBytes; at + 8 <= end;) {
    const name = bytes.subarray(at, at + 4).toString('latin1');
    const length = bytes.readUInt32LE(at + 4);
    const data = bytes.subarray(at + 8, at + 8 + length);
    const next = at + 8 + length + (length % 2);
    if (next > end) return undefined;
    if (name === 'ANIM' || name === 'ANMF') return 'moving';
    if (name === 'VP8X') {
      if (length !== 10) return undefined;
      const plain = Buffer.from(bytes.subarray(at, next));
      plain[8] = (plain[8] ?? 0) & alphaFlag;
      chunks.push(plain);
    }
    if (name === 'ALPH') chunks.push(bytes.subarray(at, next));
    if (name === 'VP8 ' || name === 'VP8L') {
      if (size !== undefined) return undefined;
      size = name === 'VP8L' ? losslessSize(data) : lossySize(data);
      if (size === undefined) return undefined;
      chunks.push(bytes.subarray(at, next));
    }
    at = next;
  }
  if (size === undefined) return undefined;
  const head = Buffer.from(bytes.subarray(0, headBytes));
  head.writeUInt32LE(4 + chunks.reduce((sum, it) => sum + it.length, 0), 4);
  return { bytes: Buffer.concat([head, ...chunks]), ...size };
}

/** @see RFC 6386, section 9.1 */
function lossySize(data: Buffer): { readonly width: number; readonly height: number } | undefined {
  if (data.length < 10 || data.readUIntBE(3, 3) !== 0x9d012a) return undefined;
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
}

/** @see RFC 9649, section 3.4 */
function losslessSize(data: Buffer): { readonly width: number; readonly height: number } | undefined {
  if (data.length < 5 || data[0] !== 0x2f) return undefined;
  const bits = data.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
