import { formatDate, localDateOf } from '#domain/local-date.ts';
import { phoneMessages } from '#messages/phone.ts';
import type { Entry } from './delivery.ts';
import { element } from '#client/phone/element.ts';
import { openOutbox } from './outbox.ts';
import { phonePerson } from '#client/phone/person.ts';
import { isTheirs, keepFormerAccounts, keepText, keptText } from '#client/phone/text.ts';
import { receivedCount, startSync, sync } from './sync.ts';

/** On `/saya/`: what of the person signed in still lies on this phone, and whose the unnamed records are. */
class PhoneRecords extends HTMLElement {
  connectedCallback(): void {
    const { person = '', former = '' } = this.dataset;
    if (person !== '') keepFormerAccounts(person, former === '' ? [] : former.split(' '));
    document.addEventListener('outbox', () => void this.#show());
    void this.#show();
    startSync();
    // A page out of the browser's memory may be another person's.
    addEventListener('pageshow', (event) => {
      if (event.persisted) location.reload();
    });
  }

  async #show(): Promise<void> {
    const person = phonePerson();
    if (person === null) return;
    const outbox = await openOutbox();
    const entries = await outbox.list();
    const own = entries.filter((entry) => isTheirs(entry.person, person));
    const waiting = own.filter(({ refused }) => refused === undefined);
    const refused = own.filter((entry) => entry.refused !== undefined);
    const left = new Set((keptText(notMineKey(person)) ?? '').split(','));
    const unnamed = entries.filter((entry) => entry.person === null && !left.has(entry.id));
    // What arrived meanwhile belongs into the lists of the page.
    if (receivedCount() > 0 && waiting.length === 0 && refused.length === 0 && unnamed.length === 0) {
      location.reload();
      return;
    }
    const unfinished = (await findUnfinished(person).catch(() => [])).filter((key) => !left.has(key));
    this.replaceChildren(
      ...(outbox.durable ? [] : [box('warning', element('p', {}, phoneMessages.notKept))]),
      ...(unnamed.length > 0 ? [askUnnamed(unnamed, person)] : []),
      ...(unfinished.length > 0 ? [askUnfinished(unfinished, person)] : []),
      ...(waiting.length > 0 ? [tellWaiting(waiting.length)] : []),
      ...(refused.length > 0 ? [tellRefused(refused)] : []),
    );
  }
}

function askUnnamed(unnamed: readonly Entry[], person: string): HTMLElement {
  const mine = button(phoneMessages.mine, async () => {
    await (await openOutbox()).update({ change: unnamed.map((entry) => ({ ...entry, person })) });
    await sync();
  });
  const notMine = button(phoneMessages.notMine, () => {
    leaveToOthers(
      person,
      unnamed.map(({ id }) => id),
    );
    document.dispatchEvent(new CustomEvent('outbox'));
  });
  notMine.classList.add('button-quiet');
  const actions = element('p', { className: 'actions' }, mine, notMine);
  return box('info', element('p', {}, phoneMessages.unnamed(unnamed.length)), actions);
}

async function findUnfinished(person: string): Promise<readonly string[]> {
  const { listSetAside, nameUnfinished } = await import('#client/phone/unfinished.ts');
  await nameUnfinished(person);
  return listSetAside();
}

/** Nothing of it is shown: whoever says it is theirs finds it where it was filled in. */
function askUnfinished(unfinished: readonly string[], person: string): HTMLElement {
  const look = () => document.dispatchEvent(new CustomEvent('outbox'));
  const mine = button(phoneMessages.mine, async () => {
    const { claimSetAside } = await import('#client/phone/unfinished.ts');
    await claimSetAside(person);
    look();
  });
  const notMine = button(phoneMessages.notMine, () => {
    leaveToOthers(person, unfinished);
    look();
  });
  notMine.classList.add('button-quiet');
  return box(
    'info',
    element('p', {}, phoneMessages.unfinished(unfinished.length)),
    element('p', { className: 'actions' }, mine, notMine),
  );
}

function tellWaiting(count: number): HTMLElement {
  const send = button(phoneMessages.sendNow, async () => {
    send.disabled = true;
    send.textContent = phoneMessages.sending;
    await sync();
  });
  return box('info', element('p', {}, phoneMessages.waiting(count)), element('p', {}, send));
}

function tellRefused(refused: readonly Entry[]): HTMLElement {
  const rows = refused.map(({ record, refused: why }) => {
    const on = formatDate(localDateOf(Date.parse(record.answeredAt)));
    const what = phoneMessages.attempt(record.kind === 'attempt' ? record.quiz : record.lesson, on);
    return element('li', {}, `${what}. ${why || phoneMessages.refusedUnknown}`);
  });
  const forget = button(phoneMessages.forget, async () => {
    await (await openOutbox()).update({ remove: refused.map(({ id }) => id) });
    document.dispatchEvent(new CustomEvent('outbox'));
  });
  forget.classList.add('button-quiet');
  const list = element('ul', {}, ...rows);
  return box('warning', element('p', {}, phoneMessages.refused(refused.length)), list, element('p', {}, forget));
}

function box(kind: 'info' | 'warning', ...content: readonly Node[]): HTMLElement {
  return element('div', { className: `alert alert-${kind}` }, ...content);
}

function button(words: string, act: () => unknown): HTMLButtonElement {
  const made = element('button', { type: 'button', className: 'button' }, words);
  made.addEventListener('click', act);
  return made;
}

/** Remembers what somebody said is not theirs, by id or key. */
function leaveToOthers(person: string, theirs: readonly string[]): void {
  keepText(notMineKey(person), [keptText(notMineKey(person)) ?? '', ...theirs].join(','));
}

function notMineKey(person: string): string {
  return `bukan-milik/${person}`;
}

customElements.define('phone-records', PhoneRecords);
