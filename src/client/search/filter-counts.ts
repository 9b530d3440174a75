import { searchMessages } from '#messages/search.ts';
import { type Asked, filterNames } from './address.ts';
import type { SiteAnswer } from '#client/search/engine/site-answer.ts';

/**
 * Writes behind each choice of the filters how many results it would leave, and takes those without any out of the way. Stops when
 * `isCurrent` says that something else is asked meanwhile.
 */
export async function showFilterCounts(
  root: ParentNode,
  answer: SiteAnswer,
  { filters }: Asked,
  isCurrent: () => boolean,
): Promise<void> {
  for (const name of filterNames) {
    const options = root.querySelectorAll<HTMLOptionElement>(`select[name="${name}"] option`);
    for (const option of options) {
      if (option.value === '') continue;
      const count = await answer.countWith({ ...filters, [name]: option.value });
      if (!isCurrent()) return;
      option.textContent = searchMessages.counted(option.value, count);
      option.disabled = count === 0 && !option.selected;
    }
  }
}

/** Takes the counts away: nothing is asked. */
export function clearFilterCounts(root: ParentNode): void {
  for (const option of root.querySelectorAll<HTMLOptionElement>('select option')) {
    if (option.value === '') continue;
    option.textContent = option.value;
    option.disabled = false;
  }
}
