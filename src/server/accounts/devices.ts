import { randomBytes } from 'node:crypto';
import type { Database, Statement } from '#db/client.ts';
import { normalizeLogin } from '#domain/person/person.ts';
import { sha256 } from '#server/digest.ts';
import { cookieName } from './cookie-name.ts';

/** A request that signs somebody in: its `Cookie` header, and whether cookies may travel by TLS alone. */
export interface SignInRequest {
  readonly cookieHeader: string | null;
  readonly secure: boolean;
  readonly address: string;
}

/** Holds a token that says nothing but "this browser signed in here before"; opens nothing by itself. */
export const deviceCookie = 'perangkat';

/** Browsers keep a cookie for 400 days at most. */
const keptSeconds = 400 * 86_400;

/** A person's oldest devices are forgotten beyond this many. */
const devicesPerPerson = 20;

/** The token of this `Cookie` header; undefined when there is none that we could have made. */
export function readDevice(cookieHeader: string | null | undefined, secure: boolean): string | undefined {
  const start = `${cookieName(deviceCookie, secure)}=`;
  const cookie = (cookieHeader ?? '').split(/;\s*/).find((it) => it.startsWith(start));
  return cookie === undefined ? undefined : /^[A-Za-z0-9_-]{22}$/.exec(cookie.slice(start.length))?.[0];
}

/** Whether somebody signed in to this account from this device before. */
export async function isKnownDevice(db: Database, login: string, device: string | undefined): Promise<boolean> {
  const { rows } = await db.client.execute({
    sql: 'SELECT 1 FROM known_device JOIN person ON person.id = known_device.person WHERE known_device.id = ? AND person.login = ?',
    args: [device === undefined ? '' : sha256(device), normalizeLogin(login) ?? ''],
  });
  return rows.length > 0;
}

/** Remembers that a person signed in from here; answers the `Set-Cookie` value. A device may be several people's. */
export async function rememberDevice(
  db: Database,
  person: string,
  device: string | undefined,
  secure: boolean,
): Promise<string> {
  const token = device ?? randomBytes(16).toString('base64url');
  const now = Date.now();
  await db.write([
    {
      sql: `INSERT INTO known_device (id, person, seen_at) VALUES (?, ?, ?)
        ON CONFLICT (id, person) DO UPDATE SET seen_at = excluded.seen_at`,
      args: [sha256(token), person, now],
    },
    {
      sql: `DELETE FROM known_device WHERE person = ? AND id NOT IN (
        SELECT id FROM known_device WHERE person = ? ORDER BY seen_at DESC, id LIMIT ?)`,
      args: [person, person, devicesPerPerson],
    },
  ]);
  const attributes = `Path=/; Max-Age=${keptSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return `${cookieName(deviceCookie, secure)}=${token}; ${attributes}`;
}

/** Forgets all devices of a person whose secret was cleared: they may be in other hands. */
export function forgetDevicesStatement(person: string): Statement {
  return { sql: 'DELETE FROM known_device WHERE person = ?', args: [person] };
}
