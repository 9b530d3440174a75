import { formatNumber } from '#domain/number.ts';
import { expandCases } from '#domain/question/case.ts';
import type { PublicQuestion } from '#domain/question/question.ts';
import type { Unclear } from '#domain/question/kind.ts';
import type { Verdict } from '#domain/quiz/grading.ts';
import { quizMessages } from '#messages/quiz.ts';
import { element, part } from '#client/phone/element.ts';
import { type Control, type IsRight, markValues, takeMarks } from './marks.ts';
import { openOrder } from './order.ts';

/** What is said to a question once it is judged. */
export interface Judged {
  readonly words: string;
  readonly verdict: Verdict;
  /** Marks the answer part by part, where the kind has parts. */
  readonly isRight?: IsRight | undefined;
}

/** The questions as the page holds them: moved, filled, marked, but never rendered on the phone. */
export interface QuizFields {
  /** Shows these questions alone, in this order and with their choices in this order; `numbers` says what they are called. */
  arrange(questions: readonly PublicQuestion[], numbers: ReadonlyMap<string, string>): void;
  /** The form values of a question, as they would be posted. */
  values(question: string): readonly string[];
  fill(question: string, values: readonly string[]): void;
  /** Says what is unclear about a number or that something is still open, or takes that back. */
  showError(question: string, problem?: Unclear | 'partial' | 'missing'): void;
  /** Shows the verdict, and what is said to whoever picked the choices that are picked. */
  showVerdict(question: string, judged: Judged): void;
  /** Folds away what was answered rightly, so that what was not is found at once. */
  foldRight(): void;
  /** Ends answering: of these questions. */
  lock(questions: Iterable<string>): void;
  /** Empties all, and takes verdicts and errors back. */
  clear(): void;
  focus(question: string | undefined): void;
  /** Goes to what is said to a judged question, moving the page as little as it takes. */
  focusVerdict(question: string): void;
  /** Id of a question's place in the page. */
  anchor(question: string): string;
}

export function openFields(form: HTMLFormElement): QuizFields {
  const list = part(form, '.question-list');
  const blocks = new Map([...list.children].map((block) => [(block as HTMLElement).dataset.block, block]));
  const fields = new Map<string, HTMLFieldSetElement>();
  for (const field of list.querySelectorAll<HTMLFieldSetElement>('[data-question]')) {
    fields.set(field.dataset.question ?? '', field);
  }
  const orders = new Map(
    [...fields].flatMap(([id, field]) => (field.dataset.kind === 'order' ? [[id, openOrder(field)] as const] : [])),
  );

  const api: QuizFields = {
    arrange(questions, numbers) {
      list.replaceChildren(...questions.flatMap(({ id }) => blocks.get(id) ?? []));
      for (const [id, number] of numbers)
        part(fieldOf(id), '.question-number').textContent = quizMessages.question(number);
      for (const question of expandCases(questions)) {
        if ('choices' in question) arrangeChoices(fieldOf(question.id), question.choices);
        if (question.kind === 'order') orders.get(question.id)?.arrange(question.items);
      }
    },
    values: (question) => controls(fieldOf(question)).flatMap((control) => (isPicked(control) ? control.value : [])),
    fill(question, values) {
      const field = fields.get(question);
      if (!field) return;
      controls(field).forEach((control, at) => {
        setValue(control, values, field.dataset.kind === 'cloze' ? at : undefined);
      });
      orders.get(question)?.settle();
    },
    showError(question, problem) {
      const field = fieldOf(question);
      const error = part(field, '.question-error');
      error.hidden = problem === undefined;
      error.replaceChildren();
      for (const control of controls(field)) {
        if (problem === undefined) control.removeAttribute('aria-invalid');
        else control.setAttribute('aria-invalid', 'true');
      }
      if (problem === undefined) return;
      if (problem === 'missing') error.append(quizMessages.missingHere);
      else if (problem === 'partial') error.append(quizMessages.partial);
      else if (problem.problem === 'not_a_number') error.append(quizMessages.notANumber);
      else error.append(...askReading(problem.readings, (reading) => choose(question, reading)));
    },
    showVerdict(question, { words, verdict, isRight }) {
      const field = fields.get(question);
      if (!field) return;
      field.dataset.verdict = verdict;
      takeMarks(field);
      if (isRight) markValues(controls(field), isRight);
      part(field, '.question-verdict').textContent = words;
      for (const shown of field.querySelectorAll<HTMLElement>('.question-feedback, :checked ~ * .choice-feedback')) {
        shown.hidden = false;
      }
      const lesson = field.parentElement?.querySelector<HTMLElement>(':scope > .case-lesson');
      if (lesson) lesson.hidden = false;
    },
    foldRight() {
      for (const field of fields.values()) {
        if (field.dataset.verdict !== 'right' || field.closest('details')) continue;
        const words = `${part(field, '.question-number').textContent}: ${quizMessages.verdicts.right}`;
        const folded = element('details', {}, element('summary', { className: 'question-verdict' }, words));
        folded.dataset.verdict = 'right';
        field.replaceWith(folded);
        folded.append(field);
      }
    },
    lock(questions) {
      for (const question of questions) setLocked(fieldOf(question), true);
    },
    clear() {
      for (const [question, field] of fields) {
        field.closest('details')?.replaceWith(field);
        setLocked(field, false);
        takeMarks(field);
        delete field.dataset.verdict;
        api.showError(question);
        api.fill(question, []);
      }
      for (const block of blocks.values()) {
        for (const shown of block.querySelectorAll<HTMLElement>('.question-feedback, .choice-feedback, .case-lesson')) {
          shown.hidden = true;
        }
      }
    },
    focus(question) {
      if (question === undefined) return;
      const field = fieldOf(question);
      const folded = field.closest('details');
      if (folded) folded.open = true;
      field.scrollIntoView();
      // What is locked takes no focus: then reading goes on at what is said to it.
      const [first] = controls(field);
      if (first?.disabled) focusOn(part(field, '.question-verdict'));
      else first?.focus({ preventScroll: true });
    },
    focusVerdict(question) {
      const field = fieldOf(question);
      part(field, '.question-feedback').scrollIntoView({ block: 'nearest' });
      focusOn(part(field, '.question-verdict'));
    },
    anchor: (question) => fieldOf(question).id,
  };

  function choose(question: string, reading: string): void {
    api.fill(question, [reading]);
    fieldOf(question).dispatchEvent(new Event('input', { bubbles: true }));
    api.focus(question);
  }

  function fieldOf(question: string): HTMLFieldSetElement {
    const field = fields.get(question);
    if (!field) throw new Error(`missing question ${question}`);
    return field;
  }

  return api;
}

