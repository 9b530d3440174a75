import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from '#db/client.ts';
import { makeSecretFile, readSecretFile } from '#server/secret-file.ts';

/** Why nothing can be signed: the file is not there, damaged, or holds another key than the database knows. */
export type KeyProblem = 'key_missing' | 'key_damaged' | 'key_foreign';

/** What signs certificates. */
export interface HouseKey {
  /** 32 bytes in base64url. */
  readonly publicKey: string;
  /** Ed25519, 64 bytes. @see RFC 8032 */
  sign(bytes: Uint8Array): Uint8Array;
}

/** What stands before the 32 bytes of a private Ed25519 key in PKCS #8. @see RFC 8410 section 7 */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Where the key of a database is kept: beside its pepper. */
export function houseKeyFile(db: Pick<Database, 'file'>, dataFolder: string): string {
  return join(db.file === undefined ? dataFolder : dirname(db.file), 'house-key');
}

/** Makes the key of a database that has none yet. Where one is known already nothing is made, whether its file is there or not. */
export async function adoptHouseKey(db: Database, file: string): Promise<void> {
  if ((await findCurrentKey(db)) !== undefined) return;
  const { publicKey } = toHouseKey(readSecretFile(file) ?? makeSecretFile(file));
  // Of two hosts that share the database one is first; the other then finds that its file holds another key.
  await db.write([addKey(publicKey, 'WHERE NOT EXISTS (SELECT 1 FROM certificate_key)')]);
}

/** Reads the key anew each time: it can be put back while the server runs. */
export async function openHouseKey({
  db,
  keyFile,
}: {
  readonly db: Database;
  readonly keyFile: string;
}): Promise<HouseKey | { readonly problem: KeyProblem }> {
  const known = await findCurrentKey(db);
  const seed = readHouseKey(keyFile);
  if (seed === undefined) return { problem: existsSync(keyFile) ? 'key_damaged' : 'key_missing' };
  const key = toHouseKey(seed);
  return key.publicKey === known ? key : { problem: 'key_foreign' };
}

/** Public part of the key that signs now; undefined before the first one. */
export async function findCurrentKey({ client }: Pick<Database, 'client'>): Promise<string | undefined> {
  const { rows } = await client.execute(
    'SELECT key FROM certificate_key WHERE rowid = (SELECT max(rowid) FROM certificate_key)',
  );
  return rows[0] === undefined ? undefined : String(rows[0].key);
}

/** The bytes of a key's file; undefined when it is not there or damaged: nothing but certificates waits for it. */
export function readHouseKey(file: string): Uint8Array | undefined {
  try {
    return readSecretFile(file);
  } catch {
    return undefined;
  }
}

/** Public part of the key in a file's bytes. */
export function publicKeyOf(seed: Uint8Array): string {
  return toHouseKey(seed).publicKey;
}

function addKey(publicKey: string, where: string) {
  return {
    sql: `INSERT INTO certificate_key (key, since) SELECT ?, ? ${where}`,
    args: [publicKey, Date.now()],
  };
}

function toHouseKey(seed: Uint8Array): HouseKey {
  const key: KeyObject = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
  return {
    publicKey: createPublicKey(key).export({ format: 'jwk' }).x ?? '',
    sign: (bytes) => sign(null, bytes, key),
  };
}
