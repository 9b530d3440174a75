import { element } from '#client/phone/element.ts';
import { mediaSet, type Offer, searchSets } from '#domain/offline/sets.ts';
import { keepMessages as say } from '#messages/keep.ts';
import {
  bytesToBring,
  fetchOffer,
  forgetSets,
  KeepFailure,
  keepSets,
  listKept,
  setsOfCourse,
  setsOfSearch,
} from './saver.ts';

/**
 * Shows what of a course this phone keeps, and the buttons that keep it or take it off.
 * @throws KeepFailure cut, where it cannot be told what is offered and nothing is kept
 */
export async function showKeepBox(box: HTMLElement, course: string): Promise<void> {
  const [kept, offer] = [await listKept(), await fetchOffer().catch(() => undefined)];
  const own = setsOfCourse(course);
  const isKept = own.every((set) => kept.has(set));
  const parts: Node[] = [element('h2', {}, say.heading)];
  if (offer === undefined) {
    // Without a line there is nothing to offer, but what is kept can be told.
    if (!isKept) throw new KeepFailure('cut');
    parts.push(element('p', {}, say.saved));
  } else {
    parts.push(...offerParts(box, course, { offer, kept, isKept }));
  }
  if (isKept) parts.push(removeButton(box, course, own));
  parts.push(element('p', {}, element('a', { href: '/luring/' }, say.list)));
  box.replaceChildren(...parts);
}

interface Known {
  readonly offer: Offer;
  readonly kept: ReadonlyMap<string, readonly string[]>;
  readonly isKept: boolean;
}

function offerParts(box: HTMLElement, course: string, { offer, kept, isKept }: Known): readonly Node[] {
  const own = setsOfCourse(course);
  const bytes = bytesToBring(own, offer, kept);
  const button = (words: string, sets: readonly string[]) => saveButton(box, course, { words, sets, offer });
  if (!isKept) return [element('p', {}, say.why), button(say.save(bytes), own)];
  const parts: Node[] = [element('p', {}, bytes > 0 ? say.outdated : say.saved)];
  if (bytes > 0) parts.push(button(say.update(bytes), own));
  const search = say.search(bytesToBring(setsOfSearch, offer, kept));
  const isMissing = bytesToBring(searchSets, offer, kept) > 0;
  parts.push(isMissing ? button(search, setsOfSearch) : element('p', {}, say.searchSaved));
  const media = bytesToBring([mediaSet(course)], offer, kept);
  if (media > 0) parts.push(button(say.media(media), [mediaSet(course)]));
  return parts;
}

function saveButton(
  box: HTMLElement,
  course: string,
  { words, sets, offer }: { readonly words: string; readonly sets: readonly string[]; readonly offer: Offer },
): HTMLElement {
  const button = element('button', { type: 'button', className: 'button button-quiet' }, words);
  const status = element('p', {});
  status.setAttribute('role', 'status');
  const bar = element('progress', { max: 1, value: 0, hidden: true });
  bar.setAttribute('aria-label', say.heading);
  button.addEventListener('click', async () => {
    button.disabled = true;
    bar.hidden = false;
    status.textContent = say.saving(0);
    try {
      await keepSets(sets, offer, (share) => {
        bar.value = share;
        status.textContent = say.saving(share);
      });
      await showKeepBox(box, course);
      focusOutcome(box);
    } catch (error) {
      status.textContent = say.failed[error instanceof KeepFailure ? error.code : 'cut'];
      bar.hidden = true;
      button.disabled = false;
    }
  });
  return element('div', { className: 'keep-action' }, element('p', {}, button), bar, status);
}

/** The button that was pressed is gone: reading goes on at what is now so. */
function focusOutcome(box: HTMLElement): void {
  const outcome = box.querySelector('p');
  outcome?.setAttribute('tabindex', '-1');
  outcome?.focus();
}

function removeButton(box: HTMLElement, course: string, own: readonly string[]): HTMLElement {
  const button = element('button', { type: 'button', className: 'button button-quiet' }, say.remove);
  button.addEventListener('click', async () => {
    await forgetSets([...own.slice(1), mediaSet(course)]);
    await showKeepBox(box, course);
    focusOutcome(box);
  });
  return element('p', {}, button);
}
