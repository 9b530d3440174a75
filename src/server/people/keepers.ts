import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { person } from '#db/schema/people.ts';
import { type Viewer, viewerOf } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireRole } from '#server/accounts/guards.ts';
import type { DataServices } from '#server/services.ts';
import { nextChange, requireLogin } from './people.ts';

// A keeper is a coordinator who sees the server that all houses share: whoever came by the set-up address, or was named by the
// command. It ends with the role or the account.

/** Whether this person keeps the server. */
export async function isKeeper({ db }: DataServices, { id }: Pick<Viewer, 'id'>): Promise<boolean> {
  const found = await db.orm
    .select({ id: person.id })
    .from(person)
    .where(and(isKeeping, eq(person.id, id)));
  return found.length > 0;
}

/** Who is signed in, when they keep the server. @throws Refusal unauthenticated, forbidden */
export async function requireKeeper(services: DataServices, asked: Viewer | undefined): Promise<Viewer> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  if (!(await isKeeper(services, viewer))) throw new Refusal('forbidden');
  return viewer;
}

/**
 * Whoever could take a keeper's passphrase away would be keeper themselves: only keepers act on a keeper's account.
 * @throws Refusal invalid (`keeper_account`)
 */
export async function requireOverKeeper(
  services: DataServices,
  viewer: Viewer,
  { id, keeperSince }: { readonly id: string; readonly keeperSince: number | null },
): Promise<void> {
  if (keeperSince === null || id === viewer.id || (await isKeeper(services, viewer))) return;
  throw new Refusal('invalid', 'keeper_account');
}

/**
 * Makes a coordinator a keeper, beside those who are; twice changes nothing.
 * @throws Refusal not_found (`login`); invalid (`keeper_role`)
 */
export async function nameKeeper(db: Database, login: string): Promise<Viewer> {
  const found = await requireLogin(db, login);
  const may = and(eq(person.id, found.id), eq(person.role, 'coordinator'), isNull(person.deactivatedAt));
  await db.write([
    db.orm
      .update(person)
      .set({ keeperSince: Date.now(), changedAt: nextChange() })
      .where(and(may, isNull(person.keeperSince))),
  ]);
  if (!(await isKeeper({ db }, found))) throw new Refusal('invalid', 'keeper_role');
  return viewerOf(found);
}

const isKeeping = and(eq(person.role, 'coordinator'), isNotNull(person.keeperSince), isNull(person.deactivatedAt));
