import { crc32, deflateSync } from 'node:zlib';

/** Three points wide and two high, by an ordinary encoder, without any metadata. */
const plainJpeg = Buffer.from(
  '/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCYAJVf/9k=',
  'base64',
);
const plainWebp = Buffer.from(
  'UklGRjQAAABXRUJQVlA4ICgAAACQAQCdASoDAAIABABoJaACdLoAA5gA/uLgvoTY9qK//BBbUemHEAAA',
  'base64',
);

/** Stands in every place where a camera tells where it was. */
export const place = 'RUMAH-BU-SITI';

/** A JPEG as a phone makes it: turned (`orientation` as Exif counts), with its place, a thumbnail and words behind its end. */
export function phoneJpeg(orientation = 6): Buffer {
  const short = (value: number) => [value >> 8, value & 0xff];
  const directory = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, ...short(orientation), 0, 0, 0, 0, 0, 0];
  const exif = Buffer.from([
    ...Buffer.from('Exif\0\0MM\0*', 'latin1'),
    0,
    0,
    0,
    8,
    ...directory,
    ...Buffer.from(place),
  ]);
  const segments = [segment(0xe0, `JFIF\0${place}`), segment(0xe1, exif), segment(0xe2, place), segment(0xfe, place)];
  return Buffer.concat([plainJpeg.subarray(0, 2), ...segments, plainJpeg.subarray(2), Buffer.from(place)]);
}

/** A JPEG of a camera with its place. */
export function withPlace(jpeg: Buffer): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), segment(0xe1, `Exif\0\0${place}`), jpeg.subarray(2)]);
}

/** The same with another size in its header: as large as it is said to be. */
export function jpegOf(width: number, height: number): Buffer {
  const bytes = Buffer.from(plainJpeg);
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

function segment(marker: number, text: string | Buffer): Buffer {
  const data = Buffer.from(text);
  return Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);
}

/** A PNG of this size with place and words; its points are `rows` of zeroes. */
export function phonePng(width = 3, height = 2, rows: Buffer = Buffer.alloc((width * 3 + 1) * height)): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('eXIf', Buffer.from(place)),
    chunk('tEXt', Buffer.from(`Location\0${place}`)),
    chunk('iCCP', Buffer.from(place)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(place),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A WebP with its place and words; `moving` has frames. */
export function phoneWebp({ moving = false } = {}): Buffer {
  const flags = Buffer.alloc(10);
  flags[0] = 0x2c;
  flags.writeUIntLE(2, 4, 3);
  flags.writeUIntLE(1, 7, 3);
  const chunks = [
    riff('VP8X', flags),
    ...(moving ? [riff('ANIM', Buffer.alloc(6))] : []),
    riff('ICCP', Buffer.from(place)),
    plainWebp.subarray(12),
    riff('EXIF', Buffer.from(place)),
    riff('XMP ', Buffer.from(place)),
  ];
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function riff(name: string, data: Buffer): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
