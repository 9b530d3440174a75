import { readGuarded } from '#domain/csv.ts';
import { checkName, normalizeLogin, normalizeName, type NameProblem, type Role, roles } from './person.ts';

/** A row of a list of people, by the line that it stands on. */
export interface ListRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Indonesian: why the row could not be read. */
  readonly problem?: string;
}

/** Somebody of a list; without `login` one is made. */
export interface ListedPerson {
  readonly line: number;
  readonly name: string;
  readonly role: Role;
  readonly login: string | undefined;
}

export type ListProblem =
  | NameProblem
  | 'login_invalid'
  | 'login_double'
  | 'name_formula'
  | 'name_no_letter'
  | 'role_unknown'
  | 'house_other'
  | 'cells_stray';

/** What is wrong with a row: a name of ours, or what the reader of the file said. */
export interface WrongRow {
  readonly line: number;
  readonly problem: ListProblem | { readonly told: string };
}

export interface PeopleList {
  readonly people: readonly ListedPerson[];
  readonly wrong: readonly WrongRow[];
}

/** Words of the head row, in the spelling of `columnOf`; what the file of people that we write says too. */
const headWords: Readonly<Record<string, Column>> = {
  nama: 'name',
  nama_lengkap: 'name',
  nama_masuk: 'login',
  login: 'login',
  peran: 'role',
  rumah_belajar: 'house',
  rumah: 'house',
};

type Column = 'name' | 'login' | 'role' | 'house';

/** How lists write the roles, beside our own words for them. */
const roleWords: Readonly<Record<string, Role>> = {
  '': 'participant',
  peserta: 'participant',
  pelatih: 'trainer',
  pengurus: 'coordinator',
};

/**
 * Reads rows with a head row, or names alone where the first row is none. Columns that are not ours are left alone: a list from a
 * village has many. `houses` are the spellings of the house that the list is for.
 */
export function readPeopleList(rows: readonly ListRow[], houses: readonly string[]): PeopleList {
  const head = rows[0]?.cells.map(columnOf) ?? [];
  const hasHead = head.includes('name');
  const columns = hasHead ? head : (['name'] as const);
  const people: ListedPerson[] = [];
  const wrong: WrongRow[] = [];
  const logins = new Set<string>();
  for (const row of hasHead ? rows.slice(1) : rows) {
    const read = readRow(row, columns, houses);
    if ('problem' in read) wrong.push(read);
    else if (read.login !== undefined && logins.has(read.login))
      wrong.push({ line: row.line, problem: 'login_double' });
    else people.push(read);
    if ('login' in read && read.login !== undefined) logins.add(read.login);
  }
  return { people, wrong };
}

function readRow(
  { line, cells, problem }: ListRow,
  columns: readonly (Column | undefined)[],
  houses: readonly string[],
): ListedPerson | WrongRow {
  if (problem !== undefined) return { line, problem: { told: problem } };
  const textOf = (column: Column) => readGuarded((cells[columns.indexOf(column)] ?? '').trim());
  if (cells.some((cell, at) => at >= columns.length && cell.trim() !== '')) return { line, problem: 'cells_stray' };
  const name = normalizeName(textOf('name'));
  const nameProblem = checkName(name);
  if (nameProblem !== undefined) return { line, problem: nameProblem };
  // A spreadsheet made something else of it, unless the cell says that it is a text, as our own export does.
  if (/^[=+@]/.test(name) && cells[columns.indexOf('name')]?.trim() === textOf('name'))
    return { line, problem: 'name_formula' };
  if (!/\p{L}/u.test(name)) return { line, problem: 'name_no_letter' };
  const role = roleOf(textOf('role'));
  if (role === undefined) return { line, problem: 'role_unknown' };
  const house = textOf('house').toLocaleLowerCase('id');
  if (house !== '' && !houses.some((it) => it.toLocaleLowerCase('id') === house))
    return { line, problem: 'house_other' };
  const wanted = textOf('login');
  const login = wanted === '' ? undefined : normalizeLogin(wanted);
  if (wanted !== '' && login === undefined) return { line, problem: 'login_invalid' };
  return { line, name, role, login };
}

function columnOf(cell: string): Column | undefined {
  return headWords[
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_')
  ];
}

function roleOf(text: string): Role | undefined {
  const word = text.toLowerCase();
  return roles.find((it) => it === word) ?? (Object.hasOwn(roleWords, word) ? roleWords[word] : undefined);
}
