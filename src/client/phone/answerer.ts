import { phonePerson } from './person.ts';
import { keepForVisit, visitText } from './visit.ts';

/** Whose answers are given on this phone now. */
export interface Answerer {
  /** Id of the person; null where nobody is meant. */
  readonly person: string | null;
  /** Under what unfinished things are kept: those of a guest stand apart from what the same person keeps here signed in. */
  readonly place: string;
}

/**
 * Somebody who chose their tile while there was no network: what they answer is theirs, is sent once they have signed in, and
 * nothing that is kept for them is opened, for nobody has seen their PIN.
 */
export interface Guest {
  readonly id: string;
  readonly name: string;
  /** Another at each choice. */
  readonly visit: string;
}

const key = 'tamu';

/** The person signed in; else the guest of this visit; else nobody. */
export function answerer(): Answerer {
  const person = phonePerson();
  if (person !== null) return { person, place: person };
  const guest = guestHere();
  return guest === undefined
    ? { person: null, place: '' }
    : { person: guest.id, place: `${waitingOf(guest.id)}/${guest.visit}` };
}

/**
 * Where what a person began without signing in waits until they do: each time in a place below it. Named after them, so that it goes
 * with their tile.
 */
export function waitingOf(person: string): string {
  return `tamu/${person}`;
}

/** Nobody once somebody is signed in. */
export function guestHere(): Guest | undefined {
  const text = visitText(key);
  return text === undefined || phonePerson() !== null ? undefined : (JSON.parse(text) as Guest);
}

/** Lets a guest answer, and tells the page by the event `answerer`. */
export function welcomeGuest(guest: Guest | undefined): void {
  keepForVisit(key, guest && JSON.stringify(guest));
  document.dispatchEvent(new CustomEvent('answerer'));
}

/**
 * Another person took the phone while a page was open: what the first one typed is not for their eyes, so the page is loaded
 * anew. A guest has no network to load it by: `onGuest` clears what it shows.
 */
export function watchAnswerer(shown: () => Answerer, onGuest: () => void): void {
  const look = () => {
    const { person } = shown();
    const changed = person !== null && answerer().person !== person;
    if (changed && document.visibilityState === 'visible') location.reload();
  };
  addEventListener('pageshow', look);
  document.addEventListener('visibilitychange', look);
  document.addEventListener('answerer', onGuest);
}
