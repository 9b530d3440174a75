import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { setup } from '#db/schema/accounts.ts';
import { type Viewer, viewerOf } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { sha256 } from '#server/digest.ts';
import { hasCoordinators, preparePerson } from './people.ts';
import type { Services } from '#server/services.ts';

/** What the set-up page sends; the person becomes coordinator of the house and keeper of the server. */
export interface SetupForm {
  readonly token: string;
  readonly house: string;
  readonly name: string;
  readonly login: string;
  readonly secret: string;
}

/** So many unused addresses stay good: each host that shares the database prints its own. */
const openAddresses = 20;

/**
 * The path of the one-time set-up page while there is no coordinator, else undefined. It is called at the start of a server, which
 * prints it; the addresses of other hosts stay good until one of them was used.
 */
export async function openSetup(db: Database): Promise<string | undefined> {
  if (await hasCoordinators(db)) return undefined;
  const token = randomBytes(24).toString('base64url');
  await db.write([
    db.orm.insert(setup).values({ tokenHash: sha256(token), createdAt: Date.now() }),
    {
      sql: `DELETE FROM setup WHERE used_at IS NULL AND token_hash NOT IN (
        SELECT token_hash FROM setup WHERE used_at IS NULL ORDER BY created_at DESC, rowid DESC LIMIT ?)`,
      args: [openAddresses],
    },
  ]);
  return `/pengurus/mulai/?kode=${token}`;
}

/** Whether this token still opens the set-up page. */
export async function isSetupOpen(db: Database, token: string): Promise<boolean> {
  const rows = await db.orm
    .select({ tokenHash: setup.tokenHash })
    .from(setup)
    .where(and(eq(setup.tokenHash, sha256(token)), isNull(setup.usedAt)));
  return rows.length > 0 && !(await hasCoordinators(db));
}

/**
 * Makes the first coordinator and uses the token up, both or neither; `createSession` may follow.
 * @throws Refusal not_found when the token is not valid (any more); invalid with the problem as detail
 */
export async function completeSetup(services: Services, form: SetupForm): Promise<Viewer> {
  const { db } = services;
  // Before the expensive hash, so that strangers cannot ask for one.
  if (!(await isSetupOpen(db, form.token))) throw new Refusal('not_found', 'setup');
  const { row } = await preparePerson(services, { ...form, role: 'coordinator' });
  const { id, login, name, role, house, secretHash, createdAt } = row;
  const tokenHash = sha256(form.token);
  const [inserted] = await db.write([
    {
      sql: `INSERT INTO person (id, login, name, role, house, secret_hash, created_at, keeper_since) SELECT ?, ?, ?, ?, ?, ?, ?, ?
        WHERE NOT EXISTS (SELECT 1 FROM person WHERE role = 'coordinator')
        AND EXISTS (SELECT 1 FROM setup WHERE token_hash = ? AND used_at IS NULL) RETURNING id`,
      args: [id, login, name, role, house, secretHash, createdAt, createdAt, tokenHash],
    },
    db.orm
      .update(setup)
      .set({ usedAt: Date.now() })
      .where(and(eq(setup.tokenHash, tokenHash), isNull(setup.usedAt))),
  ]);
  if (inserted?.rows.length !== 1) throw new Refusal('not_found', 'setup');
  return viewerOf(row);
}
