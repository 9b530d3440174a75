import { isIPv6 } from 'node:net';
import type { ResultSet } from '@libsql/client';
import type { Database, Statement } from '#db/client.ts';
import { normalizeLogin } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { sha256 } from '#server/digest.ts';

interface Limit {
  readonly attempts: number;
  readonly windowMs: number;
}

const minute = 60_000;
const day = 1440 * minute;

/** Failed sign-ins of one account from one place; the longer they go on, the longer the wait. */
export const accountLimits: readonly Limit[] = [
  { attempts: 5, windowMs: 15 * minute },
  { attempts: 10, windowMs: 120 * minute },
  { attempts: 20, windowMs: day },
];

/**
 * Failed sign-ins of one account from everywhere but the devices that signed in to it before: a PIN has a million values.
 * Whoever uses this up keeps new devices out for a day, never those that are known.
 */
export const everywhereLimits: readonly Limit[] = [{ attempts: 100, windowMs: day }];

/** Failed sign-ins from one address. A whole village may stand behind it: those that succeed are taken out again. */
export const addressLimits: readonly Limit[] = [{ attempts: 30, windowMs: 15 * minute }];

/** From where somebody tries to sign in. `device` is its token when it signed in to this very account before. */
export interface Origin {
  readonly login: string;
  readonly address: string;
  readonly device: string | undefined;
  /** What is tried: the passphrase or PIN (where nothing is said), or the code after it. */
  readonly asked?: 'secret' | 'code';
}

/** What an attempt is counted under: a known device by itself alone, so that nobody else can use up what it may try. */
function countersOf({ login, address, device, asked }: Origin): readonly Counter[] {
  // A right passphrase forgives wrong ones: codes have counters that it leaves alone.
  const name = asked === 'code' ? `${accountName(login)}/code` : accountName(login);
  const account = accountKey(login);
  if (device !== undefined) return [{ key: sha256(`device:${name}/${device}`), limits: accountLimits, account }];
  const from = addressName(address);
  return [
    { key: sha256(`place:${name}/${from}`), limits: accountLimits, account },
    { key: asked === 'code' ? sha256(`login:${name}`) : account, limits: everywhereLimits, account },
    { key: sha256(`address:${from}`), limits: addressLimits, account: null },
  ];
}

interface Counter {
  readonly key: string;
  readonly limits: readonly Limit[];
  /** Whose reset forgives these attempts; null where no reset does. */
  readonly account: string | null;
}

/** One counted attempt; the ids of its rows. */
export interface CountedAttempt {
  readonly rows: readonly number[];
  /** What is forgiven with it: the failed ones of the same place or device. */
  readonly placeKey: string;
  /** Whether it took one of the tries that the account's one-time number has. */
  readonly tookTry: boolean;
}

/**
 * Refuses when whoever tries has used up the attempts. Counts nothing: keeps those who only hammer out of the queue before
 * the secret.
 * @throws Refusal too_many, with the seconds until the next attempt
 */
export async function requireAttemptLeft(db: Database, origin: Origin): Promise<void> {
  const now = Date.now();
  const waits = await Promise.all(countersOf(origin).map(({ key, limits }) => waitMs(db, key, limits, now)));
  const longest = Math.max(...waits);
  if (longest > 0) throw new Refusal('too_many', 'sign-in', Math.ceil(longest / 1000));
}

/**
 * Counts an attempt before its secret is checked. Limit and row are one statement, so that a thousand attempts at once get
 * no further than one after the other.
 * @throws Refusal too_many, with the seconds until the next attempt
 */
export async function countAttempt(db: Database, origin: Origin): Promise<CountedAttempt> {
  const counters = countersOf(origin);
  const takeTry = {
    sql: `UPDATE person SET number_tries = number_tries - 1
      WHERE login = ? AND number_until IS NOT NULL AND number_tries > 0 AND changes() > 0 RETURNING id`,
    args: [accountName(origin.login)],
  };
  const { rows, alongside } = await insertCounted(db, counters, origin.asked === 'code' ? [] : [takeTry]);
  if (rows.length === 0) {
    await requireAttemptLeft(db, origin);
    throw new Refusal('too_many', 'sign-in', 1);
  }
  return { rows, placeKey: counters[0]?.key ?? '', tookTry: (alongside[0]?.rows.length ?? 0) > 0 };
}

