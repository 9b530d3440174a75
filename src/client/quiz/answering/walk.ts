import { expandCases } from '#domain/question/case.ts';
import type { PublicQuestion } from '#domain/question/question.ts';
import type { QuizData } from '#domain/quiz/quiz-data.ts';
import { quizMessages } from '#messages/quiz.ts';
import { part } from '#client/phone/element.ts';
import { openChecking } from './checking.ts';
import type { QuizFields } from './fields.ts';
import { blockOf, openScreens } from './screens.ts';

/** Where all questions on one page are a long way: a phone, or a window with large letters. */
const phoneWidth = matchMedia('(max-width: 47.99rem)');

/** The way through the questions of an attempt: one at a time or all at once, each judged at once or all at the end. */
export interface Walk {
  /** Begins; `checked` are the ids of the questions and cases that were judged already. */
  start(questions: readonly PublicQuestion[], checked: readonly string[]): void;
  /** Says anew what is answered. */
  mark(): void;
  goTo(question: string): void;
  /** Whether a question was judged, with an answer or without. */
  isChecked(question: string): boolean;
  /** Shows all questions, and no way on. */
  close(): void;
}

export interface Walked {
  readonly form: HTMLFormElement;
  readonly data: QuizData;
  readonly fields: QuizFields;
  /** Ids of the questions that are open, cases expanded. */
  readonly findMissing: () => readonly string[];
  /** A question or a case was judged; `left` says how many are still open. */
  readonly onChecked: (block: string, left: number) => void;
  /** All are judged, and somebody wants to see what they came to. */
  readonly onOver: () => void;
}

export function openWalk({ form, data, fields, findMissing, onChecked, onOver }: Walked): Walk {
  const { mode, feedback, screen, keys = [] } = data;
  const actions = part(form, '.quiz-actions');
  let asked: readonly PublicQuestion[] = [];

  const checking =
    mode === 'practice' && feedback === 'at-once'
      ? openChecking({ form, fields, keys, onChecked: noteChecked, goOn: (next) => (next ? turnTo(next) : onOver()) })
      : undefined;
  const screens = screen === 'all' ? undefined : openScreens(form, checking?.verdictOf);
  if (checking) {
    const finish = part(actions, '.button');
    finish.textContent = quizMessages.finish;
    finish.classList.add('button-quiet');
  }
  phoneWidth.addEventListener('change', layOut);

  const api: Walk = {
    start(questions, checked) {
      asked = questions;
      actions.hidden = false;
      checking?.start(questions, checked);
      layOut();
    },
    mark() {
      if (isOneAtATime()) screens?.mark(findMissing());
    },
    goTo(question) {
      if (isOneAtATime()) screens?.show(question);
      fields.focus(question);
    },
    isChecked: (question) => checking?.verdictOf(blockOf(question)) !== undefined,
    close() {
      asked = [];
      checking?.close();
      screens?.close();
      actions.hidden = true;
    },
  };
  return api;

  function noteChecked(block: string, left: number): void {
    onChecked(block, left);
    api.mark();
  }

  function layOut(): void {
    if (asked.length === 0) return;
    if (screen === 'one' || phoneWidth.matches) screens?.start(asked, findMissing());
    else screens?.close();
  }

  function isOneAtATime(): boolean {
    return form.classList.contains('one-at-a-time');
  }

  function turnTo(block: string): void {
    if (isOneAtATime()) screens?.go(block);
    else fields.focus(expandCases(asked).find(({ id }) => blockOf(id) === block)?.id);
  }
}
