import { createHash } from 'node:crypto';

/** What a file must be. */
export interface FileDigest {
  readonly sizeBytes: number;
  /** SHA-256, 64 hex digits. */
  readonly digest: string;
}

/** In the folder of a release: every other file of it by its path, with slashes. */
export const digestsFile = 'digests';

export function digestOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One line a file, and at the end the digest of all lines above: a part of the text is never taken for the whole. */
export function formatDigests(files: ReadonlyMap<string, FileDigest>): string {
  const lines = [...files].map(([path, { sizeBytes, digest }]) => `${digest} ${sizeBytes} ${path}\n`).join('');
  return `${lines}${digestOf(lines)}\n`;
}

/** Undefined when the text is not as it was written. */
export function parseDigests(text: string): ReadonlyMap<string, FileDigest> | undefined {
  const last = text.lastIndexOf('\n', text.length - 2) + 1;
  const lines = text.slice(0, last);
  if (text.slice(last) !== `${digestOf(lines)}\n`) return undefined;
  const files = new Map<string, FileDigest>();
  for (const line of lines.split('\n')) {
    const [, digest, size, path] = /^([0-9a-f]{64}) (\d+) (.+)$/.exec(line) ?? [];
    if (digest !== undefined && path !== undefined) files.set(path, { sizeBytes: Number(size), digest });
  }
  return files;
}
