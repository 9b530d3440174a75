import { crc32, inflateRawSync } from 'node:zlib';

/** The wanted files of a ZIP archive by name, or why it cannot be read (Indonesian). */
export type Unpacked = { readonly files: ReadonlyMap<string, Uint8Array> } | { readonly problem: string };

/** At most so many entries, and so many bytes unpacked in all: a small archive can unpack to gigabytes. */
export const zipLimits = { entries: 1_000, unpackedBytes: 32 * 1024 * 1024 } as const;

/** Unpacks what `wants` names; never more than the limits (or fewer bytes), whatever the archive says of itself. */
export function unzip(
  bytes: Uint8Array,
  wants: (name: string) => boolean,
  mostBytes: number = zipLimits.unpackedBytes,
): Unpacked {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return damaged;
  const count = view.getUint16(end + 10, true);
  if (count > zipLimits.entries) return { problem: `arsipnya memuat lebih dari ${zipLimits.entries} berkas.` };
  const files = new Map<string, Uint8Array>();
  let left = mostBytes;
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    const head = readEntry(view, at);
    if (head === undefined) return damaged;
    at = head.next;
    if (!wants(head.name)) continue;
    if (head.isEncrypted) return { problem: 'berkas dikunci dengan kata sandi. Simpan tanpa kata sandi.' };
    const data = unpack(bytes, head, left);
    if (data === 'too_large')
      return {
        problem: `isinya lebih dari ${mostBytes / 1024 / 1024} MB sesudah dibuka. Bagi berkasnya.`,
      };
    if (data === undefined) return damaged;
    left -= data.length;
    files.set(head.name, data);
  }
  return { files };
}

const damaged = { problem: 'berkas rusak: arsipnya tidak dapat dibuka. Simpan ulang dari Excel.' } as const;

interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly sum: number;
  readonly packedBytes: number;
  /** Where its own head begins. */
  readonly offset: number;
  /** Where the next entry of the directory begins. */
  readonly next: number;
}

/** The record that ends an archive; a remark of up to 64 KiB may follow it. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

function readEntry(view: DataView, at: number): Entry | undefined {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return undefined;
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) return undefined;
  return {
    name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    sum: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
    next,
  };
}

function unpack(
  bytes: Uint8Array,
  { method, sum, packedBytes, offset }: Entry,
  left: number,
): Uint8Array | 'too_large' | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return undefined;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + packedBytes);
  if (packed.length !== packedBytes || (method !== 0 && method !== 8)) return undefined;
  if (method === 0 && packed.length > left) return 'too_large';
  const data = method === 0 ? packed : inflate(packed, left);
  return typeof data === 'string' || data === undefined || crc32(data) === sum ? data : undefined;
}

function inflate(packed: Uint8Array, left: number): Uint8Array | 'too_large' | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : undefined;
  }
}
