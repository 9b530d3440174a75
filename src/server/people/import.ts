import { inArray, eq } from 'drizzle-orm';
import type { Database, RowsStatement } from '#db/client.ts';
import { person } from '#db/schema/people.ts';
import type { House } from '#domain/house.ts';
import { freeLogin } from '#domain/person/login.ts';
import { type ListRow, type ListedPerson, readPeopleList, type WrongRow } from '#domain/person/people-list.ts';
import { nameKey, type Viewer, viewerOf } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireRole } from '#server/accounts/guards.ts';
import type { Services } from '#server/services.ts';
import { makeUuid } from '#server/uuid.ts';
import { type AddedPerson, findLogins, type PersonServices, preparePerson } from './people.ts';

/** So many people are added at once: what they cost holds up nobody else. */
export const importLimit = 2000;

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
  return checkList({ db, catalogue }, requireRole({ viewer: asked }, 'coordinator').house, rows);
}

/** The same for any house, for whoever has the command line. @throws Refusal invalid */
export async function checkList(
  { db, catalogue }: Pick<PersonServices, 'db'> & { readonly catalogue: { readonly houses: readonly ListHouse[] } },
  houseId: string,
  rows: readonly ListRow[],
): Promise<CheckedList> {
  // One more for the head row.
  if (rows.length > importLimit + 1) throw new Refusal('invalid', 'list_too_long');
  const own = catalogue.houses.find(({ id }) => id === houseId);
  if (own === undefined) throw new Refusal('invalid', 'house_unknown');
  const { people, wrong } = readPeopleList(rows, [own.id, own.name]);
  if (people.length === 0 && wrong.length === 0) throw new Refusal('invalid', 'list_empty');
  const given = people.flatMap(({ login }) => login ?? []);
  const [owners, house] = await Promise.all([
    db.orm
      .select({ login: person.login, name: person.name, house: person.house })
      .from(person)
      .where(inArray(person.login, given)),
    db.orm.select({ name: person.name }).from(person).where(eq(person.house, houseId)),
  ]);
  const ownerOf = new Map(owners.map((it) => [it.login, it]));
  const isKnown = ({ login = '', name }: ListedPerson) =>
    ownerOf.get(login)?.house === houseId && ownerOf.get(login)?.name === name;
  const isTaken = ({ login = '' }: ListedPerson) => ownerOf.has(login);
  const fresh = people.filter((it) => !isTaken(it));
  const names = Map.groupBy([...house.map(({ name }) => name), ...fresh.map(({ name }) => name)], nameKey);
  return {
    ready: await giveLogins(db, fresh),
    known: people.filter(isKnown),
    wrong: [
      ...wrong,
      ...people
        .filter((it) => isTaken(it) && !isKnown(it))
        .map(({ line }) => ({ line, problem: 'login_taken' as const })),
    ].toSorted((a, b) => a.line - b.line),
    namesakes: fresh.filter(({ name }) => (names.get(nameKey(name))?.length ?? 0) > 1),
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
  const { house, id: by } = requireRole({ viewer: asked }, 'coordinator');
  if (await isKnownId(services, id)) throw new Refusal('conflict', 'already_imported');
  return addList(services, { house, by, id }, rows);
}

/**
 * The same for any house, for whoever has the command line. `by` is who gave the command.
 * @throws Refusal as `checkList`; invalid (`list_wrong`); conflict
 */
export async function addList(
  services: PersonServices & Parameters<typeof checkList>[0],
  { house, by, id = makeUuid() }: { readonly house: string; readonly by: string; readonly id?: string },
  rows: readonly ListRow[],
): Promise<readonly AddedPerson[]> {
  const { db } = services;
  const checked = await checkList(services, house, rows);
  if (checked.wrong.length > 0) throw new Refusal('invalid', 'list_wrong');
  const prepared = await Promise.all(
    checked.ready.map(({ name, role, login }, at) =>
      preparePerson(services, { ...(at === 0 && { id }), house, name, role, login, made: 'number' }),
    ),
  );
  try {
    await db.writeRows(
      rowsOf(
        prepared.map(({ row }) => row),
        by,
      ),
    );
  } catch (error) {
    if (!isTakenKey(error)) throw error;
    throw new Refusal('conflict', (await isKnownId(services, id)) ? 'already_imported' : 'login_taken');
  }
  return prepared.map(({ row, secret }) => ({ person: viewerOf(row), secret }));
}

/** Everybody by one statement, and that they were added by another: both or neither. */
function rowsOf(people: readonly (typeof person.$inferSelect)[], by: string): RowsStatement[] {
  const at = Date.now();
  return [
    {
      sql: `INSERT INTO person (id, login, name, role, house, secret_hash, created_at, changed_at, number_until, number_tries)
        SELECT value ->> 'id', value ->> 'login', value ->> 'name', value ->> 'role', value ->> 'house',
          value ->> 'secretHash', value ->> 'createdAt', value ->> 'changedAt', value ->> 'numberUntil', value ->> 'numberTries'
        FROM json_each(?)`,
      rows: people.map((row) => ({ key: row.id, value: row })),
    },
    {
      sql: `INSERT INTO deed (at, act, "by", person)
        SELECT value ->> 'at', 'add', value ->> 'by', value ->> 'person' FROM json_each(?)`,
      rows: people.map(({ id }) => ({ key: id, value: { at, by, person: id } })),
    },
  ];
}

async function giveLogins(db: Database, people: readonly ListedPerson[]) {
  const unnamed = people.filter(({ login }) => login === undefined).map(({ name }) => name);
  const taken = await findLogins(db, unnamed);
  for (const { login } of people) if (login !== undefined) taken.add(login);
  return people.map((it) => {
    const login = it.login ?? freeLogin(it.name, taken);
    taken.add(login);
    return { ...it, login };
  });
}

type ListHouse = Pick<House, 'id' | 'name'>;

async function isKnownId({ db }: Pick<Services, 'db'>, id: string): Promise<boolean> {
  return (await db.orm.select({ id: person.id }).from(person).where(eq(person.id, id))).length > 0;
}

function isTakenKey(error: unknown): boolean {
  return (
    error instanceof Error && /SQLITE_CONSTRAINT|UNIQUE constraint/.test(`${error.message} ${String(error.cause)}`)
  );
}
