import { calledName } from '#domain/person/called-name.ts';
import { unsentMessages } from '#messages/name-chip.ts';
import { keepText, keptText } from '#client/phone/text.ts';
import { forgetWriting } from '#client/studio/kept-writing.ts';
import type { KnownPerson } from './known-people.ts';
import { countUnsent } from './unsent.ts';

type Leaving = Pick<KnownPerson, 'id' | 'name'>;

const key = 'baru-keluar';

/** Remembers who is about to sign out, for the page that comes next. */
export function noteLeaving({ id, name }: Leaving): void {
  keepText(key, JSON.stringify({ id, name }));
}

/** After signing out: says what of that person still waits on this phone. */
class LeftBehind extends HTMLElement {
  connectedCallback(): void {
    const left = JSON.parse(keptText(key) ?? 'null') as Leaving | null;
    keepText(key, undefined);
    if (left === null) return;
    forgetWriting(left.id);
    void this.#tell(left);
  }

  async #tell({ id, name }: Leaving): Promise<void> {
    const count = await countUnsent(id);
    const called = calledName(name);
    this.textContent = count === 0 ? unsentMessages.leftNone(called) : unsentMessages.left(count, called);
  }
}

customElements.define('left-behind', LeftBehind);
