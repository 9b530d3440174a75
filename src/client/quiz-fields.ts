import { shuffleChoices } from '#domain/draw.ts';
import { formatNumber } from '#domain/number.ts';
import type { PublicQuestion, Question, Unclear } from '#domain/question.ts';
import { quizMessages } from '#messages';
import { element, part } from './element.ts';

/** The questions as the page holds them: moved, filled, marked, but never rendered on the phone. */
export interface QuizFields {
  /** Shows these questions alone, in this order, with choices as the seed shuffles them. */
  arrange(questions: readonly (PublicQuestion | Question)[], shuffleSeed: string | undefined): void;
  /** The form values of a question, as they would be posted. */
  values(question: string): readonly string[];
  fill(question: string, values: readonly string[]): void;
  /** Says what is unclear about a number, or takes that back. */
  showError(question: string, problem?: Unclear): void;
  showVerdict(question: string, words: string, verdict: 'right' | 'partly' | 'wrong'): void;
  lock(): void;
  /** Empties all, and takes verdicts and errors back. */
  clear(): void;
  focus(question: string | undefined): void;
  /** Id of a question's place in the page. */
  anchor(question: string): string;
}

export function openFields(form: HTMLFormElement): QuizFields {
  const list = part(form, '.question-list');
  const fields = new Map<string, HTMLFieldSetElement>();
  for (const field of list.querySelectorAll<HTMLFieldSetElement>('[data-question]')) {
    fields.set(field.dataset.question ?? '', field);
  }

  const api: QuizFields = {
    arrange(questions, shuffleSeed) {
      list.replaceChildren(...questions.flatMap(({ id }) => fields.get(id) ?? []));
      questions.forEach((question, at) => {
        const field = fieldOf(question.id);
        part(field, '.question-number').textContent = quizMessages.question(at + 1);
        if (shuffleSeed === undefined || !('choices' in question)) return;
        const rows = new Map(inputs(field).map((input) => [input.value, input.closest('label')]));
        const ordered = shuffleChoices(question.choices, shuffleSeed, question.id);
        part(field, '.choices').append(...ordered.flatMap(({ id }) => rows.get(id) ?? []));
      });
    },
    values: (question) => new FormData(form).getAll(`q.${question}`).map(String),
    fill(question, values) {
      const field = fields.get(question);
      if (field) for (const input of inputs(field)) setValue(input, values);
    },
    showError(question, problem) {
      const field = fieldOf(question);
      const error = part(field, '.question-error');
      const input = field.querySelector<HTMLInputElement>('input[type="text"]');
      error.hidden = problem === undefined;
      error.replaceChildren();
      if (problem === undefined) {
        input?.removeAttribute('aria-invalid');
        return;
      }
      input?.setAttribute('aria-invalid', 'true');
      if (problem.problem === 'not_a_number') error.append(quizMessages.notANumber);
      else error.append(...askReading(problem.readings, (reading) => choose(question, reading)));
    },
    showVerdict(question, words, verdict) {
      const field = fields.get(question);
      if (!field) return;
      field.dataset.verdict = verdict;
      part(field, '.question-verdict').textContent = words;
      part(field, '.question-feedback').hidden = false;
    },
    lock() {
      for (const field of fields.values()) field.disabled = true;
    },
    clear() {
      for (const [question, field] of fields) {
        field.disabled = false;
        delete field.dataset.verdict;
        part(field, '.question-feedback').hidden = true;
        api.showError(question);
        for (const input of inputs(field)) setValue(input, []);
      }
    },
    focus(question) {
      if (question !== undefined) fieldOf(question).querySelector('input')?.focus();
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

function inputs(field: HTMLFieldSetElement): readonly HTMLInputElement[] {
  return [...field.querySelectorAll('input')];
}

function setValue(input: HTMLInputElement, values: readonly string[]): void {
  if (input.type === 'text') input.value = values[0] ?? '';
  else input.checked = values.includes(input.value);
}
