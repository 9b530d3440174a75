// Elements of Matroska. @see RFC 9559
const [head, segment, cluster, tracks, entry] = [0x1a45dfa3, 0x18538067, 0x1f43b675, 0x1654ae6b, 0xae] as const;
const [trackType, tags, attachments, title] = [0x83, 0x1254c367, 0x1941a469, 0x7ba9] as const;
const holders: ReadonlySet<number> = new Set([segment, cluster, tracks, entry, 0x1549a966]);
const told: ReadonlySet<number> = new Set([tags, attachments, title]);
const emptyElement = 0xec;

export function isWebm(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32BE(0) === head;
}

/**
 * A WebM of sound alone, with words and attachments left empty: same length, so that every place in it stays where it was.
 * `picture` where it has a film. Undefined where it is damaged.
 */
export function cleanWebm(bytes: Buffer): Buffer | 'picture' | undefined {
  const cleaned = Buffer.from(bytes);
  const types = new Set<number>();
  // A phone that records does not know how long an element will be: what stands in it follows then as if beside it.
  let at = 0;
  while (at < cleaned.length) {
    const id = readNumber(cleaned, at, true);
    const size = id && readNumber(cleaned, at + id.length, false);
    if (!id || !size) return undefined;
    const from = at + id.length + size.length;
    const isOpen = holders.has(id.value);
    if (size.value === undefined && !isOpen) return undefined;
    const end = from + (size.value ?? 0);
    if (!isOpen && end > cleaned.length) return undefined;
    if (id.value === trackType && end === from + 1) types.add(cleaned[from] ?? 0);
    if (told.has(id.value)) empty(cleaned, at, end);
    at = isOpen ? from : end;
  }
  if (types.has(1)) return 'picture';
  return types.has(2) ? cleaned : undefined;
}

/** Leaves a void element of the same length. */
function empty(bytes: Buffer, from: number, to: number): void {
  const length = to - from;
  bytes.fill(0, from, to);
  bytes[from] = emptyElement;
  // A length in one byte, or in eight of which the first only says so.
  if (length < 9) bytes[from + 1] = 0x80 + length - 2;
  else bytes.writeUIntBE(length - 9, from + 3, 6);
  if (length >= 9) bytes[from + 1] = 0x01;
}

interface ReadNumber {
  /** Undefined where the length is not known. */
  readonly value: number | undefined;
  readonly length: number;
}

/** A number of variable length: of an id its marker stays. */
function readNumber(bytes: Buffer, at: number, keepsMarker: boolean): { value: number; length: number } | undefined;
function readNumber(bytes: Buffer, at: number, keepsMarker: false): ReadNumber | undefined;
function readNumber(bytes: Buffer, at: number, keepsMarker: boolean): ReadNumber | undefined {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || length > (keepsMarker ? 4 : 8) || at + length > bytes.length) return undefined;
  let value = keepsMarker ? first : first & ((1 << (8 - length)) - 1);
  let isUnknown = !keepsMarker && value === (1 << (8 - length)) - 1;
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i] ?? 0;
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { value: isUnknown ? undefined : value, length };
}
