/** What a phone needs to send what waits on it: the page that does so, signing in, and endpoints. */
const answeredAsEver = /^\/(pindah|masuk|keluar|api)\//;

/**
 * Where a visit at the address that the house had before TLS is led: to the page that sends what waits on the phone and then
 * goes on to the new address. Undefined for what is answered as ever: forms, endpoints and the files of pages.
 */
export function leadFrom(method: string | undefined, path: string, target: string): string | undefined {
  if (method === 'POST' || !path.endsWith('/') || answeredAsEver.test(path)) return undefined;
  return `/pindah/?ke=${encodeURIComponent(target)}`;
}
