import { guestHere } from '#client/phone/answerer.ts';
import { keepText, keptText } from '#client/phone/text.ts';
import { keepForVisit, visitText } from '#client/phone/visit.ts';
import { listTiles } from './known-people.ts';
import { leaveLaterKey, showGuest } from './guest.ts';

/** Where nobody is stopped for their name: help, signing in, what staff do. */
const learningPages = /^\/(kursus\/.*|saya\/)?$/;
/** The house's own laptop is nobody's phone. */
const isHouseLaptop = /^(localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname);
const askedKey = 'siapa-ditanya';

let mayStart = false;

/** Asks at the start of a visit, and before an exam, who learns now on a phone of several people. */
export function startVisit(): void {
  leaveNow();
  addEventListener('online', leaveNow);
  showGuest(guestHere());
  if (isHouseLaptop) return;
  document.addEventListener('click', askBeforeExam, true);
  if (visitText(askedKey) !== undefined || !learningPages.test(location.pathname) || listTiles().length < 2) return;
  keepForVisit(askedKey, 'ya');
  import('./who-learns.ts').then(({ askWho }) => askWho('visit')).catch(() => undefined);
}

/** The button of an exam begins it once somebody has said who they are. */
function askBeforeExam(event: MouseEvent): void {
  const start = (event.target as Element).closest<HTMLElement>('quiz-form .quiz-start a');
  if (start === null || mayStart || listTiles().length < 2) return;
  event.preventDefault();
  event.stopPropagation();
  const begin = () => {
    mayStart = true;
    start.click();
  };
  import('./who-learns.ts').then(async ({ askWho }) => {
    if (await askWho('exam')) begin();
  }, begin);
}

/** Somebody left without a network: the house is told now that there may be one. */
function leaveNow(): void {
  if (keptText(leaveLaterKey) === undefined) return;
  fetch('/keluar/', { method: 'POST', redirect: 'manual' }).then(
    () => keepText(leaveLaterKey, undefined),
    () => undefined,
  );
}
