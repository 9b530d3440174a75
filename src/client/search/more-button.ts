import { searchMessages } from '#messages/search.ts';
import { element } from '#client/phone/element.ts';
import type { ShownPage } from '#client/search/engine/site-answer.ts';

/** Shows further results below the others: says how many came, and leads to the first of them. */
export function moreButton(
  list: { readonly node: HTMLElement; add(pages: readonly ShownPage[]): void },
  {
    shown,
    count,
    next,
    say,
  }: {
    readonly shown: number;
    readonly count: number;
    readonly next: () => Promise<readonly ShownPage[]>;
    readonly say: (text: string) => void;
  },
): HTMLElement {
  let there = shown;
  const more = element('button', { type: 'button', className: 'button button-quiet' }, searchMessages.more);
  more.addEventListener('click', async () => {
    const pages = await next().catch(() => []);
    const before = list.node.querySelectorAll('.found-title').length;
    list.add(pages);
    there += pages.length;
    if (pages.length === 0 || there >= count) more.remove();
    say(searchMessages.shown(pages.length, there, count));
    list.node.querySelectorAll<HTMLElement>('.found-title')[before]?.focus();
  });
  return more;
}
