import { nameChipMessages, unsentMessages } from '#messages/name-chip.ts';
import { element } from '#client/phone/element.ts';
import type { KnownPerson } from './known-people.ts';
import { noteLeaving } from './left-behind.ts';
import { countUnsent } from './unsent.ts';
import { whoFrame } from './who-frame.ts';

/** Shows who is signed in, what of theirs is unsent, and the ways to sign out. */
export async function openWho(known: KnownPerson): Promise<void> {
  const unsent = await countUnsent(known.id);
  const title = element('h2', { id: 'siapa' }, nameChipMessages.title);
  const close = element('button', { type: 'button', className: 'button button-quiet' }, nameChipMessages.close);
  const dialog = whoFrame(
    title,
    element('p', { className: 'who-name' }, known.name),
    element('p', { className: 'muted' }, nameChipMessages.login(known.login)),
    element('p', {}, unsent === 0 ? unsentMessages.none : unsentMessages.waiting(unsent)),
    signOutForm(known),
    element('p', { className: 'muted' }, nameChipMessages.shared),
    close,
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Both ways out are forms: they go to the page that does the same without script. */
function signOutForm(person: KnownPerson): HTMLFormElement {
  const next = element('input', { type: 'hidden', name: 'next', value: location.pathname + location.search });
  const leave = element('button', { className: 'button' }, nameChipMessages.signOut);
  const change = element(
    'button',
    { className: 'button button-quiet', name: 'ganti', value: 'ya' },
    nameChipMessages.notMe,
  );
  const form = element('form', { method: 'post', action: '/keluar/', className: 'actions' }, leave, change, next);
  form.addEventListener('submit', () => noteLeaving(person));
  return form;
}
