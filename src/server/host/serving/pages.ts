import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { FlatHeaders } from '#server/http/security-headers.ts';

/** What `server/entry.mjs` of a release exports: undefined when no on-demand route has the address of the request. */
export type RenderPage = (request: Request, locals: object) => Promise<Response> | undefined;

/** An on-demand page or endpoint as it was rendered, before the host sends it. */
export interface RenderedPage {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: FlatHeaders;
  /** A stream where a download says how long it is: a file that is sent as it is read, in whole or not at all. */
  readonly body: Buffer | Readable;
}

/** What a page may know of a request. */
export interface PageRequest {
  /** As a browser sees it. */
  readonly url: URL;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer | undefined;
}

/** Renders a page into memory, so that the host alone decides what goes out. */
export async function renderPage(
  render: RenderPage,
  { url, method, headers, body }: PageRequest,
  locals: object,
): Promise<RenderedPage | undefined> {
  const request = new Request(url, {
    method,
    headers: believable(headers),
    body: body === undefined ? null : new Uint8Array(body),
  });
  const response = await render(request, locals);
  if (response === undefined) return undefined;
  const { status, headers: own } = response;
  const isFile = response.body !== null && own.has('content-length') && own.has('content-disposition');
  const content = isFile
    ? Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
    : Buffer.from(await response.arrayBuffer());
  return { status, headers: [...own].flat(), body: content };
}

/** Anybody can send what proxies say; nothing behind the host may ever believe it. */
const forwarded = /^(forwarded|via|x-forwarded-.*|x-(real|client|cluster-client)-ip|true-client-ip|cf-connecting-ip)$/;

function believable(headers: IncomingMessage['headers']): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || forwarded.test(name) ? [] : [[name, String(value)]],
  );
}
