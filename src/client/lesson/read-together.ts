import { lessonReadMessages } from '#messages/lesson.ts';
import { element } from '#client/phone/element.ts';

/** The way to credit somebody who reads along: a page that asks for their PIN, and without a network the tiles of the phone. */
export function offerTogether({ course = '', lesson = '', edition = '' }: DOMStringMap): HTMLElement {
  const link = element('a', { href: `/kursus/${course}/${lesson}/berdua/` }, lessonReadMessages.together);
  const place = element('p', { className: 'lesson-together' }, link);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    import('./second-reader.ts').then(
      ({ askSecondReader }) => askSecondReader(place, { course, lesson, edition }, link.href),
      () => location.assign(link.href),
    );
  });
  return place;
}
