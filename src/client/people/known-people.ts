import { phonePerson } from '#client/phone/person.ts';
import { isTheirs, keepText, keptText, knownKey } from '#client/phone/text.ts';

/** Somebody who signed in on this phone. */
export interface KnownPerson {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** Of staff the phone knows nothing any more once they signed out. */
  readonly isStaff: boolean;
}

const key = knownKey;

/** Who signed in on this phone, the last one first. */
export function knownPeople(): readonly KnownPerson[] {
  const here = phonePerson();
  return readKnown().filter(({ id, isStaff }) => !isStaff || id === here);
}

export function findKnown(id: string | null): KnownPerson | undefined {
  return knownPeople().find((it) => it.id === id);
}

/** Participants of whom the phone shows a tile. */
export function listTiles(): readonly KnownPerson[] {
  return knownPeople().filter(({ isStaff }) => !isStaff);
}

export function forgetKnown(id: string): void {
  keepText(key, JSON.stringify(readKnown().filter((it) => it.id !== id)));
}

/** Remembers who signed in, under the name of today; accounts that became part of theirs have no tile any more. */
export function rememberPerson(person: KnownPerson): void {
  const others = knownPeople().filter(({ id }) => !isTheirs(id, person.id));
  keepText(key, JSON.stringify([person, ...others]));
}

/** What another release of ours or somebody's hand left there is passed over. */
function readKnown(): readonly KnownPerson[] {
  try {
    const list: unknown = JSON.parse(keptText(key) ?? '[]');
    return Array.isArray(list) ? list.filter(isKnown) : [];
  } catch {
    return [];
  }
}

function isKnown(value: Partial<KnownPerson> | null): value is KnownPerson {
  return [value?.id, value?.login, value?.name].every((it) => typeof it === 'string');
}
