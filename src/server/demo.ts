import { notLike } from 'drizzle-orm';
import { mergeRows } from '#db/row-groups.ts';
import { person } from '#db/schema/people.ts';
import { dayMs } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { checkRecord } from '#server/records/intake/check.ts';
import { publishEditions } from '#server/records/editions.ts';
import { recordStatements } from '#server/records/intake/record-rows.ts';
import { type AddedPerson, hasPersons, preparePerson } from '#server/people/people.ts';
import { type Habit, makeDays } from './demo-records.ts';
import type { DataServices, Services } from './services.ts';
import { makeUuid } from './uuid.ts';

/** How much is made up. */
export interface DemoSize {
  /** Houses; those beyond the ones of the content are made up too. */
  readonly houses?: number | undefined;
  /** Participants a house. */
  readonly participants?: number | undefined;
  /** Records a participant; what the participant's skill leads to when undefined. */
  readonly records?: number | undefined;
}

/** Marks every made-up person: nobody real may have such a login while a demo is to be seen. */
const mark = 'contoh.';

const staff = [
  { login: 'pengurus', name: 'Bu Retno', role: 'coordinator' },
  { login: 'pelatih', name: 'Pak Slamet', role: 'trainer' },
] as const;

const learners = [
  { login: 'wartini', name: 'Wartini', skill: 1 },
  { login: 'sumiyati', name: 'Sumiyati', skill: 0.9 },
  { login: 'tarno', name: 'Tarno', skill: 0.7 },
  { login: 'ponirah', name: 'Ponirah', skill: 0.5 },
  { login: 'agus', name: 'Agus', skill: 0.3 },
  { login: 'kasmi', name: 'Kasmi', skill: 0 },
] as const;

interface MadeUp {
  readonly row: typeof person.$inferSelect;
  readonly secret: string | undefined;
  /** Absent for staff. */
  readonly habit?: Habit;
}

/**
 * Fills an empty database with made-up people, marked by login and name, and with what they did, all of it or nothing;
 * answers their secrets.
 * @throws when there are real people, or when the demo is there already
 */
export async function addDemo(services: Services, size: DemoSize = {}): Promise<AddedPerson[]> {
  await requireEmpty(services);
  const people = await makePeople(services, size);
  await publishEditions(services.db, services.catalogue);
  await writePeople(services, people);
  return people.map(({ row: { id, login, name, role, house }, secret }) => {
    return { person: { id, login, name, role, house }, secret };
  });
}

async function requireEmpty({ db }: DataServices): Promise<void> {
  const real = await db.orm
    .select({ id: person.id })
    .from(person)
    .where(notLike(person.login, `${mark}%`))
    .limit(1);
  if (real.length > 0) throw new Error('There are real people in this database: the demo is only for an empty one.');
  if (await hasPersons(db)) throw new Error('The demo is in this database already.');
}

async function makePeople(services: Services, size: DemoSize): Promise<MadeUp[]> {
  const houses = listHouses(services, size.houses ?? 2);
  const withHouses = { ...services, catalogue: { houses: houses.map((id) => ({ id })) } };
  const made: MadeUp[] = [];
  for (const [at, house] of houses.entries()) {
    // The first house has the short names.
    const suffix = at === 0 ? '' : `.${at + 1}`;
    for (const { login, name, role } of staff) {
      made.push(await preparePerson(withHouses, toPerson({ house, role, name, login: `${login}${suffix}` })));
    }
    for (let number = 0; number < (size.participants ?? learners.length); number += 1) {
      const { login, name, skill } = learners[number % learners.length] as (typeof learners)[number];
      const round = Math.floor(number / learners.length);
      const more = round === 0 ? '' : String(round + 1);
      const one = toPerson({
        house,
        role: 'participant' as const,
        name: `${name} ${more}`.trim(),
        login: login + more + suffix,
      });
      made.push({ ...(await preparePerson(withHouses, one)), habit: { skill, records: size.records } });
    }
  }
  return made;
}

function listHouses({ catalogue }: Services, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => catalogue.houses[at]?.id ?? `contoh-${at + 1}`);
}

function toPerson<P extends { readonly name: string; readonly login: string }>(it: P): P {
  return { ...it, name: `${it.name} (contoh)`, login: mark + it.login };
}

/** One transaction from the first person to the last record. */
async function writePeople(services: Services, people: readonly MadeUp[]): Promise<void> {
  const { db } = services;
  const transaction = await db.client.transaction('write');
  try {
    for (const { row, habit } of people) {
      const { sql, params } = db.orm.insert(person).values(row).toSQL();
      await transaction.execute({ sql, args: params as string[] });
      if (habit === undefined) continue;
      const statements = habit.skill > 0 ? await recordsOf(services, row, habit) : enrolledLongAgo(services, row);
      for (const statement of statements) await transaction.execute(statement);
    }
    await transaction.commit();
  } finally {
    transaction.close();
  }
}

async function recordsOf(services: Services, viewer: Viewer, habit: Habit) {
  const statements = [];
  for (const { at, records } of makeDays(services.catalogue, viewer, habit, Date.now())) {
    const checked = await Promise.all(records.map((it) => checkRecord(services, viewer, it, at)));
    const sound = checked.map((it) => {
      if ('refused' in it) throw new Error(`The demo is out of date: ${it.detail}`);
      return it;
    });
    statements.push(...mergeRows(recordStatements(sound, at)));
  }
  return statements;
}

/** Somebody who began three weeks ago and was not heard of since. */
function enrolledLongAgo({ catalogue }: Services, { id }: Viewer) {
  const since = Date.now() - 21 * dayMs;
  return catalogue.courses.map(({ id: course }) => ({
    sql: 'INSERT INTO enrollment (id, person, course, since, "by") VALUES (?, ?, ?, ?, ?)',
    args: [makeUuid(since), id, course, since, id],
  }));
}
