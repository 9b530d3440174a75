import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { Server as TlsServer } from 'node:https';
import { createSecureContext } from 'node:tls';

/** Certificate (with those between it and its authority) and private key, as PEM. */
export interface KeyPair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Reads both files anew at each call. @throws one sentence that names the file that cannot be read */
export function openKeyFiles(files: { readonly cert: string; readonly key: string }): () => Promise<KeyPair> {
  const read = (file: string): Promise<Buffer> =>
    readFile(file).catch(() => {
      throw new Error(`TLS_CERT or TLS_KEY: the file ${file} cannot be read.`);
    });
  return async () => ({ cert: await read(files.cert), key: await read(files.key) });
}

/** The pair that a server shows just now. */
export interface FollowedPair {
  /** When its certificate ends; milliseconds since 1970. */
  endsAt(): number;
  stop(): void;
}

export interface FollowOptions {
  readonly first: KeyPair;
  read(): Promise<KeyPair>;
  readonly everyMs: number;
  /** Called once when another pair is taken, and once for each that is refused. */
  tell(event: 'certificate taken over' | 'certificate refused', why?: string): void;
}

/**
 * Shows new connections a pair that was replaced in its files; those that are open end on the old one. While the halves do not
 * belong together, or one is not whole or not there, the old pair goes on.
 */
export function followKeyPair(server: Server, { first, read, everyMs, tell }: FollowOptions): FollowedPair {
  let shown = first;
  let refused: KeyPair | undefined;
  let busy = false;
  const look = async (): Promise<void> => {
    // A file that is not there just now is looked for again.
    const found = await read().catch(() => undefined);
    if (found === undefined || isSame(found, shown) || (refused !== undefined && isSame(found, refused))) return;
    try {
      createSecureContext({ ...found });
      if (server instanceof TlsServer) server.setSecureContext({ ...found });
      shown = found;
      refused = undefined;
      tell('certificate taken over');
    } catch (error) {
      refused = found;
      tell('certificate refused', String(error));
    }
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void look().finally(() => {
      busy = false;
    });
  }, everyMs).unref();
  return { endsAt: () => new X509Certificate(shown.cert).validToDate.getTime(), stop: () => clearInterval(timer) };
}

function isSame(one: KeyPair, other: KeyPair): boolean {
  return one.cert.equals(other.cert) && one.key.equals(other.key);
}
