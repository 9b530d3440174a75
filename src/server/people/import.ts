import { inArray, eq } from 'drizzle-orm';
import type { Database, RowsStatement } from '#db/client.ts';
import { merge, person } from '#db/schema/people.ts';
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
  /** Rows of whom only a person can say whether they are who has this name in the house already. */
  readonly asked: readonly AskedRow[];
  /** Rows whose name another row has too: to be looked at, not wrong. */
  readonly namesakes: readonly ListedPerson[];
}

/** A row whose name the house knows; `login` is what it would get as another person. */
export interface AskedRow extends ListedPerson {
  readonly login: string;
  /** Who has this name, by login. */
  readonly known: readonly string[];
}

/** What was said of the rows that are asked about, by their lines: already there, or somebody else of the same name. */
export interface NamesakeAnswers {
  readonly same: ReadonlySet<number>;
  readonly another: ReadonlySet<number>;
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
  const [owners, house, led] = await Promise.all([
    db.orm
      .select({ login: person.login, name: person.name, house: person.house })
      .from(person)
      .where(inArray(person.login, given)),
    db.orm.select({ login: person.login, name: person.name }).from(person).where(eq(person.house, houseId)),
    db.orm
      .select({ login: merge.login, name: person.name, house: person.house })
      .from(merge)
      .innerJoin(person, eq(person.id, merge.person))
      .where(inArray(merge.login, given)),
  ]);
  const ownerOf = new Map([...owners, ...led].map((it) => [it.login, it]));
  const isKnown = ({ login = '', name }: ListedPerson) =>
    ownerOf.get(login)?.house === houseId && nameKey(ownerOf.get(login)?.name ?? '') === nameKey(name);
  const isTaken = ({ login = '' }: ListedPerson) => ownerOf.has(login);
  const fresh = people.filter((it) => !isTaken(it));
  const namesOf = (people: readonly { readonly name: string }[]) => Map.groupBy(people, ({ name }) => nameKey(name));
  const here = Map.groupBy(house, ({ name }) => nameKey(name));
  const isAsked = ({ name }: ListedPerson) => here.has(nameKey(name));
  const [added, asked] = [fresh.filter((it) => !isAsked(it)), fresh.filter(isAsked)];
  const twins = namesOf(fresh);
  // Those that are asked about come last, so that what is said of them changes nobody else's login.
  const named = await giveLogins(db, [...added, ...asked]);
  return {
    ready: named.slice(0, added.length),
    asked: named.slice(added.length).map((it) => ({
      ...it,
      known: (here.get(nameKey(it.name)) ?? []).map(({ login }) => login),
    })),
    known: people.filter(isKnown),
    wrong: [
      ...wrong,
      ...people
        .filter((it) => isTaken(it) && !isKnown(it))
        .map(({ line }) => ({ line, problem: 'login_taken' as const })),
    ].toSorted((a, b) => a.line - b.line),
    namesakes: added.filter(({ name }) => (twins.get(nameKey(name))?.length ?? 0) > 1),
  };
}

/**
 * Adds everybody of a list, or nobody: their PINs and passphrases are answered once. `id` is the id of the first person, so that
 * the same form sent twice adds nobody twice.
 * @throws Refusal as `checkPeople`; invalid (`list_wrong`, `list_unanswered`); conflict (`already_imported`, or `login_taken` by somebody meanwhile)
 */
export async function importPeople(
  services: Services,
  asked: Viewer | undefined,
  rows: readonly ListRow[],
  { id, answers }: { readonly id: string; readonly answers?: NamesakeAnswers },
): Promise<readonly AddedPerson[]> {
  const { house, id: by } = requireRole({ viewer: asked }, 'coordinator');
  if (await isKnownId(services, id)) throw new Refusal('conflict', 'already_imported');
  return addList(services, { house, by, id, answers }, rows);
}

/**
 * The same for any house, for whoever has the command line. `by` is who gave the command.
 * @throws Refusal as `checkList`; invalid (`list_wrong`, `list_unanswered`); conflict
 */
export async function addList(
  services: PersonServices & Parameters<typeof checkList>[0],
  {
    house,
    by,
    id = makeUuid(),
    answers = { same: new Set(), another: new Set() },
  }: {
    readonly house: string;
    readonly by: string;
    readonly id?: string;
    readonly answers?: NamesakeAnswers | undefined;
  },
  rows: readonly ListRow[],
): Promise<readonly AddedPerson[]> {
  const { db } = services;
  const checked = await checkList(services, house, rows);
  if (checked.wrong.length > 0) throw new Refusal('invalid', 'list_wrong');
  const isAnswered = ({ line }: AskedRow) => answers.same.has(line) || answers.another.has(line);
  if (!checked.asked.every(isAnswered)) throw new Refusal('invalid', 'list_unanswered');
  const wanted = [...checked.ready, ...checked.asked.filter(({ line }) => answers.another.has(line))];
  const prepared = await Promise.all(
    wanted.map(({ name, role, login }, at) =>
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
