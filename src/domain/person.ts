export const roles = ['participant', 'trainer', 'coordinator'] as const;
export type Role = (typeof roles)[number];

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

export type SecretProblem = 'pin_not_six_digits' | 'pin_too_simple' | 'passphrase_too_short' | 'passphrase_too_long';
export type NameProblem = 'name_empty' | 'name_too_long' | 'name_forbidden_signs';

/** A login name in its one spelling (lower case), or undefined when it is none: 3–32 of a–z, 0–9, dot, underscore, hyphen. */
export function normalizeLogin(text: string): string | undefined {
  const login = text.normalize('NFKC').trim().toLowerCase();
  return /^[a-z0-9._-]{3,32}$/.test(login) ? login : undefined;
}

/** What is wrong with a new secret: participants have a PIN of six digits, staff a passphrase of 12 to 128 signs. */
export function checkSecret(role: Role, text: string): SecretProblem | undefined {
  if (role === 'participant') {
    if (!/^[0-9]{6}$/.test(text)) return 'pin_not_six_digits';
    return isSimplePin(text) ? 'pin_too_simple' : undefined;
  }
  const length = [...text].length;
  if (length > 128) return 'passphrase_too_long';
  return length < 12 || text.trim() === '' ? 'passphrase_too_short' : undefined;
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

/** All digits equal, or each one the last plus (or minus) one: 111111, 123456, 987654, 890123. */
function isSimplePin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  return [0, 1, 9].some((step) => steps.every((it) => it === step));
}
