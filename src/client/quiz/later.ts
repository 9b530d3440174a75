// A lesson is read before it is practised: the script of its quiz comes when the practice is near, so that answers are kept
// from the first one on. A quiz on a page of its own is near at once.

import { laterMessages } from '#messages/quiz-later.ts';
import { element, part } from '#client/phone/element.ts';
import { once, whenNear } from '#client/phone/near.ts';
import { takeOwnUnfinished, watchUnnamed } from '#client/phone/own-unfinished.ts';

const load = once(async () => {
  await Promise.all([loadSheet(), takeOwnUnfinished()]);
  await import('./form.ts');
});

whenNear(document.querySelectorAll('quiz-form'), load);
watchUnnamed();
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (customElements.get('quiz-form') || !form.closest('quiz-form')) return;
  // Somebody was faster than the script: it takes the form over, or the form goes the plain way.
  event.preventDefault();
  load().then(
    () => form.requestSubmit(),
    () => submitPlainly(form),
  );
});
// The same for an exam that is begun at once.
document.addEventListener('click', (event) => {
  const start = (event.target as Element).closest<HTMLAnchorElement>('.quiz-start a');
  if (start === null || customElements.get('quiz-form')) return;
  event.preventDefault();
  load().then(
    () => start.click(),
    () => location.assign(start.href),
  );
});

/** How answers are marked, which no lesson needs before; without it they are marked all the same. */
function loadSheet(): Promise<unknown> {
  const place = document.querySelector<HTMLElement>('[data-answers-sheet]');
  // A quiz on a page of its own has it already.
  if (place === null) return Promise.resolve();
  const { answersSheet = '' } = place.dataset;
  const sheet = element('link', { rel: 'stylesheet', href: answersSheet });
  const isThere = new Promise((resolve) => {
    sheet.onload = resolve;
    sheet.onerror = resolve;
  });
  document.head.append(sheet);
  return isThere;
}

/** Leaves the page only for an answer: without a network what was filled in would be gone with it. */
async function submitPlainly(form: HTMLFormElement): Promise<void> {
  try {
    await fetch(form.action, { method: 'HEAD' });
    form.submit();
  } catch {
    part(form, '.quiz-status').textContent = laterMessages.noNetwork;
  }
}