/** Limits and rows are one statement; `after` follows it in the same transaction. Answers no rows where a limit is reached. */
async function insertCounted(
  db: Database,
  counters: readonly Counter[],
  after: readonly Statement[] = [],
): Promise<{ readonly rows: readonly number[]; readonly alongside: readonly ResultSet[] }> {
  const now = Date.now();
  const conditions = counters.flatMap(({ key, limits }) => limits.map((limit) => ({ ...limit, key })));
  const [, inserted, ...alongside] = await db.write([
    { sql: 'DELETE FROM sign_in_attempt WHERE at <= ?', args: [now - longestWindowMs] },
    {
      sql: `INSERT INTO sign_in_attempt (key, account, at) SELECT column1, column2, ?
        FROM (VALUES ${counters.map(() => '(?, ?)').join(', ')}) WHERE ${conditions
          .map(() => '(SELECT count(*) FROM sign_in_attempt WHERE key = ? AND at > ? AND at <= ?) < ?')
          .join(' AND ')} RETURNING id`,
      args: [
        now,
        ...counters.flatMap(({ key, account }) => [key, account]),
        ...conditions.flatMap(({ key, windowMs, attempts }) => [key, now - windowMs, now + clockSkewMs, attempts]),
      ],
    },
    ...after,
  ]);
  return { rows: (inserted?.rows ?? []).map((row) => Number(row.id)), alongside };
}

/** Wrong codes of cohorts from one address, behind which a whole class may stand. */
const guessLimits: readonly Limit[] = [
  { attempts: 20, windowMs: 15 * minute },
  { attempts: 100, windowMs: day },
];

/** Counts a typed code before it is looked up; answers its rows. @throws Refusal too_many, with the seconds to wait */
export async function countGuess(db: Database, address: string): Promise<readonly number[]> {
  const key = sha256(`code:${addressName(address)}`);
  const { rows } = await insertCounted(db, [{ key, limits: guessLimits, account: null }]);
  if (rows.length > 0) return rows;
  const wait = await waitMs(db, key, guessLimits, Date.now());
  throw new Refusal('too_many', 'code', Math.max(1, Math.ceil(wait / 1000)));
}

/** Takes a right code out of the count. */
export async function forgiveGuess(db: Database, rows: readonly number[]): Promise<void> {
  await db.write([
    { sql: `DELETE FROM sign_in_attempt WHERE id IN (${rows.map(() => '?').join(', ')})`, args: [...rows] },
  ]);
}

/**
 * Takes a successful attempt out of the count, and forgets the failed ones of its place or device (not of its address). A try
 * of the one-time number that it took is given back while `secretHash` is still the number's.
 */
export async function forgiveAttempt(
  db: Database,
  { rows, placeKey, tookTry }: CountedAttempt,
  { id, secretHash }: { readonly id: string; readonly secretHash: string },
): Promise<void> {
  await db.write([
    {
      sql: `DELETE FROM sign_in_attempt WHERE key = ? OR id IN (${rows.map(() => '?').join(', ')})`,
      args: [placeKey, ...rows],
    },
    ...(tookTry
      ? [
          {
            sql: 'UPDATE person SET number_tries = number_tries + 1 WHERE id = ? AND secret_hash = ?',
            args: [id, secretHash],
          },
        ]
      : []),
  ]);
}

/** Forgets the failed attempts of an account whose secret was reset: from now on every device begins anew. */
export function forgiveAccountStatement(login: string): Statement {
  return { sql: 'DELETE FROM sign_in_attempt WHERE account = ?', args: [accountKey(login)] };
}

/** When signing in to this account failed, oldest first. */
export async function listAccountAttempts(db: Database, login: string): Promise<number[]> {
  const sql = 'SELECT DISTINCT at FROM sign_in_attempt WHERE account = ? ORDER BY at';
  const { rows } = await db.client.execute({ sql, args: [accountKey(login)] });
  return rows.map(({ at }) => Number(at));
}

const longestWindowMs = Math.max(...accountLimits.map(({ windowMs }) => windowMs));

/** Rows this far ahead may be another host's; those further ahead are a clock's that was set right since. */
const clockSkewMs = minute;

/** Milliseconds until one more attempt is allowed; 0 when it is. */
async function waitMs(db: Database, key: string, limits: readonly Limit[], now: number): Promise<number> {
  const { rows } = await db.client.execute({
    sql: 'SELECT at FROM sign_in_attempt WHERE key = ? AND at <= ? ORDER BY at DESC LIMIT ?',
    args: [key, now + clockSkewMs, Math.max(...limits.map(({ attempts }) => attempts))],
  });
  const waits = limits.map(({ attempts, windowMs }) => {
    const oldest = rows[attempts - 1];
    return oldest === undefined ? 0 : Number(oldest.at) + windowMs - now;
  });
  return Math.max(0, ...waits);
}

/** Every spelling of one login is one account; what is no login at all is one too. */
function accountName(login: string): string {
  return normalizeLogin(login) ?? login.normalize('NFKC').trim().toLowerCase().slice(0, 200);
}

function accountKey(login: string): string {
  return sha256(`login:${accountName(login)}`);
}

/** An IPv6 network (/64) counts as one address: every phone in it can take a billion. */
function addressName(address: string): string {
  const bare = address.split('%')[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare);
  return mapped?.[1] ?? (isIPv6(bare) ? network64(bare) : bare);
}

function network64(address: string): string {
  // The URL parser writes any spelling of an address in one way.
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
