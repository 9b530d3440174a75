import { type Look, lookKey, readLook, writeLook } from '#domain/look.ts';
import { lookMessages } from '#messages/look.ts';
import { part } from './element.ts';
import { keepText, keptText } from './text.ts';

/** Keeps how pages look on this phone, and shows it at once. */
class LookForm extends HTMLElement {
  connectedCallback(): void {
    const form = part<HTMLFormElement>(this, 'form');
    for (const [name, value] of Object.entries(readLook(keptText(lookKey)))) {
      part<HTMLInputElement>(form, `[name="${name}"][value="${value}"]`).checked = true;
    }
    form.addEventListener('change', () => {
      const chosen = new FormData(form);
      const look = { size: Number(chosen.get('size')), theme: String(chosen.get('theme')) } as Look;
      const text = writeLook(look);
      keepText(lookKey, text);
      part(this, '[role="status"]').textContent = keptText(lookKey) === text ? lookMessages.kept : lookMessages.notKept;
      // As the script in the head of each page does.
      dispatchEvent(new Event('pageshow'));
    });
  }
}

customElements.define('look-form', LookForm);
