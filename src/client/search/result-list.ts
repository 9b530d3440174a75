import type { ExcerptPart } from '#domain/search/excerpt.ts';
import { searchMessages } from '#messages/search.ts';
import { element } from '#client/phone/element.ts';
import type { ShownPage } from './site-answer.ts';

/** Results by course, in the order in which the courses were first found. */
export function openResultList(): { readonly node: HTMLElement; add(pages: readonly ShownPage[]): void } {
  const node = element('div');
  const lists = new Map<string, HTMLElement>();
  const listOf = ({ meta, url }: ShownPage): HTMLElement => {
    const name = meta.course ?? kindName(url);
    const known = lists.get(name);
    if (known) return known;
    const list = element('ol', { className: 'rows' });
    const address = meta.course === undefined ? undefined : /^.*?\/kursus\/[^/]+\//.exec(url)?.[0];
    const title = element('h2', {}, address === undefined ? name : element('a', { href: address }, name));
    node.append(element('section', { className: 'found-group' }, title, list));
    lists.set(name, list);
    return list;
  };
  return {
    node,
    add(pages) {
      for (const page of pages) listOf(page).append(rowOf(page));
    },
  };
}

/** A term that was asked for, with its explanation. */
export function meaningOf({ content, meta, url }: ShownPage): HTMLElement {
  const name = element('a', { href: url }, meta.title ?? '');
  const full = meta.full ? ` (${meta.full})` : '';
  return element(
    'div',
    { className: 'found-meaning' },
    element('p', {}, element('strong', {}, name), full),
    element('p', {}, content),
  );
}

function rowOf({ url, meta, filters, excerpt, sections }: ShownPage): HTMLElement {
  const title = element('a', { href: url, className: 'found-title' }, meta.title ?? url);
  const about = [filters.jenis?.[0], meta.minutes && searchMessages.minutes(meta.minutes)].filter(Boolean).join(' · ');
  const inSections = sections.slice(0, 2).map((section, at) => {
    const link = element('a', { href: `${url.replace(/#.*/, '')}#${section.id}` }, section.title);
    const text = at === 0 ? [element('p', {}, ...partsOf(section.excerpt))] : [];
    return element('li', {}, link, ...text);
  });
  return element(
    'li',
    {},
    title,
    ...(about === '' ? [] : [element('p', { className: 'muted' }, about)]),
    inSections.length > 0
      ? element('ul', { className: 'found-sections' }, ...inSections)
      : element('p', {}, ...partsOf(excerpt)),
  );
}

function partsOf(parts: readonly ExcerptPart[]): (Node | string)[] {
  return parts.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
}

function kindName(url: string): string {
  return url.startsWith('/istilah/') ? searchMessages.kinds.term : searchMessages.kinds.contact;
}
