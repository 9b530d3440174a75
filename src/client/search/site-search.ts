import { nearestTopics } from '#domain/search/words/nearest.ts';
import type { PublishedAnswer } from '#domain/search/urgent-answer.ts';
import { searchMessages } from '#messages/search.ts';
import { element, part } from '#client/phone/element.ts';
import { noteMissedSearch } from './missed.ts';
import { type Asked, filterNames, readAddress, writeAddress } from './address.ts';
import { failureKind } from '#client/search/engine/failure.ts';
import { openAnnouncer } from './announcer.ts';
import { clearFilterCounts, showFilterCounts } from './filter-counts.ts';
import { moreButton } from './more-button.ts';
import { meaningOf, openResultList } from './result-list.ts';
import { loadSiteSearch } from './load-search.ts';
import type { ShownPage, SiteAnswer } from '#client/search/engine/site-answer.ts';
import { urgentBox } from './urgent-box.ts';

const pauseMs = 200;
/** Only what takes longer is announced as searching. */
const patienceMs = 500;
/** Who types no further for so long has asked. */
const askedMs = 3000;

/** Searches while typing. The engine is loaded when the field is first touched; the address keeps what was asked. */
class SiteSearchElement extends HTMLElement {
  readonly #search = loadSiteSearch('/pagefind/');
  #literal = false;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #missedTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #missed = new Set<string>();
  readonly #announcer = openAnnouncer(part(this, '[role="status"]'));
  #urgent: readonly PublishedAnswer[] = [];
  #shown: { readonly asked: Asked; readonly answer: SiteAnswer } | undefined;

