import { isTheirs } from '#client/phone/text.ts';
import { element } from '#client/phone/element.ts';
import { phonePerson } from '#client/phone/person.ts';
import { movedMessages as say } from '#messages/moved.ts';
import { openOutbox } from './outbox.ts';
import { startSync } from './sync.ts';

/** On `/pindah/`: goes on to the new address once nothing waits on this phone that only the old one can send. */
class MovedAddress extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('outbox', () => void this.#goOn());
    startSync();
  }

  async #goOn(): Promise<void> {
    const { to = '/', signIn = '/masuk/' } = this.dataset;
    const entries = await (await openOutbox()).list();
    const waiting = entries.filter(({ refused }) => refused === undefined);
    if (waiting.length === 0) {
      location.replace(to);
      return;
    }
    const person = phonePerson();
    const own = person === null ? [] : waiting.filter((entry) => isTheirs(entry.person, person));
    if (own.length === waiting.length) return;
    const link = element('a', { className: 'button button-quiet', href: signIn }, say.signIn);
    this.replaceChildren(element('p', {}, say.waiting(waiting.length - own.length)), element('p', {}, link));
  }
}

customElements.define('moved-address', MovedAddress);
