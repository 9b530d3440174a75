import { inArray, eq } from 'drizzle-orm';
import { person } from '#db/schema/people.ts';
import { freeLogin } from '#domain/login.ts';
import { type ListRow, type ListedPerson, readPeopleList, type WrongRow } from '#domain/people-list.ts';
import type { Viewer } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireRole } from '#server/accounts/guards.ts';
import type { Services } from '#server/services.ts';
import { deedStatement } from './deeds.ts';
import { type AddedPerson, findLogins, preparePerson } from './people.ts';

/** So many people are added at once: each of them costs a hash, and others wait for theirs. */
export const importLimit = 200;

/** What a list would add, and what is wrong with it; where anything is wrong nothing is added. */
export interface CheckedList {
  /** Who would be added, each with the login that they would get. */
  readonly ready: readonly (ListedPerson & { readonly login: string })[];
  /** Rows of people whom the house knows already under the same login and name. */
  readonly known: readonly ListedPerson[];
  readonly wrong: readonly (WrongRow | { readonly line: number; readonly problem: 'login_taken' })[];
  /** Rows whose name somebody of the house has already, or another row: to be looked at, not wrong. */
  readonly namesakes: readonly ListedPerson[];
}

/**
 * Reads a list of people for the viewer's house; changes nothing.
 * @throws Refusal unauthenticated, forbidden; invalid (`list_empty`, `list_too_long`)
 */
export async function checkPeople(
  { db, catalogue }: Pick<Services, 'db' | 'catalogue'>,
  asked: Viewer | undefined,
  rows: readonly ListRow[],
): Promise<CheckedList> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  // One more for the head row.
  if (rows.length > importLimit + 1) throw new Refusal('invalid', 'list_too_long');
  const title = catalogue.houses.find(({ id }) => id === viewer.house)?.name;
  const { people, wrong } = readPeopleList(rows, [viewer.house, ...(title === undefined ? [] : [title])]);
  if (people.length === 0 && wrong.length === 0) throw new Refusal('invalid', 'list_empty');
  const given = people.flatMap(({ login }) => login ?? []);
  const [owners, house] = await Promise.all([
    db.orm
      .select({ login: person.login, name: person.name, house: person.house })
      .from(person)
      .where(inArray(person.login, given)),
    db.orm.select({ name: person.name }).from(person).where(eq(person.house, viewer.house)),
  ]);
  const ownerOf = new Map(owners.map((it) => [it.login, it]));
  const isKnown = ({ login = '', name }: ListedPerson) =>
    ownerOf.get(login)?.house === viewer.house && ownerOf.get(login)?.name === name;
  const isTaken = ({ login = '' }: ListedPerson) => ownerOf.has(login);
  const fresh = people.filter((it) => !isTaken(it));
  const names = Map.groupBy([...house.map(({ name }) => name), ...fresh.map(({ name }) => name)], sameName);
  return {
    ready: await giveLogins(db, fresh),
    known: people.filter(isKnown),
    wrong: [
      ...wrong,
      ...people
        .filter((it) => isTaken(it) && !isKnown(it))
        .map(({ line }) => ({ line, problem: 'login_taken' as const })),
    ].toSorted((a, b) => a.line - b.line),
    namesakes: fresh.filter(({ name }) => (names.get(sameName(name))?.length ?? 0) > 1),
  };
}

/**
 * Adds everybody of a list, or nobody: their PINs and passphrases are answered once. `id` is the id of the first person, so that
 * the same form sent twice adds nobody twice.
 * @throws Refusal as `checkPeople`; invalid (`list_wrong`); conflict (`already_imported`, or `login_taken` by somebody meanwhile)
 */
export async function importPeople(
  services: Services,
  asked: Viewer | undefined,
  rows: readonly ListRow[],
  id: string,
): Promise<readonly AddedPerson[]> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const { db } = services;
  const checked = await checkPeople(services, viewer, rows);
  if (checked.wrong.length > 0) throw new Refusal('invalid', 'list_wrong');
  if (await isKnownId(services, id)) throw new Refusal('conflict', 'already_imported');
  const prepared: Awaited<ReturnType<typeof preparePerson>>[] = [];
  // One after the other: somebody who signs in meanwhile waits for one hash and not for two hundred.
  for (const [at, { name, role, login }] of checked.ready.entries()) {
    prepared.push(
      await preparePerson(services, {
        ...(at === 0 && { id }),
        ...{ house: viewer.house, name, role, login, made: 'number' },
      }),
    );
  }
  const statements = prepared.flatMap(({ row }) => [
    db.orm.insert(person).values(row),
    deedStatement('add', { by: viewer.id, person: row.id }),
  ]);
  try {
    await db.write(statements);
  } catch (error) {
    if (!isTakenKey(error)) throw error;
    throw new Refusal('conflict', (await isKnownId(services, id)) ? 'already_imported' : 'login_taken');
  }
  return prepared.map(({ row, secret }) => {
    const { id: own, login, name, role, house } = row;
    return { person: { id: own, login, name, role, house }, secret };
  });
}

async function giveLogins(db: Services['db'], people: readonly ListedPerson[]) {
  const unnamed = people.filter(({ login }) => login === undefined).map(({ name }) => name);
  const taken = await findLogins(db, unnamed);
  for (const { login } of people) if (login !== undefined) taken.add(login);
  return people.map((it) => {
    const login = it.login ?? freeLogin(it.name, taken);
    taken.add(login);
    return { ...it, login };
  });
}

async function isKnownId({ db }: Pick<Services, 'db'>, id: string): Promise<boolean> {
  return (await db.orm.select({ id: person.id }).from(person).where(eq(person.id, id))).length > 0;
}

function isTakenKey(error: unknown): boolean {
  return (
    error instanceof Error && /SQLITE_CONSTRAINT|UNIQUE constraint/.test(`${error.message} ${String(error.cause)}`)
  );
}

function sameName(text: string): string {
  return text.toLocaleLowerCase('id').split(/\s+/).join(' ');
}
