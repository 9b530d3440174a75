import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync, truncateSync, writeSync } from 'node:fs';

// A plain backup is a database file with its own SHA-256 behind it. SQLite reads as many pages as the header of the file
// names and passes over what follows, so the backup stays one file that any SQLite opens.

const mark = 'rumah-belajar sha256 ';
const sealBytes = mark.length + 64;

/** Writes the SHA-256 of a file behind its end. */
export async function seal(file: string): Promise<void> {
  const { size } = statSync(file);
  const text = `${mark}${await digestFile(file, size)}`;
  const descriptor = openSync(file, 'r+');
  try {
    writeSync(descriptor, text, size);
  } finally {
    closeSync(descriptor);
  }
}

/** Whether the bytes of a file are those that were sealed; `unsealed` for a backup from before there were seals. */
export async function checkSeal(file: string): Promise<'whole' | 'changed' | 'unsealed'> {
  const found = readSeal(file);
  if (found === undefined) return 'unsealed';
  return (await digestFile(file, statSync(file).size - sealBytes)) === found ? 'whole' : 'changed';
}

/** Takes the seal off, where there is one. */
export function unseal(file: string): void {
  if (readSeal(file) !== undefined) truncateSync(file, statSync(file).size - sealBytes);
}

function readSeal(file: string): string | undefined {
  const { size } = statSync(file);
  if (size < sealBytes) return undefined;
  const bytes = Buffer.alloc(sealBytes);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, bytes, 0, sealBytes, size - sealBytes);
  } finally {
    closeSync(descriptor);
  }
  const text = bytes.toString('latin1');
  return text.startsWith(mark) ? text.slice(mark.length) : undefined;
}

/** SHA-256 of the first `size` bytes of a file, as hexadecimal digits. */
export async function digestFile(file: string, size: number): Promise<string> {
  const hash = createHash('sha256');
  if (size > 0) for await (const chunk of createReadStream(file, { end: size - 1 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
