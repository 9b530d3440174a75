import { crc32 } from 'node:zlib';
import type { CleanedPicture } from './cleaned-picture.ts';

const signatureBytes = 8;
/** What a picture is drawn from. Texts, profiles, times, Exif and the further frames of a moving one stay behind. */
const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'IDAT', 'IEND']);

/** A PNG with its own chunks alone. Undefined where it is damaged. */
export function cleanPng(bytes: Buffer): CleanedPicture | undefined {
  const chunks: Buffer[] = [bytes.subarray(0, signatureBytes)];
  let size: { readonly width: number; readonly height: number } | undefined;
  let hasData = false;
  for (let at = signatureBytes; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    const name = bytes.subarray(at + 4, at + 8).toString('latin1');
    if (bytes.readUInt32BE(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) return undefined;
    if ((name === 'IHDR') !== (size === undefined)) return undefined;
    if (name === 'IHDR') {
      if (end - at !== 25) return undefined;
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    hasData ||= name === 'IDAT';
    if (kept.has(name)) chunks.push(bytes.subarray(at, end));
    if (name === 'IEND') return hasData && size ? { bytes: Buffer.concat(chunks), ...size } : undefined;
    at = end;
  }
  return undefined;
}
