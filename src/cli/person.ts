import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Database, openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { readPeopleFile } from '#content/exchange/table/people.ts';
import type { MergeSide } from '#domain/person/merge-side.ts';
import { type Role, roles } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { problems, usage } from '#messages/person-command.ts';
import { peopleListMessages } from '#messages/people-list.ts';
import { readHouses } from '#content/houses.ts';
import { type House, mergeHouses } from '#domain/house.ts';
import { dataFolder, readEnvironment } from '#server/host/environment.ts';
import { openServices } from '#server/host/open-services.ts';
import { operator, readSecretLine, withDatabase } from '#server/host/operator.ts';
import { replacePepper } from '#server/accounts/pepper.ts';
import { eraseEverywhere } from '#server/backup/erase-everywhere.ts';
import { listSetHouses } from '#server/houses/houses.ts';
import { nameKeeper } from '#server/people/keepers.ts';
import { addList, type CheckedList, checkList } from '#server/people/import.ts';
import { copyPersonalData, renamePerson } from '#server/people/own-data/personal-data.ts';
import { type AddedPerson, addPerson, listPersons, resetSecret } from '#server/people/people.ts';
import { mergeLogins, readMergeOfLogins } from '#server/people/merge.ts';
import { moveLogin, readLeaving } from '#server/people/offers.ts';

try {
  await run();
} catch (error) {
  const sentence = error instanceof Refusal ? problems[error.detail ?? ''] : undefined;
  throw sentence === undefined ? error : new Error(sentence, { cause: error });
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      house: { type: 'string' },
      role: { type: 'string' },
      name: { type: 'string' },
      login: { type: 'string' },
      'new-pepper': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      same: { type: 'string' },
      another: { type: 'string' },
      yes: { type: 'boolean', default: false },
      into: { type: 'string' },
      offer: { type: 'boolean', default: false },
    },
  });
  const [act, login, ...rest] = positionals;
  if (act === 'add' && login === undefined) return add(values);
  if (act === 'import' && login !== undefined && rest.length === 0) return importList(login, values);
  if (act === 'reset' && login !== undefined && rest.length === 0) return reset(login, values['new-pepper']);
  if (act === 'list' && login === undefined) return list();
  if (act === 'copy' && login !== undefined && rest.length === 0) return copy(login);
  if (act === 'rename' && login !== undefined && rest.length === 0) return rename(login, values.name);
  if (act === 'erase' && login !== undefined && rest.length === 0) return erase(login, values.yes);
  if (act === 'keeper' && login !== undefined && rest.length === 0) return keeper(login);
  if (act === 'merge' && login !== undefined && rest.length === 0) return merge(login, values);
  if (act === 'move' && login !== undefined && rest.length === 0) return move(login, values);
  throw new Error(usage);
}

async function add({
  house = '',
  role = '',
  name = '',
  login,
}: Partial<Record<'house' | 'role' | 'name' | 'login', string>>) {
  if (!isRole(role)) throw new Error(`--role must be one of ${roles.join(', ')}.\n${usage}`);
  const secret = await readSecretLine();
  const services = await openServices(readEnvironment());
  try {
    const houses = await listHouses(services.db);
    printAdded(await addPerson({ ...services, catalogue: { houses } }, { house, role, name, login, secret }));
  } finally {
    await services.db.close();
  }
}

/** One line a person with the one-time number that they choose a secret with, or the rows to mend and nobody. */
async function importList(
  file: string,
  {
    house = '',
    'dry-run': isDry,
    same = '',
    another = '',
  }: Partial<Record<'house' | 'same' | 'another', string>> & { readonly 'dry-run': boolean },
): Promise<void> {
  const read = readPeopleFile(readFileSync(file));
  if ('problem' in read) throw new Error(`${file}:${read.line}  ${read.problem}`);
  const opened = await openServices(readEnvironment());
  try {
    const services = { ...opened, catalogue: { houses: await listHouses(opened.db) } };
    const { wrong, ready, known, asked } = await checkList(services, house, read.rows);
    if (wrong.length > 0) throw new Error(wrong.map((row) => `${file}:${row.line}  ${sayRow(row)}`).join('\n'));
    const answers = { same: readRows(same, asked), another: readRows(another, asked) };
    const open = asked.filter(({ line }) => !answers.same.has(line) && !answers.another.has(line));
    const told = open.map(({ line, name, known: who }) => `${file}:${line}  ${peopleListMessages.askedRow(name, who)}`);
    if (open.length > 0 && !isDry) throw new Error([...told, askedHint].join('\n'));
    for (const line of told) console.error(line);
    const added = isDry ? [] : await addList(services, { house, by: operator(), answers }, read.rows);
    for (const { person: it, secret } of added) console.log(JSON.stringify({ ...it, number: secret }));
    const count = isDry ? ready.length + asked.filter(({ line }) => answers.another.has(line)).length : added.length;
    const asking = told.length === 0 ? '' : ` ${told.length} may be there already.`;
    console.error(`${count} ${isDry ? 'would be' : 'were'} added, ${known.length} are there already.${asking}`);
  } finally {
    await opened.db.close();
  }
}

/** Those that are shipped, with those that the keeper set. */
async function listHouses(db: Database): Promise<readonly House[]> {
  return mergeHouses(await readHouses(process.cwd()), await listSetHouses(db));
}

