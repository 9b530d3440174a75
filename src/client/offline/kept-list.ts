import { element } from '#client/phone/element.ts';
import { courseOfSet, mediaSet, searchSets } from '#domain/offline/sets.ts';
import { formatBytes, keepMessages as say } from '#messages/keep.ts';
import { allowInstalling, takeInstallOffer } from './install.ts';
import { keptPacks } from './kept-files.ts';
import { forgetSets, forgetVisited, isPersistent } from './saver.ts';
import { visitedPages } from './visited.ts';

/** On `/luring/` and `/saya/`: all that this phone keeps, each with its button to take it off. */
class KeptList extends HTMLElement {
  connectedCallback(): void {
    if ('serviceWorker' in navigator) {
      document.addEventListener('install-offer', () => void this.#show());
      allowInstalling();
      void this.#show();
    } else this.replaceChildren(element('p', {}, say.unable));
  }

  async #show(): Promise<void> {
    const packs = await keptPacks();
    const courses = packs.flatMap(({ set, title, bytes }) => {
      const course = courseOfSet(set);
      return course === undefined ? [] : [{ course, title, bytes, sets: [set, mediaSet(course)] }];
    });
    const search = packs.filter(({ set }) => searchSets.some((it) => it === set));
    const visited = await visitedPages();
    const parts: Node[] = [element('h2', {}, say.keptCourses)];
    if (courses.length === 0) parts.push(element('p', {}, say.noCourses));
    else {
      const rows = courses.map(({ course, title, bytes, sets }) => {
        const link = element('a', { href: `/kursus/${course}/` }, title);
        return element('li', {}, link, ` (${formatBytes(bytes)}) `, this.#removal(say.removeNamed(title), sets));
      });
      if (search.length > 0) {
        const bytes = search.reduce((sum, pack) => sum + pack.bytes, 0);
        rows.push(
          element(
            'li',
            {},
            say.keptSearch,
            ` (${formatBytes(bytes)}) `,
            this.#removal(say.removeNamed(say.keptSearch.toLowerCase()), [...searchSets]),
          ),
        );
      }
      parts.push(element('ul', { className: 'kept-list' }, ...rows));
      parts.push(element('p', { className: 'muted' }, (await isPersistent()) ? say.persistent : say.fleeting));
    }
    parts.push(element('h2', {}, say.visited), element('p', {}, say.visitedWhy));
    if (visited.length === 0) parts.push(element('p', {}, say.noVisited));
    else {
      const links = visited.map(({ address, title }) => element('li', {}, element('a', { href: address }, title)));
      parts.push(element('ul', {}, ...links), element('p', {}, this.#button(say.removeVisited, forgetVisited)));
    }
    const install = takeInstallOffer();
    if (install !== undefined)
      parts.push(element('p', {}, say.installWhy), element('p', {}, this.#button(say.install, install)));
    this.replaceChildren(...parts);
  }

  #removal(words: string, sets: readonly string[]): HTMLElement {
    return this.#button(words, () => forgetSets(sets));
  }

  #button(words: string, act: () => Promise<unknown>): HTMLElement {
    const button = element('button', { type: 'button', className: 'button button-quiet' }, words);
    button.addEventListener('click', async () => {
      await act();
      await this.#show();
      this.querySelector('a, button')?.scrollIntoView({ block: 'nearest' });
    });
    return button;
  }
}

customElements.define('kept-list', KeptList);
