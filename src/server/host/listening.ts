import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { bodyLimitOf } from '#server/http/request-body.ts';
import type { KeyPair } from './key-pair.ts';

/** How long a connection may take for what; in milliseconds. */
export interface ConnectionLimits {
  /** For a request's headers to arrive. */
  readonly headersMs: number;
  /** For a whole request to arrive: a slow phone may need a while for a full outbox. */
  readonly requestMs: number;
  /** For the next request on an open connection. */
  readonly keepAliveMs: number;
  /** Without any byte either way. */
  readonly silenceMs: number;
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** An HTTP server that does not listen yet; it speaks TLS with `pair`, else plain HTTP. */
export function createHttpServer(pair: KeyPair | undefined, limits: ConnectionLimits, listener: Listener): Server {
  const settings = {
    maxHeaderSize: 16 * 1024,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: Math.min(1_000, limits.headersMs / 2),
    noDelay: true,
    // Missed by our own check instead, which answers with all headers.
    requireHostHeader: false,
  };
  const server = pair === undefined ? createServer(settings) : createTlsServer({ ...settings, ...pair });
  server.setTimeout(limits.silenceMs, (socket: { destroy(): void }) => socket.destroy());
  server.on('request', listener);
  // Who asks before sending gets its answer before sending: the length it states is judged first.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!(Number(request.headers['content-length']) > bodyLimitOf(request.url ?? ''))) response.writeContinue();
    listener(request, response);
  });
  return server;
}

/** @throws EADDRINUSE and the like */
export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}

/** Stops listening and waits for the requests in flight, at most `graceMs`. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection whose last answer has just gone out is idle now; it was not when the server was closed.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
