import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { courseOfTakeHome, takeHomeFileName } from '#domain/course/take-home.ts';
import type { ClientFile } from '#server/release/release.ts';
import { type ByteRange, readByteRange } from '#server/http/byte-range.ts';
import { contentTypeOf } from '#server/http/content-types.ts';
import { chooseEncoding, type Encoding } from '#server/http/encoding.ts';
import { addressOfFile } from '#server/http/page-address.ts';
import type { FlatHeaders } from '#server/http/security-headers.ts';

/** The files of one release that anybody may fetch. */
export interface StaticFiles {
  find(path: string): StaticFile | undefined;
}

/** A file with what never changes about its answers worked out once. */
export interface StaticFile {
  readonly etag: string;
  readonly variants: ReadonlyMap<Encoding | undefined, Variant>;
  readonly encodings: readonly Encoding[];
  readonly memory: Memory;
}

interface Memory {
  freeBytes: number;
}

interface Variant {
  readonly file: string;
  readonly sizeBytes: number;
  readonly headers: FlatHeaders;
  body?: Buffer;
}

/** Files above this are streamed from disk; smaller ones stay in memory until the budget of the release is used up. */
const smallFileBytes = 512 * 1024;
const memoryBudgetBytes = 48 * 1024 * 1024;

/** Opens the `client/` folder of a release. Pages are found by their address (`/kursus/`), never as `…/index.html`. */
export function openStaticFiles(folder: string, files: Readonly<Record<string, ClientFile>>): StaticFiles {
  const memory: Memory = { freeBytes: memoryBudgetBytes };
  const byPath = new Map<string, StaticFile>();
  for (const [name, file] of Object.entries(files)) {
    byPath.set(addressOfFile(name), { ...describeFile(folder, name, file), memory });
  }
  return { find: (path) => byPath.get(path) };
}

/**
 * Answers GET or HEAD with the file: 304 when the client has it, else the smallest encoding that the client takes. A part
 * of a sound is sent on its own: some phones play nothing else.
 */
export async function sendStaticFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file, status, security }: { file: StaticFile; status: number; security: FlatHeaders },
): Promise<void> {
  const encoding = chooseEncoding(request.headers['accept-encoding'], file.encodings);
  const variant = file.variants.get(encoding) ?? file.variants.get(undefined);
  if (variant === undefined) throw new Error('a static file has no variant');

  if (status === 200 && matchesEtag(request.headers['if-none-match'], file.etag)) {
    response.writeHead(304, [...security, ...variant.headers.slice(0, cachingHeaders)]);
    response.end();
    return;
  }
  const range = status === 200 ? findRange(request, file, variant) : undefined;
  if (range !== undefined) return sendRange(response, { variant, range, security });
  const small = variant.sizeBytes <= smallFileBytes;
  const body = small ? (variant.body ?? (await readSmall(variant, file.memory))) : undefined;
  response.writeHead(status, [...security, ...variant.headers]);
  if (request.method === 'HEAD') response.end();
  else if (body !== undefined) response.end(body);
  else await pipeline(createReadStream(variant.file), response);
}

/** Only of files that are sent as they are; `If-Range` would need an ETag that stands for the very bytes. */
function findRange({ method, headers }: IncomingMessage, { encodings }: StaticFile, { sizeBytes }: Variant) {
  if (method !== 'GET' || encodings.length > 0 || headers['if-range'] !== undefined) return undefined;
  return readByteRange(headers.range, sizeBytes);
}

async function sendRange(
  response: ServerResponse,
  { variant, range, security }: { variant: Variant; range: ByteRange | 'unsatisfiable'; security: FlatHeaders },
): Promise<void> {
  if (range === 'unsatisfiable') {
    response.writeHead(416, [...security, 'Content-Range', `bytes */${variant.sizeBytes}`, 'Content-Length', '0']);
    response.end();
    return;
  }
  const { start, end } = range;
  const length = variant.headers.indexOf('Content-Length');
  const headers = [...variant.headers];
  headers[length + 1] = String(end - start + 1);
  response.writeHead(206, [...security, ...headers, 'Content-Range', `bytes ${start}-${end}/${variant.sizeBytes}`]);
  await pipeline(createReadStream(variant.file, { start, end }), response);
}

/** A new content has a new name. */
const isNamedByContent =
  /^(_astro\/|luring\/.+\.(pak|delta)$|pagefind\/((fragment|index|filter)\/|kata\.[^/]+\.(txt|bin)$|pagefind\.[^/]+\.pf_meta$))/;

// ETag, Vary and Cache-Control stand first: a 304 carries just these.
const cachingHeaders = 6;

function describeFile(folder: string, name: string, file: ClientFile): Omit<StaticFile, 'memory'> {
  const etag = `W/"${file.hash}"`;
  const caching = [
    'ETag',
    etag,
    'Vary',
    // A page in a sandbox asks for them from nowhere: what a page of ours keeps of them would not do for it.
    name.startsWith('_astro/') ? 'Accept-Encoding, Origin' : 'Accept-Encoding',
    'Cache-Control',
    isNamedByContent.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  ];
  const variant = (ending: string, sizeBytes: number, encoding?: Encoding): Variant => ({
    file: join(folder, `${name}${ending}`),
    sizeBytes,
    headers: [
      ...caching,
      'Content-Type',
      contentTypeOf(name),
      ...fileNaming(name),
      'Content-Length',
      String(sizeBytes),
      ...(encoding === undefined ? [] : ['Content-Encoding', encoding]),
    ],
  });
  const variants = new Map<Encoding | undefined, Variant>([[undefined, variant('', file.sizeBytes)]]);
  if (file.brBytes !== undefined) variants.set('br', variant('.br', file.brBytes, 'br'));
  if (file.gzBytes !== undefined) variants.set('gzip', variant('.gz', file.gzBytes, 'gzip'));
  const encodings = (['br', 'gzip'] as const).filter((encoding) => variants.has(encoding));
  return { etag, variants, encodings };
}

/** A course to take home is saved, not shown: the site's policy would forbid it its own script. */
function fileNaming(name: string): readonly string[] {
  const course = courseOfTakeHome(`/${name}`);
  return course === undefined ? [] : ['Content-Disposition', `attachment; filename="${takeHomeFileName(course)}"`];
}

function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header === '*') return true;
  const bare = etag.replace(/^W\//, '');
  return header.split(',').some((item) => item.trim().replace(/^W\//, '') === bare);
}

async function readSmall(variant: Variant, memory: Memory): Promise<Buffer> {
  const body = await readFile(variant.file);
  if (body.byteLength !== variant.sizeBytes) throw new Error(`${variant.file} is not as it was released`);
  if (variant.body === undefined && body.byteLength <= memory.freeBytes) {
    memory.freeBytes -= body.byteLength;
    variant.body = body;
  }
  return body;
}
