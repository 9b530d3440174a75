import { answerer } from './answerer.ts';
import { phonePerson } from './person.ts';
import { keepText, unnamedKey } from './text.ts';
import { keepForVisit } from './visit.ts';

/** Before a quiz or sheet is opened: what its owner began here without signing in is theirs. Without a network it waits. */
export async function takeOwnUnfinished(): Promise<void> {
  const person = phonePerson();
  if (person === null) return;
  await import('./unfinished.ts').then(({ takeOver }) => takeOver(person)).catch(() => undefined);
}

/** Remembers when something in a quiz or sheet is filled in that nobody has put their name to, and that it was in this visit. */
export function watchUnnamed(): void {
  document.addEventListener('input', ({ target }) => {
    if (answerer().place !== '' || (target as Element).closest('quiz-form, work-sheet') === null) return;
    keepText(unnamedKey, 'ya');
    keepForVisit(unnamedKey, 'ya');
  });
}
