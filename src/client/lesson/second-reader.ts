import { calledName } from '#domain/person/called-name.ts';
import type { LessonReadRecord } from '#domain/learning/record.ts';
import { togetherMessages as words } from '#messages/together.ts';
import { openOutbox } from '#client/outbox/outbox.ts';
import { isHouseNear } from '#client/people/house-near.ts';
import { type KnownPerson, listTiles } from '#client/people/known-people.ts';
import { element } from '#client/phone/element.ts';
import { phonePerson } from '#client/phone/person.ts';
import { makeUuid } from '#client/phone/uuid.ts';

type Read = Pick<LessonReadRecord, 'course' | 'lesson' | 'edition'>;

/**
 * Goes to the page that asks the second reader for their PIN. Out of reach of the house the reading is kept under the name of
 * somebody who has signed in on this phone; like all that is kept it is sent after that person's PIN, and never under another.
 */
export async function askSecondReader(place: HTMLElement, read: Read, page: string): Promise<void> {
  if (await isHouseNear()) return location.assign(page);
  const others = listTiles().filter(({ id }) => id !== phonePerson());
  if (others.length === 0) return place.replaceChildren(words.notNow);
  const names = others.map((person) => button(person.name, () => void keepFor(place, person, read)));
  place.replaceChildren(
    element('span', {}, `${words.who} `),
    element('small', {}, words.offline),
    element(
      'span',
      { className: 'actions' },
      ...names,
      button(words.cancel, () => place.remove()),
    ),
  );
  names[0]?.focus();
}

async function keepFor(place: HTMLElement, { id: person, name }: KnownPerson, read: Read): Promise<void> {
  const record = { ...read, id: makeUuid(), kind: 'lesson-read' as const, answeredAt: new Date().toISOString() };
  const outbox = await openOutbox();
  // What would be gone with the page is no promise to somebody who is not signed in.
  if (!outbox.durable) return place.replaceChildren(words.notNow);
  await outbox.put(record, person).then(
    () => place.replaceChildren(words.kept(calledName(name))),
    () => place.replaceChildren(words.notNow),
  );
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', className: 'button button-quiet' }, label);
  made.addEventListener('click', act);
  return made;
}
