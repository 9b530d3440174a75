import { BlockList, isIP, isIPv6 } from 'node:net';

/** Whether an address is that of a proxy whose word on the client's address is believed. */
export type IsTrustedProxy = (address: string) => boolean;

/**
 * Reads `TRUSTED_PROXY`: addresses and networks (`10.0.0.0/8`, `::1`) with commas between them. Undefined when a part is
 * neither.
 */
export function parseTrustedProxies(text: string): IsTrustedProxy | undefined {
  const list = new BlockList();
  for (const part of text.split(',').map((it) => it.trim())) {
    const [address = '', prefix, ...more] = part.split('/');
    const bits = isIPv6(address) ? 128 : 32;
    const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
    if (isIP(address) === 0 || more.length > 0 || !(length <= bits)) return undefined;
    list.addSubnet(address, length, isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return (address) => {
    const plain = withoutMapping(address);
    return isIP(plain) !== 0 && list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  };
}

/**
 * The address of the client: the socket's; behind a trusted proxy the last one of `X-Forwarded-For` that is not itself a
 * trusted proxy's. What stands left of it was written by the client and is not believed.
 */
export function clientAddressOf(socketAddress: string, forwardedFor: string, isTrusted: IsTrustedProxy): string {
  let client = withoutMapping(socketAddress);
  const hops = forwardedFor.split(',').map((hop) => hop.trim());
  while (isTrusted(client)) {
    const hop = withoutPort(hops.pop() ?? '');
    if (isIP(hop) === 0) break;
    client = withoutMapping(hop);
  }
  return client;
}

function withoutMapping(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

/** Some proxies write `203.0.113.7:51234` or `[2001:db8::1]:51234`. */
function withoutPort(hop: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(hop)?.[1] ?? hop;
}