const askedHint =
  'Nobody was added: say of each of these rows whether it is the same person (--same ROWS) or another one (--another ROWS); ROWS as 3,7 or all.';

/** Lines of rows that are asked about: `3,7`, or all of them. */
function readRows(text: string, asked: CheckedList['asked']): ReadonlySet<number> {
  if (text === 'all') return new Set(asked.map(({ line }) => line));
  return new Set(text.split(',').map(Number));
}

function sayRow({ problem }: CheckedList['wrong'][number]): string {
  return typeof problem === 'string' ? peopleListMessages.problems[problem] : problem.told;
}

async function reset(login: string, newPepper: boolean): Promise<void> {
  const secret = await readSecretLine();
  const services = newPepper ? await openWithNewPepper() : await openServices(readEnvironment());
  try {
    printAdded(await resetSecret(services, login, { secret, by: operator() }));
  } finally {
    await services.db.close();
  }
}

async function list(): Promise<void> {
  await withDatabase(async (db) => {
    for (const { id, login, name, role, house } of await listPersons(db)) {
      console.log(JSON.stringify({ id, login, name, role, house }));
    }
  });
}

/** The whole copy as one JSON document, to be printed or handed over as a file. */
async function copy(login: string): Promise<void> {
  await withDatabase(async (db) => console.log(JSON.stringify(await copyPersonalData(db, login), null, 2)));
}

async function rename(login: string, name = ''): Promise<void> {
  await withDatabase(async (db) => console.log(JSON.stringify(await renamePerson(db, login, name))));
}

async function erase(login: string, isSure: boolean): Promise<void> {
  if (!isSure) {
    throw new Error(
      `This erases ${login} with all answers and grades, for good: offer a copy first (npm run person -- copy ${login}), then add --yes.`,
    );
  }
  await withDatabase(async (db) => {
    const erased = await eraseEverywhere(db, login, operator());
    console.log(JSON.stringify(erased));
    console.error(
      'Backups made earlier still hold this person: make a new one and destroy the old ones, also those on sticks and elsewhere.' +
        erased.toDestroy.map((file) => `\n  ${file}`).join(''),
    );
  });
}

async function keeper(login: string): Promise<void> {
  await withDatabase(async (db) => console.log(JSON.stringify(await nameKeeper(db, login))));
}

/** Prints what both accounts have, the one that stays first; with `yes` they are one from then on. @throws Refusal of the merging */
async function merge(
  gone: string,
  { into = '', 'dry-run': isDry, yes }: { into?: string | undefined; 'dry-run': boolean; yes: boolean },
): Promise<void> {
  if (into === '') throw new Error('Say which account stays: --into LOGIN.');
  if (isDry === yes) {
    throw new Error(
      `This brings all of ${gone} under ${into}, for good: look at both with --dry-run, ask the person, then give --yes instead.`,
    );
  }
  await withDatabase(async (db) => {
    const choice = { kept: into, gone };
    const { kept, gone: other } = await (isDry
      ? readMergeOfLogins({ db }, choice)
      : mergeLogins({ db }, operator(), choice));
    console.log(JSON.stringify({ kept: tell(kept), gone: tell(other) }));
    console.error(
      `${other.login} ${isDry ? 'would become' : 'is now'} part of ${kept.login}; its login leads on to it.`,
    );
  });
}

/** Prints who goes, from where, and what stays behind. @throws Refusal of the moving */
async function move(
  login: string,
  { house = '', offer, 'dry-run': isDry }: { house?: string | undefined; offer: boolean; 'dry-run': boolean },
): Promise<void> {
  await withDatabase(async (db) => {
    const services = { db, catalogue: { houses: await listHouses(db) } };
    const { changedAt: _, house: from, cohorts, cards, ...person } = await readLeaving(services, { login, house });
    if (!isDry) await moveLogin(services, operator(), { login, house, offer });
    console.log(JSON.stringify({ ...person, from, to: house, cohorts, cards }));
    const done = offer ? ['would be offered', 'is offered'] : ['would go', 'went'];
    const after = offer ? ' Nothing changes until its coordinator accepts.' : '';
    console.error(`${person.login} ${done[isDry ? 0 : 1]} from ${from} to ${house}.${after}`);
  });
}

function tell({ id, login, name, ...it }: MergeSide) {
  const { role: _, changedAt: __, createdAt, deactivatedAt, lastRecordAt, lastSeenAt, ...counts } = it;
  const day = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    ...{ id, login, name, ...counts, shut: deactivatedAt !== null },
    ...{ createdAt: day(createdAt), lastRecordAt: day(lastRecordAt), lastSeenAt: day(lastSeenAt) },
  };
}

async function openWithNewPepper() {
  const { databaseUrl: url, databaseAuthToken: authToken } = readEnvironment();
  const db = await openDatabase({ url, authToken });
  await migrateDatabase(db);
  return { db, pepper: await replacePepper(db, dataFolder) };
}

/** A made secret stands in the line once and nowhere else: write it on the person's card. */
function printAdded({ person: { id, login, role, house }, secret }: AddedPerson): void {
  console.log(JSON.stringify({ id, login, role, house, ...(secret === undefined ? {} : { secret }) }));
}

function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}
