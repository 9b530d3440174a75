import type { Answers } from '#domain/quiz/answers.ts';
import { quizMessages } from '#messages/quiz.ts';
import { element } from '#client/phone/element.ts';
import { alertOf } from '#client/quiz/result/result.ts';

/** How to speak of what stands in the way of sending, and what to do about it. */
export interface Hindrance {
  readonly answers: Answers;
  /** Whether what is not answered stands in the way. */
  readonly lacks: boolean;
  readonly numbers: ReadonlyMap<string, string>;
  /** Id of a question's place in the page. */
  readonly anchorOf: (question: string) => string;
  readonly goTo: (question: string) => void;
  readonly sendAsItIs: () => void;
}

/** Tells it as an alert, with links to the questions and a way to send all the same. */
export function alertOfHindrance({ answers, lacks, ...ways }: Hindrance): HTMLElement {
  const { missing, partial, unclear } = answers;
  const box = alertOf({ kind: 'warning', lines: unclear.size > 0 ? [quizMessages.unclear] : [] });
  if (!lacks) return box;
  const send = element('button', { type: 'button', className: 'button button-quiet' }, quizMessages.sendIncomplete);
  send.addEventListener('click', ways.sendAsItIs);
  const words = partial.length > 0 ? quizMessages.unfinished : quizMessages.missing;
  box.append(linkMissing(words, missing, ways), element('p', {}, quizMessages.missingHelp), element('p', {}, send));
  return box;
}

/** "Belum dijawab: soal 3, 7." with a link to each. */
function linkMissing(
  words: string,
  missing: readonly string[],
  { numbers, anchorOf, goTo }: Pick<Hindrance, 'numbers' | 'anchorOf' | 'goTo'>,
): HTMLElement {
  const links = missing.flatMap((id, at) => {
    const link = element('a', { href: `#${anchorOf(id)}` }, numbers.get(id) ?? '');
    link.addEventListener('click', (event) => {
      // The browser's own jump would take the focus away again.
      event.preventDefault();
      goTo(id);
    });
    return at === 0 ? [' ', link] : [', ', link];
  });
  return element('p', {}, words, ...links, '.');
}
