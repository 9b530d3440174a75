import { searchMessages } from '#messages';
import { element, part } from './element.ts';

interface PagefindPage {
  readonly url: string;
  /** HTML: text with `<mark>`. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface Pagefind {
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<PagefindPage> }[] }>;
}

const pageSize = 8;
const pauseMs = 250;

/** Searches while typing. The engine is loaded when the field is first touched; the address keeps what was asked. */
class SiteSearch extends HTMLElement {
  #engine: Promise<Pagefind> | undefined;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const input = part<HTMLInputElement>(this, 'input[name="q"]');
    input.addEventListener('focus', () => void this.#load().catch(() => undefined));
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#search(input.value), pauseMs);
    });
    part(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      void this.#search(input.value);
    });
    const asked = new URL(location.href).searchParams.get('q');
    if (asked) {
      input.value = asked;
      void this.#search(asked);
    }
  }

  #load(): Promise<Pagefind> {
    const address = '/pagefind/pagefind.js';
    this.#engine ??= import(/* @vite-ignore */ address).then((engine: Pagefind) => engine);
    // The next touch may try again: the network comes and goes.
    this.#engine.catch(() => {
      this.#engine = undefined;
    });
    return this.#engine;
  }

  async #search(text: string): Promise<void> {
    const query = text.trim();
    this.#asked += 1;
    const asked = this.#asked;
    history.replaceState(null, '', query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`);
    this.#fallback(query === '');
    if (query === '') return this.#show();
    this.#show(element('p', {}, searchMessages.searching));
    try {
      const { results } = await (await this.#load()).search(query);
      const first = await Promise.all(results.slice(0, pageSize).map((result) => result.data()));
      if (asked === this.#asked) this.#showResults(query, results, first);
    } catch {
      if (asked !== this.#asked) return;
      this.#fallback(true);
      this.#show(element('p', { className: 'alert alert-warning' }, searchMessages.failed));
    }
  }

  #showResults(
    query: string,
    results: readonly { data(): Promise<PagefindPage> }[],
    first: readonly PagefindPage[],
  ): void {
    if (results.length === 0) {
      this.#fallback(true);
      this.#show(element('p', {}, searchMessages.none(query)));
      return;
    }
    const list = element('ol', { className: 'rows' }, ...first.map(rowOf));
    this.#show(element('p', {}, searchMessages.found(results.length)), list);
    let shown = first.length;
    if (shown >= results.length) return;
    const more = element('button', { type: 'button', className: 'button button-quiet' }, searchMessages.more);
    more.addEventListener('click', async () => {
      const next = await Promise.all(results.slice(shown, shown + pageSize).map((result) => result.data()));
      shown += next.length;
      list.append(...next.map(rowOf));
      if (shown >= results.length) more.remove();
    });
    part(this, '.search-results').append(more);
  }

  #show(...content: readonly Node[]): void {
    part(this, '.search-results').replaceChildren(...content);
  }

  #fallback(shown: boolean): void {
    const list = document.querySelector<HTMLElement>('.search-fallback');
    if (list) list.hidden = !shown;
  }
}

function rowOf({ url, excerpt, meta }: PagefindPage): HTMLElement {
  const words = [...new DOMParser().parseFromString(excerpt, 'text/html').body.childNodes].map((node) =>
    node instanceof HTMLElement && node.tagName === 'MARK'
      ? element('mark', {}, node.textContent ?? '')
      : (node.textContent ?? ''),
  );
  const link = element('a', { href: url }, meta.title ?? url);
  const course = meta.course ? [element('p', { className: 'muted' }, meta.course)] : [];
  return element('li', {}, link, ...course, element('p', {}, ...words));
}

customElements.define('site-search', SiteSearch);
