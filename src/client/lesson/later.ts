// Marking a lesson as read stands at its end: it comes when the reader comes near. What waits is sent all the same.

import { startSync } from '#client/outbox/sync.ts';
import { part } from '#client/phone/element.ts';
import { once, whenNear } from '#client/phone/near.ts';

startSync();

const load = once(() => import('./lesson-read.ts'));
const mark = part(document, 'lesson-read');
whenNear([mark], load);

const form = part<HTMLFormElement>(mark, 'form');
form.addEventListener('submit', (event) => {
  if (customElements.get('lesson-read')) return;
  // Somebody was faster than the script: it takes the form over, or the form goes the plain way.
  event.preventDefault();
  load().then(
    () => form.requestSubmit(),
    () => form.submit(),
  );
});
