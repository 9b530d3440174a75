import { phonePerson } from '#client/phone/person.ts';
import { keptText, knownKey } from '#client/phone/text.ts';

/**
 * The place in the header of every page for who is signed in on this phone. What names people is loaded once somebody is: a
 * stranger's page stays as it came.
 */
class NameChip extends HTMLElement {
  #named = false;

  connectedCallback(): void {
    this.#look();
    if (keptText(knownKey) !== undefined)
      import('./visit.ts').then(({ startVisit }) => startVisit()).catch(() => undefined);
    addEventListener('pageshow', () => this.#look());
    document.addEventListener('visibilitychange', () => this.#look());
  }

  #look(): void {
    this.#named ||= phonePerson() !== null;
    // Without a network what the server wrote stays.
    if (this.#named) import('./recorded-name.ts').then(({ showName }) => showName(this)).catch(() => undefined);
  }
}

customElements.define('name-chip', NameChip);
