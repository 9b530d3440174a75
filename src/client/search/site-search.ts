import { nearestTopics } from '#domain/search/nearest.ts';
import { searchMessages } from '#messages/search.ts';
import { element, part } from '#client/phone/element.ts';
import { noteMissedSearch } from './missed.ts';
import { type Asked, filterNames, readAddress, writeAddress } from './address.ts';
import { failureKind } from './failure.ts';
import { meaningOf, openResultList } from './result-list.ts';
import { openSiteSearch, type SiteAnswer } from './site-answer.ts';

const pauseMs = 200;
/** Only what takes longer is announced as searching. */
const patienceMs = 500;
/** Who types no further for so long has asked. */
const askedMs = 3000;

/** Searches while typing. The engine is loaded when the field is first touched; the address keeps what was asked. */
class SiteSearchElement extends HTMLElement {
  readonly #search = openSiteSearch({ bundle: '/pagefind/' });
  #literal = false;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #missedTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #missed = new Set<string>();

  connectedCallback(): void {
    const input = this.#input();
    part(this, '.search-filters').hidden = false;
    input.addEventListener('focus', () => void this.#search.prepare(), { once: true });
    input.addEventListener('input', () => {
      this.#literal = false;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask('replace'), pauseMs);
    });
    part(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#ask('push');
    });
    for (const select of this.querySelectorAll('select')) {
      select.addEventListener('change', () => void this.#ask('push'));
    }
    addEventListener('popstate', () => this.#restore());
    document.addEventListener('keydown', (event) => this.#key(event));
    this.#restore();
  }

  #input(): HTMLInputElement {
    return part<HTMLInputElement>(this, 'input[name="q"]');
  }

  #restore(): void {
    const { query, filters, literal } = readAddress(location.search);
    this.#input().value = query;
    this.#literal = literal;
    for (const name of filterNames) {
      const select = part<HTMLSelectElement>(this, `select[name="${name}"]`);
      select.value = filters[name] ?? '';
      if (select.value !== '') part<HTMLDetailsElement>(this, '.search-filters').open = true;
    }
    void this.#ask('keep');
  }

  #asked(): Asked {
    const chosen = filterNames.flatMap((name) => {
      const { value } = part<HTMLSelectElement>(this, `select[name="${name}"]`);
      return value === '' ? [] : [[name, value] as const];
    });
    return { query: this.#input().value.trim(), filters: Object.fromEntries(chosen), literal: this.#literal };
  }

  async #ask(address: 'push' | 'replace' | 'keep'): Promise<void> {
    clearTimeout(this.#timer);
    clearTimeout(this.#missedTimer);
    const asked = this.#asked();
    this.toggleAttribute('data-asked', asked.query !== '');
    this.#turn += 1;
    const turn = this.#turn;
    const target = location.pathname + writeAddress(asked);
    if (address === 'push' && target !== location.pathname + location.search) history.pushState(null, '', target);
    else if (address === 'replace') history.replaceState(null, '', target);
    if (asked.query === '') {
      this.#show('', []);
      return;
    }
    const results = part(this, '.search-results');
    results.setAttribute('aria-busy', 'true');
    const waiting = setTimeout(() => this.#say(searchMessages.searching), patienceMs);
    try {
      const answer = await this.#search.ask(asked);
      const first = await answer.next();
      if (turn !== this.#turn) return;
      this.#showAnswer(asked, answer, first);
      if (answer.count > 0 && answer.missing.length === 0) return;
      this.#missedTimer = setTimeout(() => this.#noteMissed(asked), address === 'replace' ? askedMs : 0);
    } catch (error) {
      if (turn !== this.#turn) return;
      const kind = failureKind(error) ?? 'offline';
      this.#show('', [element('p', { className: 'alert alert-warning' }, searchMessages[kind])], true);
    } finally {
      clearTimeout(waiting);
      if (turn === this.#turn) results.removeAttribute('aria-busy');
    }
  }

  #noteMissed({ query, filters }: Asked): void {
    if (this.#missed.has(query) || Object.keys(filters).length > 0) return;
    this.#missed.add(query);
    noteMissedSearch(query);
  }

  #showAnswer(asked: Asked, answer: SiteAnswer, first: Awaited<ReturnType<SiteAnswer['next']>>): void {
    if (answer.count === 0) {
      this.#showNone(asked);
      return;
    }
    const list = openResultList();
    list.add(first);
    let shown = answer.meanings.length + first.length;
    const more = element('button', { type: 'button', className: 'button button-quiet' }, searchMessages.more);
    more.addEventListener('click', async () => {
      const next = await answer.next().catch(() => []);
      list.add(next);
      shown += next.length;
      if (next.length === 0 || shown >= answer.count) more.remove();
    });
    const assumed = answer.assumed === undefined ? [] : [this.#assumption(asked.query, answer.assumed)];
    const rest = shown < answer.count ? [more] : [];
    const missing = answer.missing.length === 0 ? '' : ` ${searchMessages.missing(answer.missing)}`;
    this.#show(searchMessages.found(answer.count) + missing, [
      ...assumed,
      ...answer.meanings.map(meaningOf),
      list.node,
      ...rest,
    ]);
  }

  #assumption(query: string, assumed: string): HTMLElement {
    const exact = element('button', { type: 'button', className: 'link-button' }, searchMessages.exact(query));
    exact.addEventListener('click', () => {
      this.#literal = true;
      void this.#ask('push');
    });
    return element('p', {}, `${searchMessages.assumed} `, element('strong', {}, assumed), ' · ', exact);
  }

  #showNone({ query, filters }: Asked): void {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.search-fallback .topic')];
    const topics = links.map(({ href, textContent }) => ({ href, name: (textContent ?? '').trim() }));
    const near = nearestTopics(query, topics).map(({ href, name }) => element('li', {}, element('a', { href }, name)));
    const isNarrow = Object.keys(filters).length > 0;
    const nearest = [element('h2', {}, searchMessages.nearest), element('ul', { className: 'rows' }, ...near)];
    this.#show(
      isNarrow ? searchMessages.noneFiltered(query) : searchMessages.none(query),
      near.length > 0 && !isNarrow ? nearest : [],
      true,
    );
    part(this, '.search-help').hidden = false;
  }

  #show(status: string, content: readonly Node[], withFallback = status === ''): void {
    this.#say(status);
    part(this, '.search-results').replaceChildren(...content);
    part(this, '.search-help').hidden = true;
    part(document, '.search-fallback').hidden = !withFallback;
  }

  #say(status: string): void {
    part(this, '.search-status').textContent = status;
  }

  #key(event: KeyboardEvent): void {
    const input = this.#input();
    const isTyping = document.activeElement?.matches('input, select, textarea') ?? false;
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
      input.select();
      return;
    }
    const links = [...this.querySelectorAll<HTMLAnchorElement>('.search-results a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (document.activeElement !== input && at === -1) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (at === -1) input.value = '';
      if (at === -1) void this.#ask('replace');
      input.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      if (at === -1 && event.key === 'ArrowUp') return;
      event.preventDefault();
      (next < 0 ? input : links[Math.min(next, links.length - 1)])?.focus();
    }
  }
}

customElements.define('site-search', SiteSearchElement);
