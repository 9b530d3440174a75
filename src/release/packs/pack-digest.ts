import { createHash } from 'node:crypto';

/** What a pack is called: the first 22 signs of its SHA-256 in base64url. */
export function packDigest(pack: Uint8Array): string {
  return createHash('sha256').update(pack).digest('base64url').slice(0, 22);
}
