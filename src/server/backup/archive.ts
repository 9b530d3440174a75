import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { z } from 'zod';

// An encrypted backup is one file of age (age-encryption.org/v1): a line of JSON that names its parts and their sizes, then the
// parts one after the other. Its encryption finds every changed or missing byte.

/** A file that an archive holds under a name. */
export interface ArchivePart {
  readonly name: string;
  readonly file: string;
}

/** Why an archive could not be opened. */
export class ArchiveFault extends Error {
  readonly reason: 'other-sheet' | 'damaged' | 'newer';

  constructor(reason: ArchiveFault['reason'], cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

const firstBytes = 'age-encryption.org/v1';
const headerLimit = 10_000;
const headerSchema = z.object({
  format: z.number(),
  parts: z.array(z.object({ name: z.string(), size: z.number().int().nonnegative() })),
});

/** Whether a file begins like an archive. */
export function isArchive(file: string): boolean {
  const bytes = Buffer.alloc(firstBytes.length);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return bytes.toString('latin1') === firstBytes;
}

/**
 * Encrypts the parts into a file that is there and empty, and waits until they are on disk.
 * @returns SHA-256 of what was written, as hexadecimal digits
 */
export async function writeArchive(target: string, recipient: string, parts: readonly ArchivePart[]): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const encrypted = await encrypter.encrypt(streamOf(plainBytes(parts)));
  const hash = createHash('sha256');
  const descriptor = openSync(target, 'r+');
  try {
    for await (const chunk of encrypted) {
      writeSync(descriptor, chunk);
      hash.update(chunk);
    }
    fsyncSync(descriptor);
    return hash.digest('hex');
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Decrypts an archive; each part is written to the path that `targets` has for its name, into a new file of mode 0600, and
 * parts that it does not name are passed over.
 * @returns the names of the parts
 * @throws ArchiveFault
 */
export async function openArchive(
  file: string,
  identity: string,
  targets: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const decrypted = await decrypter.decrypt(streamOf(createReadStream(file)));
    return await unpack(decrypted, targets);
  } catch (cause) {
    if (cause instanceof ArchiveFault) throw cause;
    const isOther = cause instanceof Error && cause.message.startsWith('no identity matched');
    throw new ArchiveFault(isOther ? 'other-sheet' : 'damaged', cause);
  }
}

async function* plainBytes(parts: readonly ArchivePart[]): AsyncGenerator<Uint8Array> {
  const sized = parts.map(({ name, file }) => ({ name, size: statSync(file).size }));
  yield Buffer.from(`${JSON.stringify({ format: 1, parts: sized })}\n`);
  for (const { file } of parts) for await (const chunk of createReadStream(file)) yield new Uint8Array(chunk as Buffer);
}

async function unpack(
  chunks: AsyncIterable<Uint8Array>,
  targets: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  let header = Buffer.alloc(0);
  let parts: { readonly name: string; left: number; descriptor: number | undefined }[] | undefined;
  try {
    for await (const chunk of chunks) {
      let bytes = Buffer.from(chunk);
      if (parts === undefined) {
        header = Buffer.concat([header, bytes]);
        const end = header.indexOf('\n');
        if (end < 0 && header.length < headerLimit) continue;
        parts = readHeader(header.subarray(0, end)).map(({ name, size }) => ({
          name,
          left: size,
          descriptor: targets[name] === undefined ? undefined : openSync(targets[name], 'wx', 0o600),
        }));
        bytes = header.subarray(end + 1);
      }
      for (const part of parts) {
        const own = bytes.subarray(0, part.left);
        if (part.descriptor !== undefined && own.length > 0) writeSync(part.descriptor, own);
        part.left -= own.length;
        bytes = bytes.subarray(own.length);
      }
    }
    if (parts === undefined || parts.some(({ left }) => left > 0)) throw new ArchiveFault('damaged');
    for (const { descriptor } of parts) if (descriptor !== undefined) fsyncSync(descriptor);
    return parts.map(({ name }) => name);
  } finally {
    for (const { descriptor } of parts ?? []) if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readHeader(bytes: Buffer): readonly { readonly name: string; readonly size: number }[] {
  const header = headerSchema.parse(JSON.parse(bytes.toString('utf8')));
  if (header.format !== 1) throw new ArchiveFault('newer');
  return header.parts;
}

// Not `Readable.toWeb`: it goes on filling a stream that was given up halfway, which ends the process.
function streamOf(
  source: AsyncIterable<Uint8Array>,
): ReadableStream<Uint8Array> & globalThis.ReadableStream<Uint8Array> {
  return ReadableStream.from(source) as ReadableStream<Uint8Array> & globalThis.ReadableStream<Uint8Array>;
}
