// What helps while reading: words explained where they stand, and an outline that gets out of the way.

import { element, part } from '#client/phone/element.ts';

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.term, .outline a');
  if (link === null) return;
  const meaning = document.getElementById(link.hash.slice(1))?.querySelector('dd')?.textContent;
  if (!link.matches('.term')) part<HTMLDetailsElement>(document, '.outline').open = false;
  else if (meaning) {
    event.preventDefault();
    explain(link, meaning);
  }
});

// Pictures far down come when they are near; on paper all of them are.
addEventListener('beforeprint', () => {
  for (const picture of document.querySelectorAll('img')) picture.loading = 'eager';
});

/** Opens or takes away the meaning of a word beside it: the reader does not lose the line. */
function explain(link: HTMLAnchorElement, meaning: string): void {
  const open = link.nextElementSibling;
  const isOpen = open instanceof HTMLElement && open.matches('mark.meaning');
  link.setAttribute('aria-expanded', String(!isOpen));
  if (isOpen) {
    open.remove();
    return;
  }
  const said = element('mark', { className: 'meaning' }, ` (${meaning})`);
  said.style.fontWeight = 'normal';
  link.after(said);
}