  connectedCallback(): void {
    const input = this.#input();
    part(this, '.search-filters').hidden = false;
    part(this, '.search-filters').addEventListener('toggle', () => void this.#countFilters());
    input.addEventListener('focus', () => {
      void this.#search.prepare();
      // What is found stands between the field and the keyboard of a phone.
      if (innerHeight < 800) this.scrollIntoView({ block: 'start' });
    });
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
    this.#shown = undefined;
    this.#urgent = [];
    this.#turn += 1;
    const turn = this.#turn;
    const target = location.pathname + writeAddress(asked);
    if (address === 'push' && target !== location.pathname + location.search) history.pushState(null, '', target);
    else if (address === 'replace') history.replaceState(null, '', target);
    if (asked.query === '') {
      clearFilterCounts(this);
      this.#suggest([]);
      this.#show('', []);
      return;
    }
    const isCurrent = (): boolean => turn === this.#turn;
    const when = address === 'replace' ? 'at rest' : 'once';
    const results = part(this, '.search-results');
    results.setAttribute('aria-busy', 'true');
    const waiting = setTimeout(() => this.#say(searchMessages.searching, 'at rest'), patienceMs);
    const urgent = this.#search.findUrgent(asked.query);
    try {
      // Who needs help now does not wait for the engine, nor for its coming.
      const showUrgent = (answers: readonly PublishedAnswer[]): void => {
        if (!isCurrent()) return;
        this.#urgent = answers;
        this.#showUrgent();
      };
      void urgent.then(showUrgent, () => undefined);
      const answer = await this.#search.ask(asked);
      const first = await answer.next();
      const suggestions = address === 'replace' ? await this.#search.suggest(asked.query) : [];
      if (!isCurrent()) return;
      this.#suggest(suggestions);
      this.#showAnswer(asked, answer, first, when);
      this.#shown = { asked, answer };
      void this.#countFilters();
      if (answer.count > 0 && answer.missing.length === 0) return;
      this.#missedTimer = setTimeout(() => this.#noteMissed(asked), address === 'replace' ? askedMs : 0);
    } catch (error) {
      if (!isCurrent()) return;
      const kind = failureKind(error) ?? 'offline';
      this.#show('', [element('p', { className: 'alert alert-warning' }, searchMessages[kind])], true);
      this.#say(searchMessages[kind], when, '');
    } finally {
      clearTimeout(waiting);
      if (isCurrent()) results.removeAttribute('aria-busy');
    }
  }

  #showUrgent(): void {
    const results = part(this, '.search-results');
    for (const box of results.querySelectorAll('.found-urgent')) box.remove();
    results.prepend(...this.#urgent.map(urgentBox));
  }

  async #countFilters(): Promise<void> {
    const shown = this.#shown;
    if (shown === undefined || !part<HTMLDetailsElement>(this, '.search-filters').open) return;
    await showFilterCounts(this, shown.answer, shown.asked, () => this.#shown === shown).catch(() => undefined);
  }

  #suggest(queries: readonly string[]): void {
    const buttons = queries.map((query) => {
      const button = element('button', { type: 'button', className: 'search-suggestion' }, query);
      button.addEventListener('click', () => {
        this.#input().value = query;
        void this.#ask('push');
      });
      return button;
    });
    const row = part(this, '.search-suggestions');
    row.replaceChildren(...buttons);
    row.hidden = buttons.length === 0;
  }

  #noteMissed({ query, filters }: Asked): void {
    if (this.#missed.has(query) || Object.keys(filters).length > 0) return;
    this.#missed.add(query);
    noteMissedSearch(query);
  }

  #showAnswer(asked: Asked, answer: SiteAnswer, first: readonly ShownPage[], when: 'once' | 'at rest'): void {
    if (answer.count === 0) {
      this.#showNone(asked, when);
      return;
    }
    const list = openResultList();
    // What is chosen stands above already.
    const chosen = new Set(this.#urgent.map(({ url }) => url.replace(/#.*/, '')));
    list.add(first.filter(({ url }) => !chosen.has(url)));
    const shown = answer.meanings.length + first.length;
    const { count, next } = answer;
    const say = (text: string): void => this.#announcer.say(text, 'once');
    const assumed = answer.assumed === undefined ? [] : [this.#assumption(asked.query, answer.assumed)];
    const rest = shown < count ? [moreButton(list, { shown, count, next, say })] : [];
    const missing = answer.missing.length === 0 ? '' : ` ${searchMessages.missing(answer.missing)}`;
    const plain = answer.isPlain ? [element('p', { className: 'alert alert-warning' }, searchMessages.plain)] : [];
    this.#show('', [...plain, ...assumed, ...answer.meanings.map(meaningOf), list.node, ...rest], false);
    this.#say(searchMessages.found(count) + missing, when);
  }

  #assumption(query: string, assumed: string): HTMLElement {
    const exact = element('button', { type: 'button', className: 'link-button' }, searchMessages.exact(query));
    exact.addEventListener('click', () => {
      this.#literal = true;
      void this.#ask('push');
    });
    return element('p', {}, `${searchMessages.assumed} `, element('strong', {}, assumed), ' · ', exact);
  }

  #showNone({ query, filters }: Asked, when: 'once' | 'at rest'): void {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.search-fallback .topic')];
    const topics = links.map(({ href, textContent }) => ({ href, name: (textContent ?? '').trim() }));
    const near = nearestTopics(query, topics).map(({ href, name }) => element('li', {}, element('a', { href }, name)));
    const isNarrow = Object.keys(filters).length > 0;
    const nearest = [element('h2', {}, searchMessages.nearest), element('ul', { className: 'rows' }, ...near)];
    this.#show('', near.length > 0 && !isNarrow ? nearest : [], true);
    this.#say(isNarrow ? searchMessages.noneFiltered(query) : searchMessages.none(query), when);
    part(this, '.search-help').hidden = false;
  }

  #show(status: string, content: readonly Node[], withFallback = true): void {
    this.#say(status, 'once');
    part(this, '.search-results').replaceChildren(...content);
    this.#showUrgent();
    part(this, '.search-help').hidden = true;
    part(document, '.search-fallback').hidden = !withFallback;
  }

  /** Shows a sentence at once, and says it when it is time. */
  #say(status: string, when: 'once' | 'at rest', shown = status): void {
    part(this, '.search-status').textContent = shown;
    this.#announcer.say(status, when);
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
