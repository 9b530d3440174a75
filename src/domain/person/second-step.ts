import { fromBase32, toBase32 } from '#domain/base32.ts';

// Staff may ask for a code of an app on their phone at each sign-in, beside their passphrase. Ten recovery codes on paper stand in
// for a phone that is lost.

/** For how long an app shows one code. @see https://www.rfc-editor.org/rfc/rfc6238 */
export const stepMs = 30_000;

/** Bits of a recovery code: eight signs. */
export const recoveryCodeBytes = 5;

export const recoveryCodeCount = 10;

/** What was typed where a code was asked for: six digits of the app, or a recovery code in its one spelling. */
export type TypedCode =
  { readonly kind: 'app'; readonly digits: string } | { readonly kind: 'recovery'; readonly code: string };

/** Why a code opens nothing. `clock`: it is right for another time than the server's clock tells, that of `codeAt`. */
export type CodeProblem =
  | { readonly reason: 'wrong' | 'used' }
  | { readonly reason: 'clock'; readonly codeAt: number; readonly serverAt: number };

/** The how-manieth step since 1970 an instant is in. */
export function stepOf(at: number): number {
  return Math.floor(at / stepMs);
}

export function readTypedCode(text: string): TypedCode | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s.-]/g, '');
  if (/^\d{6}$/.test(plain)) return { kind: 'app', digits: plain };
  const bytes = plain.length > 16 ? undefined : fromBase32(plain);
  return bytes?.length === recoveryCodeBytes ? { kind: 'recovery', code: toBase32(bytes) } : undefined;
}

/** A recovery code as it is printed: two groups of four. */
export function formatRecoveryCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * What the app reads from the QR code; `key` is base32.
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function keyAddress(login: string, key: string): string {
  const issuer = 'Rumah Belajar';
  return `otpauth://totp/${encodeURIComponent(`${issuer}:${login}`)}?secret=${key}&issuer=${encodeURIComponent(issuer)}`;
}
