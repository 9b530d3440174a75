import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';
import { replaceFile } from '#server/release/disk.ts';

// What leaves the house is encrypted to a key whose secret half stands on paper only: twelve words that can be read to
// somebody over the telephone. The public half lies beside the database.

/** The secret half as words, and what is encrypted to. */
export interface RecoverySheet {
  readonly words: readonly string[];
  /** Public key in the form of age, `age1…`. */
  readonly recipient: string;
}

const consonants = 'bcdghjklmnprstwy';
const vowels = 'aeiu';
const secretBytes = 16;
const checkBytes = 2;
const wordCount = 12;
/** Words that nobody wants to read aloud. */
const unwanted = ['babi', 'tahi', 'puki', 'pepe', 'tete'];

/** A new sheet of 128 random bits. */
export async function makeSheet(): Promise<RecoverySheet> {
  for (;;) {
    const words = wordsOf(randomBytes(secretBytes));
    if (words.some((word) => unwanted.includes(word))) continue;
    return { words, recipient: await recipientOf(words) };
  }
}

/**
 * The words of a sheet as somebody typed them: numbers, signs and capitals between them do not matter.
 * @throws one sentence that names the word that cannot be right
 */
export function readWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  if (words.length !== wordCount) {
    throw new Error(
      `The recovery sheet has ${wordCount} words, these are ${words.length}: type all of them, in their order.`,
    );
  }
  for (const [at, word] of words.entries()) {
    if (bitsOf(word) !== undefined) continue;
    throw new Error(`Word ${at + 1}, "${word}", is not on a recovery sheet: look at it once more.`);
  }
  const bytes = bytesOf(words);
  if (!checkOf(bytes.subarray(0, secretBytes)).equals(bytes.subarray(secretBytes))) {
    throw new Error('One of the words is wrong, or two have changed places: compare each with the recovery sheet.');
  }
  return words;
}

/** The secret key of a sheet in the form of age. Expects words that `readWords` took. */
export function identityOf(words: readonly string[]): string {
  const secret = bytesOf(words).subarray(0, secretBytes);
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'rumah-belajar recovery sheet 1', 32));
  return bech32.encodeFromBytes('AGE-SECRET-KEY-', key).toUpperCase();
}

/** The public key of a sheet. Expects words that `readWords` took. */
export async function recipientOf(words: readonly string[]): Promise<string> {
  return identityToRecipient(identityOf(words));
}

/** The public half that lies in the folder of the database; undefined before the first sheet. */
export function readRecipient(folder: string): string | undefined {
  const file = recipientFile(folder);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

export function writeRecipient(folder: string, recipient: string): void {
  replaceFile(recipientFile(folder), `${recipient}\n`);
}

function recipientFile(folder: string): string {
  return join(folder, 'recovery-key.pub');
}

function wordsOf(secret: Buffer): readonly string[] {
  const bits = [...secret, ...checkOf(secret)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{12}/g) ?? []).map((word) => syllable(word.slice(0, 6)) + syllable(word.slice(6)));
}

function syllable(bits: string): string {
  const value = Number.parseInt(bits, 2);
  return consonants.charAt(value >> 2) + vowels.charAt(value & 3);
}

/** Twelve bits; undefined for what is no word of a sheet. */
function bitsOf(word: string): string | undefined {
  if (word.length !== 4) return undefined;
  const values = [0, 2].map((at) => {
    const [consonant, vowel] = [consonants.indexOf(word.charAt(at)), vowels.indexOf(word.charAt(at + 1))];
    return consonant < 0 || vowel < 0 ? undefined : consonant * 4 + vowel;
  });
  if (values.includes(undefined)) return undefined;
  return values.map((value) => Number(value).toString(2).padStart(6, '0')).join('');
}

function bytesOf(words: readonly string[]): Buffer {
  const bits = words.map((word) => bitsOf(word) ?? '').join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

function checkOf(secret: Uint8Array): Buffer {
  return createHash('sha256').update(secret).digest().subarray(0, checkBytes);
}
