import { element } from '#client/phone/element.ts';
import look from './who.css?inline';

let isDressed = false;

/** A dialog about names, named by the element with the id `siapa` inside it, and not open yet. Its look comes with the first. */
export function whoFrame(...content: readonly HTMLElement[]): HTMLDialogElement {
  if (!isDressed && 'adoptedStyleSheets' in document) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    isDressed = true;
  }
  const dialog = element('dialog', { className: 'who' }, ...content);
  dialog.setAttribute('aria-labelledby', 'siapa');
  return dialog;
}
