import { helpMessages } from '#messages/help.ts';
import { element, part } from '#client/phone/element.ts';

/** Puts a button under every number of the page that copies it, as another phone may have to be used. */
export function offerCopying(): void {
  for (const contact of document.querySelectorAll<HTMLElement>('.contact:has([href^="tel:"], [href*="wa.me"])')) {
    const number = part(contact, '.contact-reach > :last-child');
    const told = element('span', {});
    told.setAttribute('role', 'status');
    const copy = element('button', { type: 'button', className: 'button button-quiet' }, helpMessages.copy);
    copy.setAttribute('aria-label', `${helpMessages.copy} ${number.textContent}`);
    copy.addEventListener('click', async () => {
      told.textContent = (await copyText(number)) ? helpMessages.copied : helpMessages.selected;
    });
    part(contact, '.contact-reach').after(element('p', { className: 'contact-copy' }, copy, ' ', told));
  }
}

/** True when it is copied; else it is selected. A house without TLS has no clipboard but by the old command. */
async function copyText(number: HTMLElement): Promise<boolean> {
  getSelection()?.selectAllChildren(number);
  try {
    await navigator.clipboard.writeText(number.textContent ?? '');
    return true;
  } catch {
    // Outdated, and all there is on plain HTTP.
    return document.execCommand('copy');
  }
}
