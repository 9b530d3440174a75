import type { Verdict } from '#domain/quiz/grading.ts';
import { quizMessages } from '#messages/quiz.ts';
import { element } from '#client/phone/element.ts';
import { linesOf, signInLink, type Told } from './result.ts';

/** One question as the card shows it: a dot that leads to it. */
export interface Dot {
  readonly question: string;
  readonly verdict: Verdict;
}

/** What an attempt came to. */
export interface Outcome extends Told {
  readonly title: string;
  /** Absent where no single question is marked. */
  readonly dots?: readonly Dot[];
}

/** What stands above the questions of a quiz once it was sent: the score, where the record is, and where to go on. */
export interface ResultCard {
  tellOutcome(outcome: Outcome): void;
  /** Says where the record is. */
  tellDelivery(told: Told): void;
  /** Links and buttons, the main one first. */
  offer(...ways: readonly HTMLElement[]): void;
  /** Brings it in view and gives it the focus, so that nobody has to look for it: eyes and screen readers begin there. */
  show(): void;
  close(): void;
}

/** Makes the card; it is seen once it is shown. */
export function openResultCard(form: HTMLElement, { anchorOf, numbers, goTo }: ResultCardPlaces): ResultCard {
  const told = element('div', {}, element('p', { className: 'alert-title' }, quizMessages.saving));
  told.setAttribute('role', 'status');
  const dots = element('ol', { className: 'result-dots' });
  const delivery = element('div', { className: 'quiz-delivery' });
  delivery.setAttribute('role', 'status');
  const ways = element('p', { className: 'actions quiz-again' });
  const card = element(
    'section',
    { className: 'result-card alert alert-info', tabIndex: -1 },
    told,
    dots,
    delivery,
    ways,
  );
  card.setAttribute('aria-label', quizMessages.result);

  function linkTo({ question, verdict }: Dot): HTMLElement {
    const number = numbers.get(question) ?? '';
    const link = element('a', { href: `#${anchorOf(question)}` }, number);
    link.setAttribute('aria-label', quizMessages.dot(number, verdict));
    link.addEventListener('click', (event) => {
      event.preventDefault();
      goTo(question);
    });
    const item = element('li', {}, link);
    item.dataset.verdict = verdict;
    return item;
  }

  return {
    tellOutcome({ kind, title, lines, dots: marked = [] }) {
      card.className = `result-card alert alert-${kind}`;
      told.replaceChildren(element('p', { className: 'alert-title' }, title), ...linesOf(lines));
      dots.replaceChildren(...marked.map(linkTo));
    },
    tellDelivery({ lines, signIn }) {
      delivery.replaceChildren(...linesOf(lines), ...(signIn ? [signInLink()] : []));
    },
    offer: (...offered) => ways.replaceChildren(...offered),
    show() {
      form.before(card);
      card.focus({ preventScroll: true });
      // Not smoothly: the end of a quiz is twenty screens below.
      card.scrollIntoView({ behavior: 'instant' });
    },
    close: () => card.remove(),
  };
}

/** How the card speaks of questions, and leads to them. */
export interface ResultCardPlaces {
  /** Id of a question's place in the page. */
  readonly anchorOf: (question: string) => string;
  readonly numbers: ReadonlyMap<string, string>;
  readonly goTo: (question: string) => void;
}

/** "Lanjut: <next lesson>", where the page leads to one. */
export function nextLinks(): readonly HTMLElement[] {
  const next = document.querySelector<HTMLAnchorElement>('a[rel="next"]');
  const title = next?.lastChild?.textContent?.trim();
  return next && title ? [element('a', { href: next.href, className: 'button' }, quizMessages.goOn(title))] : [];
}
