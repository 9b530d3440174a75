import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isSystemFile } from '#content/files/system-file.ts';

/** Everything that a built site is made of. */
export const sources = [
  'content',
  'src',
  'public',
  'db',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * Digest of all that a release is built from, of the address that is written into its pages, and of what stands over the
 * content (null where a file is taken away).
 */
export function digestSources(
  root: string,
  siteUrl: string | undefined,
  overlay: ReadonlyMap<string, Uint8Array | null> = new Map(),
): string {
  const hash = createHash('sha256').update(siteUrl ?? '');
  for (const file of sources.flatMap((name) => listFiles(root, join(root, name))).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  for (const [path, bytes] of [...overlay].sort()) hash.update(`\0over ${path}\0`).update(bytes ?? '\0');
  return hash.digest('hex');
}

function listFiles(root: string, path: string): string[] {
  if (!existsSync(path)) return [];
  const name = relative(root, path).split(sep).join('/');
  if (name === 'db/data') return [];
  if (!statSync(path).isDirectory()) return [name];
  const entries = readdirSync(path).filter((entry) => !isSystemFile(entry));
  return entries.flatMap((entry) => listFiles(root, join(path, entry)));
}
