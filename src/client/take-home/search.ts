import { element, part } from '#client/phone/element.ts';
import { possibleBases } from '#domain/search/words/affixes.ts';
import { queryWords, tokenize } from '#domain/search/words/text.ts';
import { takeHomeMessages as say } from '#messages/take-home.ts';
import { sections } from './sections.ts';

// Search inside the file: the index is made on the phone when somebody asks for the first time.

/** One heading with the words that stand below it. */
interface Place {
  readonly id: string;
  readonly title: string;
  readonly lesson: string;
  readonly words: Set<string>;
}

/** Shorter bases than this say nothing. */
const shortestBase = 4;
const most = 12;

let index: readonly Place[] | undefined;
const forms = new Map<string, readonly string[]>();

const form = part<HTMLFormElement>(document, '.take-search');
const found = part(document, '.take-found');
form.hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const asked = queryWords(part<HTMLInputElement>(form, 'input').value);
  if (asked.length === 0) return;
  index ??= sections.flatMap(readPlaces);
  show(index.filter(({ words }) => asked.every((word) => formsOf(word).some((it) => words.has(it)))));
});

function show(places: readonly Place[]): void {
  const rows = places
    .slice(0, most)
    .map(({ id, title, lesson }) =>
      element('li', {}, element('a', { href: `#${id}` }, title === lesson ? title : `${lesson}: ${title}`)),
    );
  found.replaceChildren(
    element('p', {}, say.found(places.length)),
    ...(rows.length > 0 ? [element('ul', {}, ...rows)] : []),
  );
}

function readPlaces(section: HTMLElement): readonly Place[] {
  const lesson = section.dataset.title ?? '';
  const places: Place[] = [{ id: section.id, title: lesson, lesson, words: new Set() }];
  for (const it of section.querySelectorAll('h1, h2[id], p, li, th, td, dt, dd, legend, figcaption')) {
    if (it.matches('h2[id]')) places.push({ id: it.id, title: textOf(it), lesson, words: new Set() });
    if (it.matches('.take-found *, .key-fold *')) continue;
    for (const word of tokenize(textOf(it))) for (const form of formsOf(word)) places.at(-1)?.words.add(form);
  }
  return places;
}

function textOf(it: Element): string {
  return it.textContent?.trim() ?? '';
}

/** A word and what it may be built on. */
function formsOf(word: string): readonly string[] {
  const known = forms.get(word) ?? [word, ...possibleBases(word).filter((base) => base.length >= shortestBase)];
  forms.set(word, known);
  return known;
}
