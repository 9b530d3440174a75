import type { Verdict } from '#domain/quiz/grading.ts';
import type { PublicQuestion } from '#domain/question/question.ts';
import { quizMessages } from '#messages/quiz.ts';
import { element, part } from '#client/phone/element.ts';

/** A quiz of which one question, or one case, is seen at a time, with the way through under it. */
export interface QuizScreens {
  /** Begins with the first question that is open, or with the last one. */
  start(questions: readonly PublicQuestion[], missing: readonly string[]): void;
  /** Says which questions are answered: those that are not `missing`, cases expanded. */
  mark(missing: readonly string[]): void;
  /** Makes a question visible; a sub-question with its case. */
  show(question: string): void;
  /** The same, and goes on reading there. */
  go(question: string): void;
  /** Shows all questions again, for what is said to them. */
  close(): void;
}

interface Screen {
  readonly id: string;
  readonly block: HTMLElement;
  readonly link: HTMLButtonElement;
  done: boolean;
}

/** With `verdictOf`, what a question or a case came to, each is judged at once by a button of its own; skipping is left then. */
export function openScreens(form: HTMLFormElement, verdictOf?: (block: string) => Verdict | undefined): QuizScreens {
  const checks = verdictOf !== undefined;
  const list = part(form, '.question-list');
  const actions = part(form, '.quiz-actions');
  const back = step(quizMessages.back, -1);
  const next = step(checks ? quizMessages.skip : quizMessages.next, 1);
  const told = element('p', { className: 'quiz-answered' });
  const links = element('ol', { className: 'quiz-places' });
  const way = element(
    'nav',
    { className: 'quiz-way' },
    element('p', { className: 'quiz-steps' }, back, next),
    told,
    links,
  );
  way.setAttribute('aria-label', quizMessages.way);
  // Nothing may move while what the phone keeps is read.
  way.hidden = true;
  list.after(way);

  let screens: readonly Screen[] = [];
  let at = 0;

  // "Enter" in a field means "on": the form is sent from where it can be seen.
  form.addEventListener('keydown', (event) => {
    if (checks || event.key !== 'Enter' || way.hidden || !actions.hidden) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    go(at + 1);
  });

  function step(words: string, by: -1 | 1): HTMLButtonElement {
    const button = element('button', { type: 'button', className: 'button button-quiet' }, words);
    button.addEventListener('click', () => go(at + by));
    return button;
  }

  function go(to: number): void {
    turn(to);
    const heading = headingOf(screens[at]?.block);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ behavior: 'instant' });
  }

  function turn(to: number): void {
    at = Math.min(Math.max(to, 0), screens.length - 1);
    for (const [place, { block, link }] of screens.entries()) {
      block.hidden = place !== at;
      if (place === at) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
    const isLast = at === screens.length - 1;
    const isComplete = screens.every(({ done }) => done);
    back.hidden = at === 0;
    next.hidden = isLast || (checks && screens[at]?.done === true);
    actions.hidden = checks ? isComplete || !isLast || screens.every(({ done }) => !done) : !isComplete && !isLast;
    tell(isLast);
  }

  /** Names what is open where it could be sent: before that it would be nearly all. */
  function tell(isLast: boolean): void {
    const open = screens.flatMap(({ done }, place) => (done ? [] : [String(place + 1)]));
    const words = quizMessages.answered(screens.length - open.length, screens.length);
    told.textContent = isLast && open.length > 0 ? words + quizMessages.stillOpen(open) : words;
  }

  function label({ id, link, done }: Screen, place: number): void {
    const verdict = verdictOf?.(id);
    link.classList.toggle('is-answered', done);
    const words = verdict ? quizMessages.dot(String(place + 1), verdict) : quizMessages.placeOf(place + 1, done);
    link.setAttribute('aria-label', words);
    if (verdict) link.dataset.verdict = verdict;
  }

  const api: QuizScreens = {
    start(questions, missing) {
      screens = questions.map(({ id, kind }, place) => {
        const block = part(list, `[data-block="${id}"]`);
        const words = quizMessages.questionOf(place + 1, questions.length);
        const number = part(block, kind === 'case' ? '.case-title' : '.question-number');
        number.textContent = kind === 'case' ? quizMessages.caseOf(words) : words;
        const link = element('button', { type: 'button', className: 'quiz-place' }, String(place + 1));
        link.addEventListener('click', () => go(place));
        return { id, block, link, done: false };
      });
      links.replaceChildren(...screens.map(({ link }) => element('li', {}, link)));
      way.hidden = false;
      form.classList.add('one-at-a-time');
      api.mark(missing);
      const open = screens.findIndex(({ done }) => !done);
      turn(open < 0 ? screens.length - 1 : open);
    },
    mark(missing) {
      for (const [place, screen] of screens.entries()) {
        screen.done = checks ? verdictOf(screen.id) !== undefined : !isOpen(screen.id, missing);
        label(screen, place);
      }
      turn(at);
    },
    show(question) {
      if (!way.hidden) turn(screens.findIndex(({ id }) => id === blockOf(question)));
    },
    go(question) {
      go(screens.findIndex(({ id }) => id === blockOf(question)));
    },
    close() {
      way.hidden = true;
      form.classList.remove('one-at-a-time');
      for (const { block } of screens) block.hidden = false;
    },
  };
  return api;
}

function isOpen(block: string, missing: readonly string[]): boolean {
  return missing.some((question) => blockOf(question) === block);
}

/** Id of the case that a sub-question belongs to, or of the question itself. */
export function blockOf(question: string): string {
  return question.split('/')[0] ?? question;
}

/** What is read first of a question or a case; it takes the focus, so that reading goes on from there. */
function headingOf(block: HTMLElement | undefined): HTMLElement | undefined {
  if (block === undefined) return undefined;
  const heading = part(block, '.case-title, legend');
  heading.tabIndex = -1;
  return heading;
}