/** Buttons that move rows end with the rows. */
function setLocked(field: HTMLElement, locked: boolean): void {
  for (const it of field.querySelectorAll<Control | HTMLButtonElement>('input, select, .order-move, .order-keep'))
    it.disabled = locked;
}

function focusOn(words: HTMLElement): void {
  words.tabIndex = -1;
  words.focus({ preventScroll: true });
}

/** "Maksud Anda 12,5 atau 12.500?" with a button for each reading. */
function askReading(readings: readonly number[], choose: (reading: string) => void): readonly (Node | string)[] {
  const words = readings.map((reading) => formatNumber(reading));
  const buttons = words.map((reading) => {
    const button = element('button', { type: 'button', className: 'button button-quiet' }, reading);
    button.setAttribute('aria-label', quizMessages.reading(reading));
    button.addEventListener('click', () => choose(reading));
    return button;
  });
  return [quizMessages.ambiguous(words), ...buttons.flatMap((button) => [' ', button])];
}

function arrangeChoices(field: HTMLFieldSetElement, choices: readonly { readonly id: string }[]): void {
  const rows = new Map(controls(field).map((control) => [control.value, control.closest('label')]));
  part(field, '.choices').append(...choices.flatMap(({ id }) => rows.get(id) ?? []));
}

function controls(field: HTMLFieldSetElement): readonly Control[] {
  return [...field.querySelectorAll<Control>('input, select')];
}

/** Whether a form that is posted would say what this control says. */
function isPicked(control: Control): boolean {
  return control instanceof HTMLSelectElement || control.type === 'text' || control.checked;
}

/** `at` is there where every field has a value of its own, in the order of the page. */
function setValue(control: Control, values: readonly string[], at: number | undefined): void {
  if (control instanceof HTMLSelectElement) {
    const own = at === undefined ? [...control.options].find(({ value }) => values.includes(value))?.value : values[at];
    control.value = own ?? '';
  } else if (control.type === 'text') control.value = values[at ?? 0] ?? '';
  else control.checked = values.includes(control.value);
}
