import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const sizeBytes = 32;

/** 32 bytes of `file`, undefined when there is no such file. @throws when it is damaged */
export function readSecretFile(file: string): Uint8Array | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  if (bytes.length !== sizeBytes) {
    throw new Error(`The file ${file} is damaged: put back the one that was saved with the database.`);
  }
  return new Uint8Array(bytes);
}

/** Writes 32 bytes to a file of mode 0600 that must not exist yet. @throws EEXIST */
export function writeSecretFile(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Written aside and linked into place: nobody ever reads half a secret, and the first of two makers wins.
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const descriptor = openSync(aside, 'wx', 0o600);
  try {
    writeSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(aside, file);
  } finally {
    rmSync(aside);
  }
}

/** 32 random bytes in a new file; those of another maker who was faster. */
export function makeSecretFile(file: string): Uint8Array {
  const bytes = new Uint8Array(randomBytes(sizeBytes));
  try {
    writeSecretFile(file, bytes);
    return bytes;
  } catch (error) {
    const others = readSecretFile(file);
    if (others === undefined) throw error;
    return others;
  }
}
