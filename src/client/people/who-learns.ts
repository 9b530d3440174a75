import { calledName, initialsOf } from '#domain/person/called-name.ts';
import { whoLearnsMessages as words } from '#messages/who-learns.ts';
import { element } from '#client/phone/element.ts';
import { phonePerson } from '#client/phone/person.ts';
import { forgetPerson } from './forget.ts';
import { answerAs } from './guest.ts';
import { isHouseNear } from './house-near.ts';
import { type KnownPerson, listTiles } from './known-people.ts';
import { countUnsent } from './unsent.ts';
import { whoFrame } from './who-frame.ts';

/**
 * Shows a tile for everybody who has signed in on this phone. True when whoever is signed in goes on, or somebody answers
 * without a network; false when it was closed. Another tile leads to signing in with its PIN, and back to this page.
 */
export function askWho(reason: 'visit' | 'exam'): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = whoFrame();
    let goesOn = false;
    const close = (result: boolean) => {
      goesOn = result;
      dialog.close();
    };
    const show = (...content: readonly HTMLElement[]) => {
      const [head] = content;
      if (head) head.id = 'siapa';
      dialog.replaceChildren(...content);
    };
    const showTiles = () => {
      const tiles = listTiles();
      if (tiles.length === 0) return close(false);
      const list = element(
        'ul',
        { className: 'actions who-tiles' },
        ...tiles.map((known) => tileOf(known, tiles, choose)),
      );
      const next = encodeURIComponent(location.pathname);
      const another = element('a', { className: 'button button-quiet', href: `/masuk/?next=${next}` }, words.another);
      const leave = quiet(reason === 'exam' ? words.cancel : words.readOn, () => close(false));
      show(
        element('h2', {}, reason === 'exam' ? words.titleExam : words.title),
        list,
        element('p', { className: 'actions' }, another, leave),
      );
    };
    const choose = async (known: KnownPerson) => {
      if (known.id === phonePerson()) return close(true);
      if (await isHouseNear()) show(...askPin(known, showTiles, () => void askForget(known)));
      else show(...offerAnswering(known, showTiles, close));
      dialog.querySelector<HTMLElement>('input, .button')?.focus();
    };
    const askForget = async (known: KnownPerson) => {
      const unsent = await countUnsent(known.id);
      const name = calledName(known.name);
      const forget = element('button', { type: 'button', className: 'button' }, words.forgetDo);
      forget.addEventListener('click', () => void forgetPerson(known.id).finally(showTiles));
      show(
        element('h2', {}, words.forgetTitle(name)),
        element('p', {}, words.forgetWhat),
        ...(unsent === 0 ? [] : [element('p', {}, words.forgetUnsent(unsent, name))]),
        element('p', { className: 'actions' }, forget, quiet(words.cancel, showTiles)),
      );
    };
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(goesOn);
    });
    document.body.append(dialog);
    showTiles();
    dialog.showModal();
  });
}

function tileOf(
  known: KnownPerson,
  tiles: readonly KnownPerson[],
  choose: (known: KnownPerson) => void,
): HTMLLIElement {
  const initials = element('span', { className: 'chip-initials' }, initialsOf(known.name));
  initials.setAttribute('aria-hidden', 'true');
  const name = element('span', {}, known.name);
  const isNamesake = tiles.some(({ id, name: other }) => id !== known.id && other === known.name);
  const notes = [isNamesake ? words.login(known.login) : '', known.id === phonePerson() ? words.here : ''];
  const note = notes.filter((it) => it !== '').join(', ');
  if (note !== '') name.append(element('br'), element('small', {}, note));
  const tile = element('button', { type: 'button', className: 'button button-quiet' }, initials, name);
  tile.addEventListener('click', () => choose(known));
  return element('li', {}, tile);
}

/** Goes to the page that signs in by itself; nothing of the PIN stays. */
function askPin(known: KnownPerson, back: () => void, forget: () => void): readonly HTMLElement[] {
  const pin = element('input', {
    ...{
      id: 'pin',
      className: 'who-pin',
      name: 'secret',
      type: 'password',
      inputMode: 'numeric',
      autocomplete: 'off',
      maxLength: 512,
    },
    required: true,
  });
  const form = element(
    'form',
    { method: 'post', action: '/masuk/' },
    element('input', { type: 'hidden', name: 'login', value: known.login }),
    element('input', { type: 'hidden', name: 'next', value: location.pathname + location.search }),
    element('p', {}, element('label', { htmlFor: pin.id }, words.pin), element('br'), pin),
    element(
      'p',
      { className: 'actions' },
      element('button', { className: 'button' }, words.enter),
      quiet(words.back, back),
      quiet(words.forget, forget),
    ),
  );
  return [element('h2', {}, known.name), form];
}

function offerAnswering(
  known: KnownPerson,
  back: () => void,
  close: (goesOn: boolean) => void,
): readonly HTMLElement[] {
  const name = calledName(known.name);
  const answer = element('button', { type: 'button', className: 'button' }, words.answerAs(name));
  answer.addEventListener('click', () => {
    answerAs(known);
    close(true);
  });
  return [
    element('h2', {}, known.name),
    element('p', {}, words.offline(name)),
    element('p', { className: 'actions' }, answer, quiet(words.back, back)),
  ];
}

function quiet(label: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', className: 'button button-quiet' }, label);
  made.addEventListener('click', act);
  return made;
}
