import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentTypeOf, isCompressible } from '#server/http/content-types.ts';
import type { ClientFile } from '#server/release.ts';

/** Below this many bytes compressing saves no packet. */
const worthCompressingBytes = 256;
/** Zlib works on four threads of its own. */
const atOnce = 4;

/** Paths below `folder`, with slashes, in order. */
export function listClientFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();
}

/**
 * Puts a `.br` and a `.gz` beside every file that gains by it, and describes all files.
 * What an earlier release holds already is copied from there: compressing is most of the work of a release.
 */
export async function compressClientFiles(
  folder: string,
  earlier: { readonly folder: string; readonly files: Readonly<Record<string, ClientFile>> } | undefined,
): Promise<Record<string, ClientFile>> {
  const names = listClientFiles(folder);
  const described: Record<string, ClientFile> = {};
  const waiting = [...names];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const body = await readFile(join(folder, name));
      const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
      const known = earlier?.files[name];
      described[name] =
        known?.hash === hash && earlier !== undefined
          ? await copyTwins(name, known, earlier.folder, folder)
          : { hash, sizeBytes: body.byteLength, ...(await writeTwins(join(folder, name), body)) };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return Object.fromEntries(names.map((name) => [name, described[name] as ClientFile]));
}

async function copyTwins(name: string, known: ClientFile, from: string, to: string): Promise<ClientFile> {
  if (known.brBytes !== undefined) await copyFile(join(from, `${name}.br`), join(to, `${name}.br`));
  if (known.gzBytes !== undefined) await copyFile(join(from, `${name}.gz`), join(to, `${name}.gz`));
  return known;
}

async function writeTwins(file: string, body: Buffer): Promise<{ brBytes?: number; gzBytes?: number }> {
  if (body.byteLength < worthCompressingBytes || !isCompressible(contentTypeOf(file))) return {};
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
      },
    }),
    promisify(gzip)(body, { level: 9 }),
  ]);
  const twins: { brBytes?: number; gzBytes?: number } = {};
  if (br.byteLength < body.byteLength) {
    await writeFile(`${file}.br`, br);
    twins.brBytes = br.byteLength;
  }
  if (gz.byteLength < body.byteLength) {
    await writeFile(`${file}.gz`, gz);
    twins.gzBytes = gz.byteLength;
  }
  return twins;
}
