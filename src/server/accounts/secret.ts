import { randomBytes, randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { checkSecret, type Role } from '#domain/person/person.ts';
import { isNumber, isNumberHash } from './one-time-number.ts';
import { openTurns } from './turns.ts';

/** OWASP's first choice for Argon2id, the algorithm that the package takes by default: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/** Each hash holds 19 MiB and one of the four threads that also read files for the pages. */
const inTurn = openTurns({ atOnce: Math.min(3, availableParallelism()), waiting: 128 });

/** Argon2id of a PIN or passphrase, peppered, as a PHC string. @throws Refusal too_many when too many wait */
export function hashSecret(secret: string, pepper: Uint8Array): Promise<string> {
  return inTurn(() => hash(secret.normalize('NFKC'), { ...cost, secret: pepper }));
}

/**
 * Whether the secret is the hashed one. Without a hash (an unknown name), and for a one-time number, it takes the same time.
 * @throws Refusal too_many when too many wait
 */
export async function verifySecret(
  secret: string,
  secretHash: string | undefined,
  pepper: Uint8Array,
): Promise<boolean> {
  const isSlow = secretHash !== undefined && !isNumberHash(secretHash);
  const against = isSlow ? secretHash : await decoyHash(pepper);
  const right = await inTurn(() => verify(against, secret.normalize('NFKC'), { ...cost, secret: pepper }));
  return isSlow ? right : secretHash !== undefined && isNumber(secret, secretHash, pepper);
}

/** A new secret for the role that `checkSecret` accepts: a PIN, or a passphrase of 16 unmistakable signs in fours. */
export function makeSecret(role: Role): string {
  if (role !== 'participant') return Array.from({ length: 4 }, () => pick(4)).join('-');
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, '0');
    if (checkSecret({ role, login: '', name: '' }, pin) === undefined) return pin;
  }
}

const unmistakable = 'abcdefghjkmnpqrstuvwxyz23456789';

function pick(length: number): string {
  return Array.from({ length }, () => unmistakable[randomInt(unmistakable.length)]).join('');
}

const decoys = new WeakMap<Uint8Array, Promise<string>>();

/** A hash of nothing anybody knows, made once. */
function decoyHash(pepper: Uint8Array): Promise<string> {
  const known = decoys.get(pepper) ?? hash(randomBytes(32), { ...cost, secret: pepper });
  decoys.set(pepper, known);
  return known;
}
