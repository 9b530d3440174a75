import { createHash } from 'node:crypto';

/** What a released file is told from others by, packs by name: the first 22 signs of its SHA-256 in base64url. */
export function fileDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}
