import { asc, eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { merge, person } from '#db/schema/people.ts';
import { normalizeLogin } from '#domain/person/person.ts';

// Accounts that became part of another one of the same person: their logins lead on, what phones kept under their ids is taken.

/** An account that is gone, with when it was merged (milliseconds since 1970). */
export interface FormerAccount {
  readonly id: string;
  readonly login: string;
  readonly at: number;
}

/** The login in force for one that was typed: another where its account was merged. What is no login stays as it was typed. */
export async function leadOn({ orm }: Database, typed: string): Promise<string> {
  const login = normalizeLogin(typed);
  if (login === undefined) return typed;
  const [found] = await orm
    .select({ login: person.login })
    .from(merge)
    .innerJoin(person, eq(person.id, merge.person))
    .where(eq(merge.login, login));
  return found?.login ?? login;
}

/** The accounts that became part of somebody's, the oldest first. */
export function listFormerAccounts({ orm }: Database, of: string): Promise<FormerAccount[]> {
  return orm
    .select({ id: merge.gone, login: merge.login, at: merge.at })
    .from(merge)
    .where(eq(merge.person, of))
    .orderBy(asc(merge.at), asc(merge.gone));
}

/** Whether this account became part of that person's. */
export async function isFormerAccount({ orm }: Database, id: string, of: string): Promise<boolean> {
  const [found] = await orm.select({ person: merge.person }).from(merge).where(eq(merge.gone, id));
  return found?.person === of;
}
