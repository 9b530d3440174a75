import { terraceShape } from '#domain/course/terrace.ts';
import { courseMessages } from '#messages/course.ts';
import type { OwnFacts } from '#client/people/own-facts.ts';
import { element } from '#client/phone/element.ts';

const svg = 'http://www.w3.org/2000/svg';

/** On the card of each course that was begun: a small terrace along its foot, filled as far as its reader came. Moves nothing. */
export function showCards({ progress }: OwnFacts): void {
  for (const card of document.querySelectorAll<HTMLElement>('.course-row')) {
    const own = progress[card.dataset.course ?? ''];
    const lessons = Number(card.dataset.lessons);
    card.querySelector('.card-done')?.remove();
    if (own === undefined || (own.lessonsRead.length === 0 && !own.completed)) continue;
    const done = own.completed ? lessons : own.lessonsRead.length;
    const words = own.completed ? courseMessages.completed : courseMessages.readOf(done, lessons);
    const told = element('span', { className: 'card-done' }, element('span', { className: 'visually-hidden' }, words));
    told.append(drawTerrace(lessons, done));
    card.append(told);
  }
}

function drawTerrace(lessons: number, done: number): SVGElement {
  const { width, height, edge, field } = terraceShape(lessons);
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('class', 'terrace');
  drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
  drawing.setAttribute('preserveAspectRatio', 'none');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.style.setProperty('--done', `${(100 * done) / lessons}%`);
  for (const [name, d] of Object.entries({ edge, field })) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('class', `terrace-${name}`);
    path.setAttribute('d', d);
    drawing.append(path);
  }
  return drawing;
}
