import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isSystemFile } from '#content/files/system-file.ts';
import { contentTypeOf, isCompressible } from '#server/http/content-types.ts';
import type { ClientFile } from '#server/release/release.ts';
import type { FindTwins, Twins } from './earlier-twins.ts';
import { fileDigest } from '#release/file-digest.ts';
import { takeHomeName } from '#domain/course/take-home.ts';

/** Below this many bytes compressing saves no packet. */
const worthCompressingBytes = 256;
/** Zlib works on four threads of its own. */
const atOnce = 4;

/** Paths below `folder`, with slashes, in order; without what a system left there. */
export function listClientFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && !isSystemFile(basename(name)))
    .map((name) => name.split(sep).join('/'))
    .sort();
}

/**
 * Puts a `.br` and a `.gz` beside each of the files that gains by it, and describes them. Twins that an earlier release holds
 * of the same content are taken over.
 */
export async function compressClientFiles(
  folder: string,
  names: readonly string[],
  findTwins: FindTwins,
): Promise<Record<string, ClientFile>> {
  const described: Record<string, ClientFile> = {};
  const waiting = [...names];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const body = await readFile(join(folder, name));
      const hash = fileDigest(body);
      const twins = (await findTwins(hash)) ?? (await compress(name, body));
      described[name] = { hash, sizeBytes: body.byteLength, ...(await writeTwins(join(folder, name), twins)) };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return Object.fromEntries(names.map((name) => [name, described[name] as ClientFile]));
}

/** Large files and those that change with every release gain next to nothing by the last effort. */
function brotliQuality(name: string): number {
  if (name.startsWith('luring/cari-') || name.endsWith(takeHomeName)) return constants.BROTLI_MAX_QUALITY - 2;
  return /^(pagefind|luring)\//.test(name) ? constants.BROTLI_MAX_QUALITY - 1 : constants.BROTLI_MAX_QUALITY;
}

/** Only a page that came securely keeps packs, and a browser that does so takes Brotli. */
function isFetchedSecurely(name: string): boolean {
  return /\.(pak|delta)$/.test(name);
}

async function compress(name: string, body: Buffer): Promise<Twins> {
  if (body.byteLength < worthCompressingBytes || !isCompressible(contentTypeOf(name))) return {};
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality(name),
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(body, { params }),
    isFetchedSecurely(name) ? undefined : promisify(gzip)(body, { level: 9 }),
  ]);
  return {
    ...(br.byteLength < body.byteLength && { br }),
    ...(gz !== undefined && gz.byteLength < body.byteLength && { gz }),
  };
}

async function writeTwins(file: string, { br, gz }: Twins): Promise<Pick<ClientFile, 'brBytes' | 'gzBytes'>> {
  if (br !== undefined) await writeFile(`${file}.br`, br);
  if (gz !== undefined) await writeFile(`${file}.gz`, gz);
  return { ...(br && { brBytes: br.byteLength }), ...(gz && { gzBytes: gz.byteLength }) };
}
