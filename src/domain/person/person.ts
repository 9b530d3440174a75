import { calledWords } from './called-name.ts';

export const roles = ['participant', 'trainer', 'coordinator'] as const;
export type Role = (typeof roles)[number];

/** Staff lead a house and sign in with a passphrase; participants learn and have a PIN. */
export function isStaffRole(role: Role): boolean {
  return role !== 'participant';
}

/** The person a request is for. */
export interface Viewer {
  /** UUID. */
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** House id. */
  readonly house: string;
}

/** Of a person's row what a request may know: never the hash of the secret. */
export function viewerOf({ id, login, name, role, house }: Viewer): Viewer {
  return { id, login, name, role, house };
}

export type SecretProblem =
  | 'pin_not_six_digits'
  | 'pin_too_simple'
  | 'pin_is_a_date'
  | 'passphrase_too_short'
  | 'passphrase_too_long'
  | 'passphrase_too_simple'
  | 'passphrase_tells_name';
export type NameProblem = 'name_empty' | 'name_too_long' | 'name_forbidden_signs';

/** A login name in its one spelling (lower case), or undefined when it is none: 3–32 of a–z, 0–9, dot, underscore, hyphen. */
export function normalizeLogin(text: string): string | undefined {
  const login = text.normalize('NFKC').trim().toLowerCase();
  return /^[a-z0-9._-]{3,32}$/.test(login) ? login : undefined;
}

/** What a login is made from: the first word of a name that is no form of address, in a–z and 0–9; may be empty. */
export function loginStem(name: string): string {
  const [first = ''] = calledWords(name.normalize('NFKD'));
  return first
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 24);
}

/** Whose secret it is: a secret that is made from a name is the first that others try. */
export interface SecretOwner {
  readonly role: Role;
  readonly login: string;
  readonly name: string;
}

/** What is wrong with a new secret: participants have a PIN of six digits, staff a passphrase of 12 to 128 signs. */
export function checkSecret(owner: SecretOwner, text: string): SecretProblem | undefined {
  return owner.role === 'participant' ? checkPin(owner, text) : checkPassphrase(owner, text);
}

/** What is wrong with a name: 1–100 signs after trimming, some of them visible, none that controls or turns the text around. */
export function checkName(text: string): NameProblem | undefined {
  const name = normalizeName(text);
  if (name === '') return 'name_empty';
  if ([...name].length > 100) return 'name_too_long';
  // All invisible format signs (some turn the direction of text) but the joiners that emoji and flags are made with.
  const visible = name.replace(/\u200c|\u200d|[\u{e0020}-\u{e007f}]/gu, '');
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(visible)) return 'name_forbidden_signs';
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(visible) ? undefined : 'name_empty';
}

/** A name as it is kept: composed signs, no space around it. */
export function normalizeName(text: string): string {
  return text.normalize('NFC').trim();
}

/** What two names have in common that people take for one: neither letters' size nor how many spaces tell them apart. */
export function nameKey(name: string): string {
  return name.toLocaleLowerCase('id').split(/\s+/).join(' ');
}

function checkPin({ login }: SecretOwner, pin: string): SecretProblem | undefined {
  if (!/^[0-9]{6}$/.test(pin)) return 'pin_not_six_digits';
  if (isSimplePin(pin) || login.includes(pin)) return 'pin_too_simple';
  return isDate(pin) ? 'pin_is_a_date' : undefined;
}

/** Steps that are all alike (111111, 123456, 890123), halves or thirds that repeat (123123, 121212), pairs (112233), mirrors. */
function isSimplePin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  if ([0, 1, 9].some((step) => steps.every((it) => it === step))) return true;
  if (new Set(pin).size <= 2) return true;
  const reversed = [...pin].reverse().join('');
  return /^(\d{3})\1$|^(\d\d)\2\2$|^(\d)\3(\d)\4(\d)\5$/.test(pin) || pin === reversed;
}

/** A birthday is known to all who know somebody: day, month, year as Indonesians write it, or a month with a whole year. */
function isDate(pin: string): boolean {
  const [a, b, c] = [Number(pin.slice(0, 2)), Number(pin.slice(2, 4)), Number(pin.slice(4))] as const;
  const isYear = (year: number) => year >= 1940 && year <= 2039;
  const isMonth = (month: number) => month >= 1 && month <= 12;
  if (a >= 1 && a <= 31 && isMonth(b)) return true;
  return (isMonth(a) && isYear(Number(pin.slice(2)))) || (isYear(Number(pin.slice(0, 4))) && isMonth(c));
}

function checkPassphrase({ login, name }: SecretOwner, text: string): SecretProblem | undefined {
  const length = [...text].length;
  if (length > 128) return 'passphrase_too_long';
  if (length < 12 || text.trim() === '') return 'passphrase_too_short';
  const plain = text.normalize('NFKC').toLowerCase();
  if (isPoor(plain)) return 'passphrase_too_simple';
  const own = [
    login,
    ...name
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  ].filter((it) => it.length >= 3);
  const rest = own.reduce((left, word) => left.replaceAll(word, ''), plain);
  return isPoor(rest) || [...rest].length < 6 ? 'passphrase_tells_name' : undefined;
}

/** Few different signs, a piece that repeats, a run along the keyboard or the alphabet, or nothing but words that all try first. */
function isPoor(text: string): boolean {
  const signs = text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (new Set(signs).size < 5) return true;
  if (/^(.{1,8}?)\1+.{0,3}$/u.test(signs)) return true;
  const rest = firstTried.reduce((left, word) => left.replaceAll(word, ''), signs);
  return rest.length < 4 || isRun(signs);
}

/** Longest first, so that a word inside another leaves nothing of it behind. */
const firstTried = [
  ...['rumahbelajar', 'desmigratif', 'katasandi', 'bismillah', 'indonesia', 'coordinator', 'passphrase', 'wonosobo'],
  ...['pengurus', 'password', 'lipursari', 'kuripan', 'pelatih', 'rahasia', 'sayang', 'tracap', 'qwerty', 'admin'],
  ...['sandi', 'kata', 'asdf', 'zxcv', 'pass', 'word', '1234567890', '123456', '12345', '1234', '123'],
].sort((a, b) => b.length - a.length);

function isRun(signs: string): boolean {
  const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm'];
  const backwards = rows.map((row) => [...row].reverse().join(''));
  return [...rows, ...backwards].some((row) => row.includes(signs));
}
