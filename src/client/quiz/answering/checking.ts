import { readAnswers } from '#domain/quiz/answers.ts';
import type { Verdict } from '#domain/quiz/grading.ts';
import { expandCases } from '#domain/question/case.ts';
import type { PublicQuestion, Question } from '#domain/question/question.ts';
import { quizMessages } from '#messages/quiz.ts';
import { element, part } from '#client/phone/element.ts';
import type { QuizFields } from './fields.ts';
import { judgePractice } from './verdicts.ts';

/** A practice that answers each question, or each case, at once: the button under it checks it, and then leads on. */
export interface Checking {
  /** Begins with these; those of them that are `checked` are told again what they were told. */
  start(questions: readonly PublicQuestion[], checked: readonly string[]): void;
  /** What a question or a case came to; undefined while it is open. */
  verdictOf(block: string): Verdict | undefined;
  /** As if the button under this question or case were pressed: judges it, or leads on where it is judged. */
  press(block: string): void;
  /** Takes the buttons away. */
  close(): void;
}

export interface CheckingWays {
  readonly form: HTMLElement;
  readonly fields: QuizFields;
  readonly keys: readonly Question[];
  /** A question or a case was judged; `left` says how many are still open. */
  readonly onChecked: (block: string, left: number) => void;
  /** Leads on from a block that is judged: to this one, or to the result where none is open. */
  readonly goOn: (next: string | undefined) => void;
}

interface Step {
  readonly question: PublicQuestion;
  readonly row: HTMLElement;
  readonly button: HTMLButtonElement;
  /** Whether pressing once more means it although something is open. */
  insists: boolean;
  verdict: Verdict | undefined;
}

export function openChecking({ form, fields, keys, onChecked, goOn }: CheckingWays): Checking {
  let steps = new Map<string, Step>();

  form.addEventListener('input', ({ target }) => {
    const block = (target as Element).closest<HTMLElement>('[data-block]')?.dataset.block;
    const step = steps.get(block ?? '');
    if (step) step.insists = false;
    label();
  });

  // "Enter" in a field means "this one", not "all of them".
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    api.press(event.target.closest<HTMLElement>('[data-block]')?.dataset.block ?? '');
  });

  const api: Checking = {
    start(questions, checked) {
      api.close();
      steps = new Map(questions.map((question) => [question.id, openStep(question)]));
      for (const step of steps.values()) if (checked.includes(step.question.id)) judge(step);
      label();
    },
    verdictOf: (block) => steps.get(block)?.verdict,
    press(block) {
      const step = steps.get(block);
      if (step?.verdict) goOn(openAfter(block));
      else if (step && isReady(step)) {
        judge(step);
        label();
        fields.focusVerdict(idsOf(step)[0] ?? '');
      }
    },
    close() {
      for (const { row } of steps.values()) row.remove();
      steps.clear();
    },
  };
  return api;

  function openStep(question: PublicQuestion): Step {
    const button = element('button', { type: 'button', className: 'button' });
    button.addEventListener('click', () => api.press(question.id));
    const row = element('p', { className: 'question-step' }, button);
    part(form, `[data-block="${question.id}"]`).append(row);
    return { question, row, button, insists: false, verdict: undefined };
  }

  /** Shows what stands in the way of judging; what is open does so once. */
  function isReady(step: Step): boolean {
    const { missing, partial, unclear } = answersOf(step);
    const open = step.insists ? [] : missing;
    for (const id of idsOf(step)) {
      const lack = partial.includes(id) ? 'partial' : 'missing';
      fields.showError(id, unclear.get(id) ?? (open.includes(id) ? lack : undefined));
    }
    const [problem] = [...unclear.keys(), ...open];
    if (problem === undefined) return true;
    step.insists = unclear.size === 0;
    label();
    fields.focus(problem);
    return false;
  }

  function judge(step: Step): void {
    const shown = expandCases([step.question]);
    const { dots = [] } = judgePractice(fields, {
      ...{ keys, shown, pass: 0, feedback: 'at-once' },
      responses: answersOf(step).responses,
    });
    step.verdict = wholeOf(dots.map(({ verdict }) => verdict));
    fields.lock(idsOf(step));
    onChecked(step.question.id, [...steps.values()].filter(({ verdict }) => !verdict).length);
  }

  function answersOf({ question }: Step) {
    return readAnswers(expandCases([question]), fields.values);
  }

  function openAfter(block: string): string | undefined {
    const ids = [...steps.keys()];
    const at = ids.indexOf(block);
    return [...ids.slice(at + 1), ...ids.slice(0, at)].find((id) => !steps.get(id)?.verdict);
  }

  function label(): void {
    const isOver = [...steps.values()].every(({ verdict }) => verdict);
    for (const { button, verdict, insists } of steps.values()) {
      button.textContent = verdict
        ? quizMessages[isOver ? 'seeResult' : 'nextQuestion']
        : quizMessages[insists ? 'checkAnyway' : 'check'];
    }
  }
}

function idsOf({ question }: Step): readonly string[] {
  return expandCases([question]).map(({ id }) => id);
}

/** What a case comes to by what its questions do. */
function wholeOf(verdicts: readonly Verdict[]): Verdict {
  const [first = 'wrong'] = verdicts;
  return verdicts.every((verdict) => verdict === first) ? first : 'partly';
}
