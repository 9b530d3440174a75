import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** What `entry.mjs` of a release exports: Astro's adapter in middleware mode. */
export type PageHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => Promise<void>;

/** A page as it was rendered, before the host sends it. */
export interface RenderedPage {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Renders the on-demand page or endpoint of a request into memory, so that the host alone decides what goes out:
 * a page that breaks halfway never leaves half a page behind.
 * @returns undefined when no on-demand route has this address
 */
export function renderPage(
  handler: PageHandler,
  request: IncomingMessage & { body?: Buffer },
  locals: object,
): Promise<RenderedPage | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 200;
    let headers: OutgoingHttpHeaders = {};
    const sheet = new ServerResponse(request);
    const keep = (chunk: unknown): void => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
    };
    Object.assign(sheet, {
      writeHead(code: number, values?: OutgoingHttpHeaders) {
        status = code;
        headers = values ?? {};
        return sheet;
      },
      write(chunk: unknown, ...rest: unknown[]) {
        keep(chunk);
        const done = rest.at(-1);
        if (typeof done === 'function') done();
        return true;
      },
      end(chunk?: unknown) {
        keep(chunk);
        resolve({ status: status === 200 ? sheet.statusCode : status, headers, body: Buffer.concat(chunks) });
        sheet.emit('finish');
        sheet.emit('close');
        return sheet;
      },
      destroy(error?: Error) {
        reject(error ?? new Error('rendering was given up'));
        return sheet;
      },
    });
    handler(request, sheet, (error) => (error === undefined ? resolve(undefined) : reject(error)), locals).catch(
      reject,
    );
  });
}
