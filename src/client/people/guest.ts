import { nameChipMessages, recordedAsMessages } from '#messages/name-chip.ts';
import { whoLearnsMessages } from '#messages/who-learns.ts';
import { type Guest, welcomeGuest } from '#client/phone/answerer.ts';
import { element } from '#client/phone/element.ts';
import { phonePerson } from '#client/phone/person.ts';
import { keepText } from '#client/phone/text.ts';
import { makeUuid } from '#client/phone/uuid.ts';
import type { KnownPerson } from './known-people.ts';

/** There while the house does not know yet that somebody left. */
export const leaveLaterKey = 'keluar-nanti';

/** Lets somebody answer without a network; whoever was signed in is not any more. */
export function answerAs({ id, name }: KnownPerson): void {
  if (phonePerson() !== null) {
    keepText(leaveLaterKey, 'ya');
    // biome-ignore lint/suspicious/noDocumentCookie: a house without TLS is no secure context, where the cookie store is missing
    for (const cookie of ['orang=', '__Host-orang=; Secure']) document.cookie = `${cookie}; Max-Age=0; Path=/`;
    hideOwn();
  }
  const guest = { id, name, visit: makeUuid() };
  welcomeGuest(guest);
  showGuest(guest);
}

/** Writes above questions for whom they are kept. */
export function showGuest(guest: Guest | undefined): void {
  if (guest === undefined) return;
  for (const place of document.querySelectorAll('[data-recorded-as]')) {
    const enter = element('a', { href: '/masuk/' }, whoLearnsMessages.guest);
    place.replaceChildren(element('span', {}, recordedAsMessages.as), element('strong', {}, guest.name), enter);
  }
}

/** What the page shows of whoever was signed in before. */
function hideOwn(): void {
  for (const row of document.querySelectorAll('[data-done]')) row.removeAttribute('data-done');
  for (const own of document.querySelectorAll('a.resume, own-results a, .card-done')) own.remove();
  document.querySelector<SVGElement>('.terrace')?.style.removeProperty('--done');
  document.querySelector('name-chip')?.replaceChildren(element('a', { href: '/masuk/' }, nameChipMessages.signIn));
}
