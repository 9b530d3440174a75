import { part } from '#client/phone/element.ts';

/**
 * A field's day as people say it, in the browser's own words: what the domain reckons with would travel with every page. A field
 * holds a day that there is, or nothing.
 */
function wordsOf(day: Date): string {
  return day.toLocaleDateString('id-ID', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** Says the day that a field holds, as people say it. */
class DateWords extends HTMLElement {
  connectedCallback(): void {
    const input = part<HTMLInputElement>(this, 'input');
    const output = part(this, 'output');
    const show = () => {
      output.textContent = input.valueAsDate === null ? '' : wordsOf(input.valueAsDate);
    };
    input.addEventListener('input', show);
    // What was typed before comes back with the page.
    show();
  }
}

customElements.define('date-words', DateWords);
