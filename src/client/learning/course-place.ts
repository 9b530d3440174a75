import { courseMessages } from '#messages/course.ts';
import { ownMessages } from '#messages/own.ts';
import type { OwnFacts } from '#client/people/own-facts.ts';
import { element, holdRoom } from '#client/phone/element.ts';
import { isMarkedRead } from './read-marks.ts';

interface OwnPlace {
  readonly person: string;
  readonly course: string;
  readonly facts: OwnFacts;
}

/** Ticks what is done in the lists of lessons, fills the terrace, and turns the head of a course to going on. Moves nothing. */
export function showCourse(place: OwnPlace): void {
  const steps = [...document.querySelectorAll<HTMLAnchorElement>(':is(.terraces, .siblings li) a')];
  for (const step of steps) tick(step, isDone(place, step));
  const terrace = document.querySelector<SVGElement>('.terrace');
  const lessons = steps.filter((step) => !isQuiz(step));
  const done = lessons.filter((step) => isDone(place, step)).length;
  terrace?.style.setProperty('--done', `${(100 * done) / lessons.length}%`);
  const head = document.querySelector<HTMLElement>('.course-head');
  if (head !== null && place.facts.enrollments.some(({ course }) => course === place.course))
    turnHead(head, place, steps);
}

function turnHead(head: HTMLElement, { course, facts }: OwnPlace, steps: readonly HTMLAnchorElement[]): void {
  const actions = head.querySelector<HTMLElement>('.actions');
  const first = actions?.querySelector('a');
  const words = head.querySelector<HTMLElement>(':scope > .muted');
  if (!actions || !first || !words) return;
  for (const it of [actions, words]) holdRoom(it);
  const completed = facts.progress[course]?.completed ?? false;
  words.textContent = completed ? courseMessages.completed : courseMessages.enrolled;
  actions
    .querySelector('form')
    ?.replaceWith(
      element('a', { className: 'button button-quiet', href: `/saya/#kursus-${course}` }, courseMessages.own),
    );
  const begun = steps.some((step) => step.closest('[data-done]'));
  const next = steps.find((step) => !step.closest('[data-done]'));
  // Where one chooses lessons, the button leads to the list of them.
  if (!begun || completed || next === undefined || first.hash !== '') return;
  first.href = next.href;
  first.textContent = courseMessages.goOn;
  first.ariaLabel = ownMessages.resume(next.textContent?.trim() ?? '');
}

function tick(step: HTMLAnchorElement, done: boolean): void {
  const row = step.closest('li');
  if (row === null || row.hasAttribute('data-done') === done) return;
  row.toggleAttribute('data-done', done);
  if (done) step.append(element('span', { className: 'visually-hidden' }, ` (${courseMessages.done})`));
  else step.lastElementChild?.remove();
}

function isDone({ person, course, facts }: OwnPlace, step: HTMLAnchorElement): boolean {
  const id = step.pathname.split('/').at(-2) ?? '';
  if (!isQuiz(step)) return isMarkedRead({ person, course, lesson: id });
  return facts.progress[course]?.missing.includes(id) === false;
}

function isQuiz(step: HTMLAnchorElement): boolean {
  return step.pathname.includes('/kuis/');
}
