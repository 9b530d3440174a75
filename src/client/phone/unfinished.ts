import { waitingOf } from './answerer.ts';
import { answerOf, inPhoneStore } from './store.ts';
import { accountsOf, keepText, keptText, unnamedKey } from './text.ts';
import { makeUuid } from './uuid.ts';
import { keepForVisit, visitText } from './visit.ts';

// Answers and sheets that somebody began without signing in lie in a place of nobody's. Once somebody signs in they leave it, so
// that whoever comes next does not see them; nothing of them is thrown away.

/** Where things lie that were begun in an earlier visit, by nobody knows whom. */
const aside = 'tanpa-nama';

/**
 * Takes all that nobody has put their name to out of the place of nobody: what was begun in this visit waits for the person who
 * signed in during it, the rest is set aside.
 */
export async function nameUnfinished(person: string): Promise<void> {
  if (keptText(unnamedKey) === undefined) return;
  const to = `${visitText(unnamedKey) === undefined ? aside : waitingOf(person)}/${makeUuid()}`;
  await moveUnfinished((place) => (place === '' ? to : undefined));
  keepText(unnamedKey, undefined);
  keepForVisit(unnamedKey, undefined);
}

/** Keys of what is set aside. */
export async function listSetAside(): Promise<readonly string[]> {
  const drafts = await inPhoneStore('phone', 'readonly', (it) =>
    answerOf<string[]>(it.objectStore('phone').getAllKeys()),
  );
  return [...Object.keys(localStorage), ...drafts].filter((key) => placeOf(key)?.startsWith(`${aside}/`));
}

/** Somebody says that what is set aside is theirs. */
export function claimSetAside(person: string): Promise<void> {
  return moveUnfinished((place) =>
    place.startsWith(`${aside}/`) ? place.replace(aside, waitingOf(person)) : undefined,
  );
}

/** Brings what waits for a person to their own place, as far as it is free: what is kept there comes first. */
export async function takeOver(person: string): Promise<void> {
  await nameUnfinished(person);
  const [, ...former] = accountsOf(person);
  await moveKeys((key, keys) => {
    const own = movedTo(key, person);
    const place = placeOf(key) ?? '';
    const isTheirs = place.startsWith(`${waitingOf(person)}/`) || former.includes(place);
    return isTheirs && !keys.has(own) ? own : undefined;
  });
}

function moveUnfinished(toward: (place: string) => string | undefined): Promise<void> {
  return moveKeys((key) => {
    const place = placeOf(key);
    const to = place === undefined ? undefined : toward(place);
    return to === undefined ? undefined : movedTo(key, to);
  });
}

/** Gives what is kept the key that `newKey` says, in both stores of the phone; what has none stays. */
async function moveKeys(newKey: (key: string, keys: ReadonlySet<string>) => string | undefined): Promise<void> {
  const texts = new Set(Object.keys(localStorage));
  for (const key of [...texts]) {
    const to = newKey(key, texts);
    if (to === undefined) continue;
    texts.add(to);
    keepText(to, keptText(key));
    keepText(key, undefined);
  }
  await inPhoneStore('phone', 'readwrite', async (it) => {
    const phone = it.objectStore('phone');
    const keys = new Set(await answerOf<string[]>(phone.getAllKeys()));
    for (const key of [...keys]) {
      const to = newKey(key, keys);
      if (to === undefined) continue;
      keys.add(to);
      phone.put(await answerOf<string>(phone.get(key)), to);
      phone.delete(key);
    }
  }).catch(() => undefined);
}

/** `kuis/<place>/<course>/<quiz>` and `lembar/<kind>/1/<place>`; undefined for what is nothing unfinished. */
const shapes = [/^(kuis\/)(.*)(\/[^/]+\/[^/]+)$/, /^(lembar\/[^/]+\/1\/)(.*)()$/] as const;

function placeOf(key: string): string | undefined {
  return partsOf(key)?.[2];
}

function movedTo(key: string, place: string): string {
  const [, before = '', , after = ''] = partsOf(key) ?? [];
  return before + place + after;
}

function partsOf(key: string): RegExpExecArray | undefined {
  for (const shape of shapes) {
    const parts = shape.exec(key);
    if (parts) return parts;
  }
  return undefined;
}
