import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from '#server/http/content-types.ts';
import { chooseEncoding } from '#server/http/encoding.ts';
import type { RenderedPage } from './pages.ts';
import type { FlatHeaders } from '#server/http/security-headers.ts';

/** Below this many bytes compressing saves no packet. */
const worthCompressingBytes = 1_200;

// The host's own business, whatever a page says.
const ownHeaders = new Set(['connection', 'transfer-encoding', 'content-length', 'server', 'x-powered-by', 'vary']);

/** Sends a page that was rendered on demand: compressed when that pays, never stored by anybody. */
export async function sendRendered(
  request: IncomingMessage,
  response: ServerResponse,
  { page, security }: { page: RenderedPage; security: FlatHeaders },
): Promise<void> {
  const headers = ownHeadersAside(page.headers);
  if (!Buffer.isBuffer(page.body)) return sendStream(request, response, { page, body: page.body, headers, security });
  const type = headerOf(headers, 'content-type') ?? '';
  const compressible = isCompressible(type) && page.body.byteLength >= worthCompressingBytes;
  const encoding = compressible ? chooseEncoding(request.headers['accept-encoding'], ['br', 'gzip']) : undefined;
  const body = await compress(page.body, encoding);
  const bodiless = page.status === 204 || page.status === 304 || request.method === 'HEAD';
  keepFromStores(headers);
  if (compressible) headers.push('Vary', 'Accept-Encoding');
  if (encoding !== undefined) headers.push('Content-Encoding', encoding);
  if (!bodiless) headers.push('Content-Length', String(body.byteLength));
  response.writeHead(page.status, [...security, ...headers]);
  response.end(bodiless ? undefined : body);
}

/** Sends a file as it is read, so that it need not fit into memory. A connection that breaks ends the reading. */
async function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  { page, body, headers, security }: StreamedPage,
): Promise<void> {
  keepFromStores(headers);
  headers.push('Content-Length', headerOf(page.headers, 'content-length') ?? '');
  response.writeHead(page.status, [...security, ...headers]);
  if (request.method === 'HEAD') {
    body.destroy();
    response.end();
    return;
  }
  await pipeline(body, response).catch((error: unknown) => {
    // Who broke off knows; what could not be read cannot be told any more, but by breaking off.
    if (!response.destroyed) throw error;
  });
}

interface StreamedPage {
  readonly page: RenderedPage;
  readonly body: Readable;
  readonly headers: string[];
  readonly security: FlatHeaders;
}

function keepFromStores(headers: string[]): void {
  if (headerOf(headers, 'cache-control') === undefined) headers.push('Cache-Control', 'no-store');
}

function ownHeadersAside(headers: FlatHeaders): string[] {
  const kept: string[] = [];
  for (let i = 0; i < headers.length; i += 2) {
    const [name = '', value = ''] = headers.slice(i, i + 2);
    if (ownHeaders.has(name)) continue;
    kept.push(name, name === 'content-type' && value === 'text/html' ? 'text/html; charset=utf-8' : value);
  }
  return kept;
}

function headerOf(headers: FlatHeaders, name: string): string | undefined {
  const place = headers.findIndex((it, i) => i % 2 === 0 && it === name);
  return place === -1 ? undefined : headers[place + 1];
}

async function compress(body: Buffer, encoding: 'br' | 'gzip' | undefined): Promise<Buffer> {
  if (encoding === undefined) return body;
  if (encoding === 'gzip') return promisify(gzip)(body);
  return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}
