import { keepText, keptText } from '#client/phone/text.ts';

/** What somebody typed and has not saved, as this phone keeps it. */
export interface KeptWriting {
  readonly text: string;
  /** Digest of the text that it was begun from. */
  readonly base: string;
  readonly at: number;
}

/** Keys name whose they are between slashes. */
export function writingKey(person: string, place: string): string {
  return `naskah/${person}/${place}`;
}

/** What another release of ours or somebody's hand left there is passed over. */
export function readWriting(key: string): KeptWriting | undefined {
  try {
    const kept = JSON.parse(keptText(key) ?? 'null') as Partial<KeptWriting> | null;
    const isWhole = typeof kept?.text === 'string' && typeof kept.base === 'string' && typeof kept.at === 'number';
    return isWhole ? (kept as KeptWriting) : undefined;
  } catch {
    return undefined;
  }
}

export function keepWriting(key: string, writing: KeptWriting | undefined): void {
  keepText(key, writing && JSON.stringify(writing));
}

/** Takes from this phone all that somebody wrote and has not saved: they signed out. */
export function forgetWriting(person: string): void {
  try {
    const own = Object.keys(localStorage).filter((key) => key.startsWith(writingKey(person, '')));
    for (const key of own) localStorage.removeItem(key);
  } catch {
    // A phone that stores nothing has nothing to forget.
  }
}
