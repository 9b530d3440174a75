import { calledName, initialsOf } from '#domain/person/called-name.ts';
import type { Role } from '#domain/person/person.ts';
import { nameChipMessages, recordedAsMessages } from '#messages/name-chip.ts';
import { element } from '#client/phone/element.ts';
import { phonePerson } from '#client/phone/person.ts';
import { keptText, unnamedKey } from '#client/phone/text.ts';
import { findKnown, type KnownPerson } from './known-people.ts';
import { askOwnFacts, rememberViewer } from './own-facts.ts';
import { openWho } from './who-dialog.ts';

/** Whose name stands in the page; undefined until it was looked at. */
let shown: string | null | undefined;

/**
 * Writes who is signed in into the chip, and above questions under whose name they are recorded; also without a network. The
 * event `name-shown` tells the rest of the page: its detail is the person's id, or null.
 */
export async function showName(chip: HTMLElement): Promise<void> {
  const person = phonePerson();
  if (person === shown) return;
  if (shown === undefined) document.addEventListener('click', openOnClick);
  // Whoever looks again while the server is still asked waits for the same answer.
  shown = person;
  const { id, login = '', name = '', role } = chip.dataset;
  if (id !== undefined && id === person) rememberViewer({ id, login, name, role: role as Role });
  else if (person !== null && findKnown(person) === undefined) await askOwnFacts();
  if (phonePerson() !== person) return;
  const known = findKnown(person);
  shown = known === undefined ? null : person;
  if (person !== null && keptText(unnamedKey) !== undefined)
    void import('#client/phone/unfinished.ts').then(({ nameUnfinished }) => nameUnfinished(person));
  chip.replaceChildren(known === undefined ? enterLink() : chipLink(known));
  for (const place of document.querySelectorAll('[data-recorded-as]')) {
    place.replaceChildren(...(known === undefined ? tellNobody() : tellName(known)));
  }
  document.dispatchEvent(new CustomEvent('name-shown', { detail: shown }));
}

function chipLink({ name }: KnownPerson): HTMLElement {
  const initials = element('span', { className: 'chip-initials' }, initialsOf(name));
  initials.setAttribute('aria-hidden', 'true');
  const ears = element('span', { className: 'visually-hidden' }, `${nameChipMessages.signedInAs} `);
  return whoLink(initials, element('span', { className: 'chip-name' }, ears, calledName(name)));
}

function tellName({ name }: KnownPerson): readonly Node[] {
  return [element('span', {}, recordedAsMessages.as), element('strong', {}, name), whoLink(recordedAsMessages.notMe)];
}

function tellNobody(): readonly Node[] {
  return [element('span', {}, recordedAsMessages.nobody), enterLink()];
}

function enterLink(): HTMLAnchorElement {
  return element('a', { href: `/masuk/?next=${here()}` }, nameChipMessages.signIn);
}

function whoLink(...content: readonly (Node | string)[]): HTMLAnchorElement {
  const link = element('a', { href: `/keluar/?next=${here()}` }, ...content);
  link.dataset.who = '';
  return link;
}

function here(): string {
  return encodeURIComponent(location.pathname + location.search);
}

/** The link leads to the page that does the same without script. */
function openOnClick(event: MouseEvent): void {
  const known = findKnown(phonePerson());
  if (known === undefined || (event.target as Element).closest('a[data-who]') === null) return;
  event.preventDefault();
  void openWho(known);
}
