import type { PublishedAnswer } from '#domain/search/urgent-answer.ts';
import { searchMessages } from '#messages/search.ts';
import { element } from '#client/phone/element.ts';

/** A chosen answer: the need, a number to tap, and where to read. */
export function urgentBox({ title, url, page, section, contact }: PublishedAnswer): HTMLElement {
  const sure = contact.uncertain ? [element('strong', {}, ` ${searchMessages.uncertain}`)] : [];
  return element(
    'section',
    { className: 'found-urgent', ariaLabel: searchMessages.urgent },
    element('p', { className: 'found-urgent-title' }, title),
    element('a', { className: 'button', href: contact.href }, `${contact.verb} ${contact.text}`),
    element('p', { className: 'found-urgent-about' }, `${contact.name}. ${searchMessages.seen(contact.seen)}`, ...sure),
    element('p', {}, element('a', { href: url, className: 'found-title' }, searchMessages.read(section ?? page))),
    ...(url === '/bantuan/'
      ? []
      : [element('p', {}, element('a', { href: '/bantuan/' }, searchMessages.otherNumbers))]),
  );
}
