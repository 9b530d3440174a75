import { isLocalDate, sayDay } from '#domain/local-date.ts';
import { part } from '#client/phone/element.ts';

/** Says the day that a field holds, as people say it. */
class DateWords extends HTMLElement {
  connectedCallback(): void {
    const input = part<HTMLInputElement>(this, 'input');
    const output = part(this, 'output');
    const show = () => {
      output.textContent = isLocalDate(input.value) ? sayDay(input.value) : '';
    };
    input.addEventListener('input', show);
    // What was typed before comes back with the page.
    show();
  }
}

customElements.define('date-words', DateWords);
