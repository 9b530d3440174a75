import { loginStem } from './person.ts';

/** What a made login begins with: of "Bu Siti Aminah" siti; a short or foreign name gets a word before it. */
export function loginBase(name: string): string {
  const stem = loginStem(name);
  return stem.length >= 3 ? stem : `warga${stem}`;
}

/** The first free login of a name: siti, else siti2, siti3, …; `taken` knows all logins that begin with its base. */
export function freeLogin(name: string, taken: ReadonlySet<string>): string {
  const base = loginBase(name);
  for (let number = 1; ; number += 1) {
    const login = number === 1 ? base : `${base}${number}`;
    if (!taken.has(login)) return login;
  }
}
