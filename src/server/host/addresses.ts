import { networkInterfaces } from 'node:os';
import { isLoopbackHost } from '#server/http/host-name.ts';

/**
 * Where people reach a host: what SITE_URL says, else its addresses in the networks of this machine. Empty when only this machine
 * reaches it.
 */
export function listAddresses(siteUrl: string | undefined, origin: string): readonly string[] {
  if (siteUrl !== undefined) return [siteUrl];
  const { protocol, hostname, port, host } = new URL(origin);
  if (hostname !== '0.0.0.0' && hostname !== '[::]') return isLoopbackHost(host) ? [] : [origin];
  const own = Object.values(networkInterfaces()).flatMap((it) => it ?? []);
  return own
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => `${protocol}//${address}${port === '' ? '' : `:${port}`}`);
}

/** `http://127.0.0.1:4321` of a host that listens there; addresses of version 6 stand in brackets. */
export function originOf({ secure, host, port }: { secure: boolean; host: string; port: number }): string {
  return `${secure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
