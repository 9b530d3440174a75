import type { ExcerptPart } from '#domain/search/excerpt.ts';
import { searchMessages } from '#messages/search.ts';
import { element } from '#client/phone/element.ts';
import { rememberSought } from '#client/search/engine/sought-words.ts';
import type { ShownPage } from '#client/search/engine/site-answer.ts';

/** Results in their order; those of one course that follow each other stand under its name. What comes later comes below. */
export function openResultList(): { readonly node: HTMLElement; add(pages: readonly ShownPage[]): void } {
  const node = element('div');
  let last: { readonly name: string; readonly list: HTMLElement } | undefined;
  const listOf = ({ meta, url }: ShownPage): HTMLElement => {
    const name = meta.course ?? kindName(url);
    if (last?.name === name) return last.list;
    const list = element('ol', { className: 'rows' });
    const address = meta.course === undefined ? undefined : /^.*?\/kursus\/[^/]+\//.exec(url)?.[0];
    const title = element('h2', {}, address === undefined ? name : element('a', { href: address }, name));
    node.append(element('section', { className: 'found-group' }, title, list));
    last = { name, list };
    return list;
  };
  return {
    node,
    add(pages) {
      const rows = pages.map((page) => {
        const row = rowOf(page);
        listOf(page).append(row);
        return row;
      });
      const links = rows.flatMap((row) => row.querySelector<HTMLAnchorElement>('.found-title') ?? []);
      void import('#client/offline/mark-unkept.ts').then(({ markUnkept }) => markUnkept(links)).catch(() => undefined);
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
  const address = url.replace(/#.*/, '');
  const title = linkTo(url, excerpt, { className: 'found-title', text: meta.title ?? url });
  const about = [filters.jenis?.[0], meta.minutes && searchMessages.minutes(meta.minutes)].filter(Boolean).join(' · ');
  const inSections = sections.slice(0, 2).map((section, at) => {
    const link = linkTo(`${address}#${section.id}`, section.excerpt, { text: section.title });
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

/** A link that lets the page mark what its excerpt marks. */
function linkTo(
  href: string,
  excerpt: readonly ExcerptPart[],
  { className = '', text }: { readonly className?: string; readonly text: string },
): HTMLElement {
  const link = element('a', { href, className }, text);
  const words = excerpt.flatMap((part) => (part.marked ? part.text.split(' ') : []));
  link.addEventListener('click', () => rememberSought(href, [...new Set(words)]));
  return link;
}

function partsOf(parts: readonly ExcerptPart[]): (Node | string)[] {
  return parts.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
}

function kindName(url: string): string {
  return url.startsWith('/istilah/') ? searchMessages.kinds.term : searchMessages.kinds.contact;
}
