import { part } from '#client/phone/element.ts';

/** A button that prints the page; without script the browser's own menu does. */
class PrintPage extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    part(this, 'button').addEventListener('click', () => print());
  }
}

customElements.define('print-page', PrintPage);
