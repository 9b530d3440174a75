import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { type Database, openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { readPeopleFile } from '#content/exchange/table/people.ts';
import { readHouses } from '#content/houses.ts';
import { type House, mergeHouses } from '#domain/house.ts';
import { type Role, roles } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { peopleListMessages } from '#messages/people-list.ts';
import { dataFolder, readEnvironment } from '#server/host/environment.ts';
import { openServices } from '#server/host/open-services.ts';
import { replacePepper } from '#server/accounts/pepper.ts';
import { listSetHouses } from '#server/houses/houses.ts';
import { eraseEverywhere } from '#server/backup/erase-everywhere.ts';
import { nameKeeper } from '#server/people/keepers.ts';
import { addList, type CheckedList, checkList } from '#server/people/import.ts';
import { copyPersonalData, renamePerson } from '#server/people/own-data/personal-data.ts';
import { type AddedPerson, addPerson, listPersons, resetSecret } from '#server/people/people.ts';

const usage = `npm run person -- add --house HOUSE --role participant|trainer|coordinator --name "NAME" [--login LOGIN]
npm run person -- import FILE --house HOUSE [--dry-run] [--same ROWS|all] [--another ROWS|all]
npm run person -- reset LOGIN [--new-pepper]
npm run person -- list
npm run person -- copy LOGIN
npm run person -- rename LOGIN --name "NAME"
npm run person -- erase LOGIN --yes
npm run person -- keeper LOGIN
The secret (a PIN of six digits, or a passphrase of 12 signs or more) is read from standard input; without one it is made.`;

const problems: Readonly<Record<string, string>> = {
  house_unknown: 'There is no such house: not in content/houses.yaml, and the keeper has added none of this id.',
  login_invalid: 'A login has 3 to 32 of a-z, 0-9, dot, underscore, hyphen.',
  login_taken: 'This login is taken: choose another one.',
  login: 'There is nobody with this login, or not any more.',
  name_empty: 'Give a name: --name "Siti Aminah".',
  name_too_long: 'A name has at most 100 signs.',
  name_forbidden_signs: 'The name holds invisible signs: type it again.',
  pin_not_six_digits: 'The PIN of a participant has six digits.',
  pin_too_simple: 'This PIN is too easy to guess.',
  passphrase_too_short: 'The passphrase of a trainer or coordinator has 12 signs or more.',
  passphrase_too_long: 'A passphrase has at most 128 signs.',
  keeper_role: 'Only a coordinator whose account is open keeps the server.',
  list_empty: 'There is nobody in this file.',
  list_too_long: 'At most 2000 people at once: divide the file.',
};

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
  throw new Error(usage);
}

async function add({
  house = '',
  role = '',
  name = '',
  login,
}: Partial<Record<'house' | 'role' | 'name' | 'login', string>>) {
  if (!isRole(role)) throw new Error(`--role must be one of ${roles.join(', ')}.\n${usage}`);
  const secret = await readSecret();
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
  const secret = await readSecret();
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

/** The account that gives the command. */
function operator(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container the account may have no name.
    return `uid ${process.getuid?.()}`;
  }
}

async function withDatabase(use: (db: Database) => Promise<void>): Promise<void> {
  const { db } = await openServices(readEnvironment());
  try {
    await use(db);
  } finally {
    await db.close();
  }
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

/** The first line of standard input; undefined at a terminal, when it is empty, or when nothing comes for five seconds. */
async function readSecret(): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined;
  const silence = setTimeout(() => process.stdin.destroy(), 5000);
  let text = '';
  try {
    for await (const chunk of process.stdin.setEncoding('utf8')) {
      clearTimeout(silence);
      text += chunk;
      if (text.includes('\n')) break;
    }
  } catch {
    // Standard input is closed, or was by the silence: there is no secret.
  } finally {
    clearTimeout(silence);
  }
  return text.split(/\r?\n/)[0] || undefined;
}

function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}
