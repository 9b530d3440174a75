import { quizMessages } from '#messages/quiz.ts';
import { element } from '#client/phone/element.ts';

export type Control = HTMLInputElement | HTMLSelectElement;

/** Whether a value in the field at this place says what the key says. */
export type IsRight = (value: string, at: number) => boolean;

const rows = 'label, .match-row, .order-row';

/** Marks the answer where it was given: what was picked or filled in, and the choice that was missed. */
export function markValues(controls: readonly Control[], isRight: IsRight): void {
  for (const [at, control] of controls.entries()) {
    const right = isRight(control.value, at);
    if (isChoice(control)) {
      if (right) mark(control, control.checked ? 'right' : 'missed');
      else if (control.checked) mark(control, 'wrong');
    } else mark(control, right ? 'right' : 'wrong', right ? undefined : rightOption(control, at, isRight));
  }
}

export function takeMarks(field: HTMLElement): void {
  for (const note of field.querySelectorAll('.mark-note')) note.remove();
  for (const marked of field.querySelectorAll<HTMLElement>('[data-mark]')) delete marked.dataset.mark;
}

function mark(control: Control, kind: 'right' | 'missed' | 'wrong', instead?: string): void {
  const row = control.closest<HTMLElement>(rows);
  const words = element('span', { className: 'visually-hidden' }, ` (${quizMessages.marks[kind]}) `);
  const note = element(
    'span',
    { className: 'mark-note' },
    words,
    ...(instead === undefined ? [] : [quizMessages.instead(instead)]),
  );
  (row ?? control).dataset.mark = kind;
  if (row) (isChoice(control) ? (row.lastElementChild ?? row) : row).append(note);
  else control.after(note);
}

function rightOption(control: Control, at: number, isRight: IsRight): string | undefined {
  const options = control instanceof HTMLSelectElement ? [...control.options] : [];
  return options.find(({ value }) => isRight(value, at))?.text.trim();
}

function isChoice(control: Control): control is HTMLInputElement {
  return control.type === 'radio' || control.type === 'checkbox';
}
