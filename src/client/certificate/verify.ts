import type { Verify } from '#domain/certificate/check-list.ts';

/** By the browser where it knows Ed25519; by a library, loaded then, where it does not and on plain HTTP. */
export const verify: Verify = async ({ signed, signature }, key) => {
  const bytes = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  try {
    const known = await crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', known, signature, signed);
  } catch {
    const { verifyPlainly } = await import('./verify-plainly.ts');
    return verifyPlainly(signature, signed, bytes);
  }
};
