import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { createHash } from 'node:crypto';
import { digestsFile, type FileDigest, formatDigests } from '#server/release/digests.ts';
import { flushFile } from '#server/release/disk.ts';

/** By path in an archive the file on disk. */
export type Contents = ReadonlyMap<string, string>;

const block = 512;

/**
 * Writes files as `.tar.gz` (POSIX ustar, as every tar reads it), at the end the list of digests of all others, and waits
 * until it is on disk. `level` as of gzip.
 */
export async function writeTarFile(target: string, contents: Contents, level: number): Promise<void> {
  await pipeline(Readable.from(tarOf(contents)), createGzip({ level }), createWriteStream(target));
  flushFile(target);
}

async function* tarOf(contents: Contents): AsyncGenerator<Buffer> {
  const digests = new Map<string, FileDigest>();
  for (const [path, file] of contents) {
    const { size: sizeBytes, mode } = statSync(file);
    yield header(path, sizeBytes, mode & 0o100 ? 0o755 : 0o644);
    const hash = createHash('sha256');
    let left = sizeBytes;
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
      const bytes = chunk as Buffer;
      hash.update(bytes);
      left -= bytes.byteLength;
      yield bytes;
    }
    if (left !== 0) throw new Error(`${file} changed while it was copied: try again.`);
    yield padding(sizeBytes);
    digests.set(path, { sizeBytes, digest: hash.digest('hex') });
  }
  const list = Buffer.from(formatDigests(digests));
  yield header(digestsFile, list.byteLength, 0o644);
  yield list;
  yield padding(list.byteLength);
  yield Buffer.alloc(2 * block);
}

function padding(sizeBytes: number): Buffer {
  return Buffer.alloc((block - (sizeBytes % block)) % block);
}

function header(path: string, sizeBytes: number, mode: number): Buffer {
  const [prefix, name] = splitPath(path);
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0);
  bytes.write(octal(mode, 8), 100);
  bytes.write(octal(0, 8), 108);
  bytes.write(octal(0, 8), 116);
  bytes.write(octal(sizeBytes, 12), 124);
  bytes.write(octal(0, 12), 136);
  bytes.write(' '.repeat(8), 148);
  bytes.write('0', 156);
  bytes.write('ustar\0', 257);
  bytes.write('00', 263);
  bytes.write(prefix, 345);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

function octal(value: number, length: number): string {
  return value.toString(8).padStart(length - 1, '0');
}

/** A path of more than 100 bytes stands in two fields, parted at a slash. */
function splitPath(path: string): readonly [string, string] {
  if (Buffer.byteLength(path) <= 100) return ['', path];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (Buffer.byteLength(name) <= 100 && Buffer.byteLength(prefix) <= 155) return [prefix, name];
  }
  throw new Error(`${path} is too long a path for the archive on a stick.`);
}
