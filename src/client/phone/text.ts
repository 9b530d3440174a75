/** A text kept on this phone; undefined when there is none, or when the browser stores nothing. */
export function keptText(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text, or forgets it; a phone that stores nothing just goes without. */
export function keepText(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Full, or refused in a private window: what was typed still stands in the page.
  }
}

/** Searches that found nothing and are not sent yet: the search keeps them, whatever page sends next takes them along. */
export const missedSearchesKey = 'pencarian-kosong';

/** Whether something unfinished is kept that nobody has put their name to; of this phone, and of this visit. */
export const unnamedKey = 'isian-tanpa-nama';

/** Who signed in on this phone: every page looks whether anybody did, few read who. */
export const knownKey = 'orang';

/** Ids that somebody's things lie under on this phone: their own, then those of accounts that became part of theirs. */
export function accountsOf(person: string): readonly string[] {
  return [person, ...(keptText(keyOf(person))?.split(' ') ?? [])];
}

/** Whether what lies on this phone under `id` is somebody's. */
export function isTheirs(id: string | null, person: string): boolean {
  return id !== null && accountsOf(person).includes(id);
}

export function keepFormerAccounts(person: string, former: readonly string[]): void {
  keepText(keyOf(person), former.join(' ') || undefined);
}

function keyOf(person: string): string {
  return `dahulu/${person}`;
}
