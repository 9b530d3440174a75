import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { numberTries, numberValidMs, plainNumber } from '#domain/person/one-time-number.ts';

// In place of a PIN a person may have a one-time number, handed over face to face: it opens nothing but the choice of a PIN.

/** A one-time number that was just made: it is shown once, the columns go into its person's row. */
export interface MadeNumber {
  readonly number: string;
  readonly columns: { readonly secretHash: string; readonly numberUntil: number; readonly numberTries: number };
}

/** Six digits, good for a day and five tries. */
export function makeNumber(pepper: Uint8Array): MadeNumber {
  const number = String(randomInt(1_000_000)).padStart(6, '0');
  const salt = randomBytes(12).toString('base64url');
  const secretHash = `${mark}${salt}:${digest(number, salt, pepper)}`;
  return { number, columns: { secretHash, numberUntil: Date.now() + numberValidMs, numberTries } };
}

/** Whether what is kept in place of a PIN's hash is that of a one-time number. */
export function isNumberHash(secretHash: string): boolean {
  return secretHash.startsWith(mark);
}

export function isNumber(typed: string, secretHash: string, pepper: Uint8Array): boolean {
  const [salt = '', kept = ''] = secretHash.slice(mark.length).split(':');
  const given = Buffer.from(digest(plainNumber(typed), salt, pepper));
  return given.length === kept.length && timingSafeEqual(given, Buffer.from(kept));
}

const mark = 'number:';

/**
 * A keyed digest and no slow hash: whoever had the table and the pepper could try all numbers within their day either way, and
 * a class is added at once.
 */
function digest(number: string, salt: string, pepper: Uint8Array): string {
  return createHmac('sha256', pepper).update(`${salt}:${number}`).digest('base64url');
}
