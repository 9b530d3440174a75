import type { IncomingMessage } from 'node:http';

/** At most this much of a request's body is read; more is answered with 413. */
const bodyLimitBytes = 256 * 1024;
/** The same where staff send a picture or a sound: one may have 300 KB, and who sends a larger one is told so by the page. */
const mediaBodyLimitBytes = 1024 * 1024;

export function bodyLimitOf(path: string): number {
  return /^\/pelatih\/naskah\/[^/]+\/(?:gambar|suara)\//.test(path) ? mediaBodyLimitBytes : bodyLimitBytes;
}

/** `aborted`: the client went away before it had sent everything. */
export type RequestBody = { readonly body: Buffer } | { readonly problem: 'too_large' | 'aborted' };

/** Reads the whole body, counting the bytes that really arrive: a stated length may lie and may be absent. */
export function readBody(request: IncomingMessage): Promise<RequestBody> {
  const limitBytes = bodyLimitOf(request.url ?? '');
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return Promise.resolve({ problem: 'too_large' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let receivedBytes = 0;
    request.on('data', (chunk: Buffer) => {
      receivedBytes += chunk.byteLength;
      if (receivedBytes > limitBytes) resolve({ problem: 'too_large' });
      else chunks.push(chunk);
    });
    request.on('end', () => resolve({ body: Buffer.concat(chunks) }));
    request.on('error', () => resolve({ problem: 'aborted' }));
    request.on('close', () => resolve({ problem: 'aborted' }));
  });
}

const discardBytes = 4 * 1024 * 1024;
const discardMs = 5_000;

/** Lets a sender that is being refused finish for a while, so that it reads the answer instead of a broken pipe. */
export function discardRest(request: IncomingMessage): void {
  let bytes = 0;
  const timer = setTimeout(() => request.destroy(), discardMs).unref();
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes > discardBytes) request.destroy();
  });
  request.on('close', () => clearTimeout(timer));
  request.resume();
}
