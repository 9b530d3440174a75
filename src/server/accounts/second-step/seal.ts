import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

// What must be read again, unlike a passphrase, is sealed with a key made of the pepper: who has the database alone reads nothing.

const ivBytes = 12;
const tagBytes = 16;

/** `purpose` names what is sealed and whose it is: nothing sealed opens for another. */
export function seal(pepper: Uint8Array, purpose: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(pepper), iv).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What was sealed for this purpose; undefined where it was not, or with another pepper. */
export function unseal(pepper: Uint8Array, purpose: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < ivBytes + tagBytes) return undefined;
  const opener = createDecipheriv('aes-256-gcm', keyOf(pepper), bytes.subarray(0, ivBytes))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([opener.update(bytes.subarray(ivBytes + tagBytes)), opener.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** A sealed text that a form brings back: it opens for so many milliseconds, and nothing of it is kept here. */
export function sealFor(pepper: Uint8Array, purpose: string, text: string, validMs: number): string {
  return seal(pepper, purpose, `${Date.now() + validMs} ${text}`);
}

/** Undefined also once its time is over. */
export function unsealInTime(pepper: Uint8Array, purpose: string, sealed: string): string | undefined {
  const [, until, text] = /^(\d+) (.*)$/s.exec(unseal(pepper, purpose, sealed) ?? '') ?? [];
  return Number(until) > Date.now() ? text : undefined;
}

function keyOf(pepper: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', pepper, '', 'rumah-belajar second step', 32));
}
