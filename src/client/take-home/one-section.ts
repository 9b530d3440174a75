import { sections } from './sections.ts';

// One section is seen at a time, as on the site; without this script they stand below each other.

function show(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const shown = sections.find((section) => target !== null && section.contains(target)) ?? sections[0];
  for (const section of sections) section.hidden = section !== shown;
  // Without a target the file begins at its head.
  target?.scrollIntoView();
}

addEventListener('hashchange', show);
show();
