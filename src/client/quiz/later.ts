// A lesson is read before it is practised: its quiz wakes up once the page itself is there, also without a reader's touch,
// so that it works when the network is gone by then.

import { element, part } from '#client/phone/element.ts';

let loading: Promise<unknown> | undefined;

addEventListener('load', () => setTimeout(tryLoad));
addEventListener('online', tryLoad);
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (customElements.get('quiz-form') || !form.closest('quiz-form')) return;
  // Somebody was faster than the script: it takes the form over, or the form goes the plain way.
  event.preventDefault();
  load().then(
    () => form.requestSubmit(),
    () => form.submit(),
  );
});

function tryLoad(): void {
  load().catch(() => undefined);
}

function load(): Promise<unknown> {
  loading ??= loadSheet()
    .then(() => import('./form.ts'))
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** How answers are marked, which no lesson needs before; without it they are marked all the same. */
function loadSheet(): Promise<unknown> {
  const { answersSheet = '' } = part(document, '[data-answers-sheet]').dataset;
  const sheet = element('link', { rel: 'stylesheet', href: answersSheet });
  const isThere = new Promise((resolve) => {
    sheet.onload = resolve;
    sheet.onerror = resolve;
  });
  document.head.append(sheet);
  return isThere;
}
