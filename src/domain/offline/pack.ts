/** How a kept file is answered: which of the pack's sets of headers goes with it. */
export type PackedKind = 'page' | 'search-page' | 'asset';

/** One file of a pack. `address` is the path people ask for (`/kursus/up-202/`). */
export interface PackedFile {
  readonly address: string;
  readonly bytes: number;
  readonly type: string;
  readonly kind: PackedKind;
}

/** What stands before the bodies of a pack. Bodies follow in the order of `files`. */
export interface PackHeader {
  /** What people call the set; a course's title. */
  readonly title: string;
  /** Names and values, as the release that made the pack sends them. */
  readonly headers: Readonly<Record<PackedKind, readonly (readonly [string, string])[]>>;
  readonly files: readonly PackedFile[];
}

/** Length of the header's text as a 32-bit number, low byte first, stands at the very front. */
export const packLengthBytes = 4;

/** A pack: length of the header, header as JSON, bodies. */
export function writePack(header: PackHeader, bodies: readonly Uint8Array[]): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(packLengthBytes);
  new DataView(length.buffer).setUint32(0, text.byteLength, true);
  return joinBytes([length, text, ...bodies]);
}

/** Where in a pack a file lies, in bytes from its front. */
export interface PlacedFile extends PackedFile {
  readonly start: number;
}

/** Reads the header from the first bytes of a pack; `front` is all that stands before the bodies. */
export function readPackHeader(
  front: Uint8Array,
): Omit<PackHeader, 'files'> & { readonly files: readonly PlacedFile[] } {
  const header = JSON.parse(new TextDecoder().decode(front.subarray(packLengthBytes))) as PackHeader;
  let start = front.byteLength;
  const files = header.files.map((file) => {
    const placed = { ...file, start };
    start += file.bytes;
    return placed;
  });
  return { ...header, files };
}

/** How many bytes stand before the bodies; `first` are the first `packLengthBytes` of a pack. */
export function packFrontBytes(first: Uint8Array): number {
  return packLengthBytes + new DataView(first.buffer, first.byteOffset).getUint32(0, true);
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.byteLength;
  }
  return joined;
}
