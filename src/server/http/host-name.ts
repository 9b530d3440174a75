import { isIP } from 'node:net';

/** Whether a readable `Host` header means the machine that the browser itself runs on. */
export function isLoopbackHost(host: string): boolean {
  const name = hostName(host);
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127\.[\d.]+$/.test(name);
}

/**
 * Whether a readable `Host` header can be ours: one of our names, or an address. A foreign page can make its own name lead
 * to our address, but it cannot take an address for its name.
 * @param names hosts of the addresses that people type; undefined when nobody said any
 */
export function isOwnHost(host: string, names: ReadonlySet<string> | undefined): boolean {
  const name = hostName(host);
  return names === undefined || names.has(name) || isIP(name.replaceAll(/[[\]]/g, '')) !== 0 || isLoopbackHost(host);
}

function hostName(host: string): string {
  return new URL(`http://${host}`).hostname;
}
