import { showSecretMessages } from '#messages/sign-in.ts';
import { element, part } from './element.ts';

/** Adds a button that shows what was typed into a secret's field: six digits are hard to type unseen. */
class ShowSecret extends HTMLElement {
  connectedCallback(): void {
    const input = part<HTMLInputElement>(this, 'input');
    const button = element('button', { type: 'button', className: 'button button-quiet' }, showSecretMessages.show);
    button.addEventListener('click', () => {
      const shown = input.type === 'text';
      input.type = shown ? 'password' : 'text';
      button.textContent = shown ? showSecretMessages.show : showSecretMessages.hide;
      input.focus();
    });
    // Browsers offer to keep a password only when it was sent as one.
    input.form?.addEventListener('submit', () => {
      input.type = 'password';
    });
    part(this, '.field-control').append(button);
  }
}

customElements.define('show-secret', ShowSecret);
