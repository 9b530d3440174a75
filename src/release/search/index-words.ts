import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const signature = 'pagefind_dcd';

/** Every text that the pieces of the Pagefind index in `folder` hold: the forms of words that it can be asked for. */
export async function readIndexWords(folder: string): Promise<ReadonlySet<string>> {
  const words = new Set<string>();
  for (const name of (await readdir(join(folder, 'index'))).filter((it) => it.endsWith('.pf_index'))) {
    const bytes = await readFile(join(folder, 'index', name));
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const piece = isPacked ? gunzipSync(bytes) : bytes;
    if (piece.toString('utf8', 0, signature.length) !== signature) {
      throw new Error(`${name} is no piece of an index as it is known here`);
    }
    collectTexts(piece, signature.length, words);
  }
  return words;
}

/** Collects the texts of CBOR (RFC 8949): nothing else of it is looked at. */
function collectTexts(bytes: Buffer, start: number, texts: Set<string>): void {
  let at = start;
  while (at < bytes.length) {
    const head = bytes.readUInt8(at);
    const kind = head >> 5;
    const size = head & 31;
    const width = size < 24 ? 0 : size > 27 ? 0 : 2 ** (size - 24);
    const length = size < 24 ? size : width === 0 ? 0 : readLength(bytes, at + 1, width);
    at += 1 + width;
    const isText = kind === 3;
    if (isText) texts.add(bytes.toString('utf8', at, at + length));
    if (isText || kind === 2) at += length;
  }
}

function readLength(bytes: Buffer, at: number, width: number): number {
  return width === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, width);
}
