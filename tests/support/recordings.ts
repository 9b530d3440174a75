import { silence } from './media.ts';

/** Stands in every place where a phone tells of more than the sound. */
export const told = 'RUMAH-BU-SITI';

/** MP3 with tags before and behind. */
export function taggedMp3(): Buffer {
  const words = Buffer.from(told);
  const head = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, words.length]);
  return Buffer.concat([head, words, silence, Buffer.from(`TAG${told}`.padEnd(128, '\0'))]);
}

/** M4A as phones record it, with its place; `film` has a picture as well. */
export function phoneM4a({ film = false, brand = 'M4A ' } = {}): Buffer {
  const handler = (kind: string) =>
    box('trak', box('mdia', box('hdlr', Buffer.from(`\0\0\0\0\0\0\0\0${kind}`.padEnd(24, '\0')))));
  const place = box('udta', box('\xa9xyz', Buffer.from(told)));
  const moov = box('moov', Buffer.concat([handler('soun'), ...(film ? [handler('vide')] : []), place]));
  return Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\0\0`)), moov, box('mdat', Buffer.alloc(400, 7))]);
}

function box(name: string, data: Buffer): Buffer {
  const head = Buffer.from(`\0\0\0\0${name}`, 'latin1');
  head.writeUInt32BE(8 + data.length);
  return Buffer.concat([head, data]);
}

/** WebM as browsers record it: of a length that it does not say, with words; `film` has a picture. */
export function browserWebm({ film = false } = {}): Buffer {
  const entry = (type: number) =>
    ebml([0xae], Buffer.concat([ebml([0xd7], Buffer.from([1])), ebml([0x83], Buffer.from([type]))]));
  const unknown = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
  return Buffer.concat([
    ebml([0x1a, 0x45, 0xdf, 0xa3], ebml([0x42, 0x82], Buffer.from('webm'))),
    ...[Buffer.from([0x18, 0x53, 0x80, 0x67]), unknown],
    ebml([0x15, 0x49, 0xa9, 0x66], ebml([0x7b, 0xa9], Buffer.from(told))),
    ebml([0x16, 0x54, 0xae, 0x6b], Buffer.concat([entry(2), ...(film ? [entry(1)] : [])])),
    ...[Buffer.from([0x1f, 0x43, 0xb6, 0x75]), unknown],
    ...[ebml([0xe7], Buffer.from([0])), ebml([0xa3], Buffer.alloc(100, 5))],
    ebml([0x12, 0x54, 0xc3, 0x67], Buffer.from(told)),
  ]);
}

function ebml(id: readonly number[], data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([...id, 0x40 | (data.length >> 8), data.length & 0xff]), data]);
}

export function oggOpus(): Buffer {
  return Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(200, 3)]);
}
