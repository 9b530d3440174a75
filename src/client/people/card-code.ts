import { readCardCode } from '#domain/person/card.ts';
import { part } from '#client/phone/element.ts';

/** Sends the code of a scanned card, which stands behind `#` where no log sees it, and has whose card it is filled in. */
class CardCode extends HTMLElement {
  connectedCallback(): void {
    this.send();
    // The same page is open when another card is scanned.
    addEventListener('hashchange', () => this.send());
  }

  private send(): void {
    const code = readCardCode(location.hash.slice(1));
    if (code === undefined) return;
    history.replaceState(null, '', location.pathname);
    part<HTMLInputElement>(this, 'input').value = code;
    part<HTMLFormElement>(this, 'form').submit();
  }
}

customElements.define('card-code', CardCode);
