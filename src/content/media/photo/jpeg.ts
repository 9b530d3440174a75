import type { CleanedPicture } from './cleaned-picture.ts';

// Marker segments of ISO/IEC 10918-1, annex B.
const [startOfImage, endOfImage, startOfScan, exif, adobe] = [0xd8, 0xd9, 0xda, 0xe1, 0xee];

/** A JPEG with its tables, frames and scans alone; how it is to be turned stays. Undefined where it is damaged. */
export function cleanJpeg(bytes: Buffer): CleanedPicture | undefined {
  const kept: Buffer[] = [];
  let size: { readonly width: number; readonly height: number } | undefined;
  let orientation = 1;
  let hasScan = false;
  let at = 2;
  while (at + 2 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) return hasScan && size ? finish(kept, size, orientation) : undefined;
    const end = at + 2 + (at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0);
    if (end < at + 4 || end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    if (isFrame(marker)) {
      // A second frame would have a size of its own.
      if (size !== undefined || segment.length < 10) return undefined;
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    }
    if (marker === exif) orientation = readOrientation(segment) ?? orientation;
    if (isPicture(marker) || (marker === adobe && segment.subarray(4, 9).toString('latin1') === 'Adobe')) {
      kept.push(segment);
    }
    at = end;
    if (marker !== startOfScan) continue;
    hasScan = true;
    at = endOfScan(bytes, end);
    kept.push(bytes.subarray(end, at));
  }
  return undefined;
}

function finish(
  kept: readonly Buffer[],
  { width, height }: { readonly width: number; readonly height: number },
  orientation: number,
): CleanedPicture {
  const turn = orientation === 1 ? [] : [turning(orientation)];
  const bytes = Buffer.concat([Buffer.from([0xff, startOfImage]), ...turn, ...kept, Buffer.from([0xff, endOfImage])]);
  return orientation >= 5 ? { bytes, width: height, height: width } : { bytes, width, height };
}

/** SOF0 to SOF15; DHT, JPG and DAC lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Frames, tables, restarts and scans: all that a decoder needs, and nothing that tells of anything else. */
function isPicture(marker: number): boolean {
  return isFrame(marker) || [0xc4, 0xcc, 0xdb, 0xdd, startOfScan].includes(marker);
}

/** The next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

/** Tag 0x0112 of the first directory of an Exif segment; undefined where there is none. */
function readOrientation(segment: Buffer): number | undefined {
  if (segment.subarray(4, 10).toString('latin1') !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(10);
  const order = tiff.subarray(0, 2).toString('latin1');
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return undefined;
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return undefined;
  const entries = short(directory);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** The smallest Exif segment that says nothing but how the picture is turned. */
function turning(orientation: number): Buffer {
  const directory = [0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00];
  const tiff = Buffer.from([0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, ...directory, 0x00, 0x00, 0x00, 0x00]);
  const head = Buffer.from([0xff, exif, 0x00, 8 + tiff.length]);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff]);
}
