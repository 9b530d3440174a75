import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';

hashes.sha512 = sha512;

/** Ed25519 as RFC 8032 has it, in script alone. */
export function verifyPlainly(signature: Uint8Array, signed: Uint8Array, key: Uint8Array): boolean {
  try {
    return verify(signature, signed, key, { zip215: false });
  } catch {
    return false;
  }
}
