// What a course that was taken home reports, as signs that can be written down, read out or sent. It proves nothing: whoever has
// the file can make one. The check at its end tells slips: a wrong sign, two that changed places.
//   version 4 bits · course and its practices 24 · number on the card 16 · which practices 16 · 5 for each of those · zeros · CRC-32

/** The best result of a practice in steps: all of it is `mostSteps`. */
export const mostSteps = 31;

/** More practices than this no course has. */
export const mostPractices = 16;

export interface HomeResult {
  /** `practiceMark` of the course as the file knew it. */
  readonly mark: number;
  /** The participant's number in the house, as their card has it. */
  readonly number: number;
  /** In the order of the course's practices; undefined where one was not done. */
  readonly steps: readonly (number | undefined)[];
}

const version = 1;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const signBits = 5;
const checkBits = 32;
/** Short codes look like a slip of the hand. */
const fewestSigns = 22;

/** Tells a course with these practices from others: 24 bits. */
export function practiceMark(course: string, practices: readonly string[]): number {
  return crc32(bitsOfText([course, ...practices].join('\n'))) % 2 ** 24;
}

/** The code in groups of four. */
export function writeResultCode({ mark, number, steps }: HomeResult): string {
  const done = steps.slice(0, mostPractices);
  const fields: readonly (readonly [number, number])[] = [
    ...([
      [version, 4],
      [mark, 24],
      [number, 16],
    ] as const),
    ...Array.from({ length: mostPractices }, (_, at) => [done[at] === undefined ? 0 : 1, 1] as const),
    ...done.flatMap((it) => (it === undefined ? [] : [[it, signBits] as const])),
  ];
  const bits = fields.flatMap(([value, length]) => bitsOf(value, length));
  while ((bits.length + checkBits) % signBits !== 0 || bits.length + checkBits < fewestSigns * signBits) bits.push(0);
  const all = [...bits, ...bitsOf(crc32(bits), checkBits)];
  const signs = Array.from(
    { length: all.length / signBits },
    (_, at) => alphabet[numberOf(all, at * signBits, signBits)],
  );
  return (signs.join('').match(/.{1,4}/g) ?? []).join(' ');
}

/** Reads a code as people type it; undefined for what is none, or has a slip in it. */
export function readResultCode(text: string): HomeResult | undefined {
  const signs = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0');
  if (signs.length < fewestSigns || signs.length > 40) return undefined;
  const values = [...signs].map((sign) => alphabet.indexOf(sign));
  if (values.includes(-1)) return undefined;
  const all = values.flatMap((value) => bitsOf(value, signBits));
  const bits = all.slice(0, -checkBits);
  if (crc32(bits) !== numberOf(all, bits.length, checkBits)) return undefined;
  const [start, read] = [numberOf(bits, 0, 4), openBits(bits, 4)];
  if (start !== version) return undefined;
  const [mark, number] = [read(24), read(16)];
  const done = Array.from({ length: mostPractices }, () => read(1) === 1);
  const steps = done.map((isDone) => (isDone ? read(signBits) : undefined));
  return { mark, number, steps };
}

function openBits(bits: readonly number[], from: number): (length: number) => number {
  let at = from;
  return (length) => {
    at += length;
    return numberOf(bits, at - length, length);
  };
}

function bitsOf(value: number, length: number): number[] {
  return Array.from({ length }, (_, at) => Math.floor(value / 2 ** (length - 1 - at)) % 2);
}

function numberOf(bits: readonly number[], start: number, length: number): number {
  return bits.slice(start, start + length).reduce((value, bit) => value * 2 + bit, 0);
}

function bitsOfText(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)].flatMap((byte) => bitsOf(byte, 8));
}

function crc32(bits: readonly number[]): number {
  let rest = 0xffffffff;
  for (const bit of bits) {
    const isSet = ((rest >>> 31) ^ bit) === 1;
    rest = (rest << 1) ^ (isSet ? 0x04c11db7 : 0);
  }
  return ~rest >>> 0;
}
