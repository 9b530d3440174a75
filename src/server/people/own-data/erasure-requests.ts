import type { Viewer } from '#domain/person/person.ts';
import { requireRole } from '#server/accounts/guards.ts';
import { readDevice, type SignInRequest } from '#server/accounts/devices.ts';
import { findOpenAccount } from '#server/accounts/sign-in.ts';
import type { DataServices, Services } from '#server/services.ts';

// Whoever wants to be erased says so here; a coordinator hands over a copy first and erases.

/** Somebody of the house who waits to be erased. */
export interface WaitingErasure {
  readonly id: string;
  readonly name: string;
  readonly at: number;
}

/** Notes that the viewer asks to be erased, after their secret was given again. @throws Refusal as `findOpenAccount` */
export async function askErasure(
  services: Pick<Services, 'db' | 'pepper'>,
  viewer: Viewer,
  secret: string,
  { cookieHeader, secure, address }: SignInRequest,
): Promise<void> {
  const device = readDevice(cookieHeader, secure);
  await findOpenAccount(services, { login: viewer.login, secret, address, device });
  await services.db.write([
    {
      sql: 'INSERT INTO erasure_request (person, at) VALUES (?, ?) ON CONFLICT (person) DO NOTHING',
      args: [viewer.id, Date.now()],
    },
  ]);
}

/** Takes the viewer's own wish back. */
export async function withdrawErasure({ db }: DataServices, { id }: Viewer): Promise<void> {
  await db.write([{ sql: 'DELETE FROM erasure_request WHERE person = ?', args: [id] }]);
}

/** Since when this person waits to be erased; undefined where they do not. */
export async function findErasureRequest({ db }: DataServices, person: string): Promise<number | undefined> {
  const { rows } = await db.client.execute({ sql: 'SELECT at FROM erasure_request WHERE person = ?', args: [person] });
  return rows[0] === undefined ? undefined : Number(rows[0].at);
}

/** Who of the viewer's house waits, the longest first. @throws Refusal unauthenticated, forbidden */
export async function listErasureRequests({ db }: DataServices, viewer: Viewer | undefined): Promise<WaitingErasure[]> {
  const { house } = requireRole({ viewer }, 'coordinator');
  const { rows } = await db.client.execute({
    sql: `SELECT person.id, person.name, erasure_request.at FROM erasure_request
      JOIN person ON person.id = erasure_request.person WHERE person.house = ? ORDER BY erasure_request.at`,
    args: [house],
  });
  return rows.map(({ id, name, at }) => ({ id: String(id), name: String(name), at: Number(at) }));
}
