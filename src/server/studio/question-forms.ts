import {
  controlName,
  type EditorField,
  type FormRow,
  type FormValues,
  mark,
  markName,
  type RowsField,
} from '#domain/question/editor/field.ts';
import { idPath } from '#domain/question/editor/open.ts';
import { Refusal } from '#domain/refusal.ts';
import type { QuestionChange } from '#content/studio/question-text.ts';
import type { WrittenQuiz } from '#content/studio/written-quiz.ts';
import { textField } from '#server/http/forms.ts';
import { copyName } from './questions.ts';

/** What the buttons of a question's form ask besides saving: another empty row, or a row one place up or down. */
export type RowAct =
  | { readonly act: 'more'; readonly field: string }
  | { readonly act: 'up' | 'down'; readonly field: string; readonly at: number };

/** More rows than any list may have are not read. */
const mostRows = 12;

/** The values of a question's form. */
export function readQuestion(fields: readonly EditorField[], form: FormData): FormValues {
  const texts: Record<string, string> = {};
  const rows: Record<string, readonly FormRow[]> = {};
  for (const field of fields) {
    if (field.control === 'rows') rows[field.name] = readRows(field, form);
    else texts[field.name] = textField(form, controlName(field.name));
  }
  return { texts, rows };
}

function readRows(field: RowsField, form: FormData): readonly FormRow[] {
  const marked = form.getAll(markName(field.name));
  const rows: FormRow[] = [];
  for (let at = 0; at < mostRows; at++) {
    const names = [...field.cells.map(({ name }) => name), ...(field.owners ?? []).map(idPath)];
    if (!names.some((name) => form.has(controlName(`${field.name}.${at}.${name}`)))) break;
    const cells = names.map((name) => [name, textField(form, controlName(`${field.name}.${at}.${name}`))] as const);
    rows.push({ ...Object.fromEntries(cells), ...(marked.includes(String(at)) && { [mark]: 'ya' }) });
  }
  return rows;
}

/** Undefined for a form that is to be saved. */
export function readRowAct(form: FormData): RowAct | undefined {
  const [act, field = '', at = ''] = textField(form, 'act').split(':');
  if (act === 'more') return { act, field };
  return (act === 'up' || act === 'down') && /^\d$/.test(at) ? { act, field, at: Number(at) } : undefined;
}

/** The values with another empty row, or with two rows in each other's place. */
export function withRows(values: FormValues, asked: RowAct): FormValues {
  const rows = [...(values.rows[asked.field] ?? [])];
  if (asked.act === 'more') rows.push({});
  else {
    const other = asked.at + (asked.act === 'up' ? -1 : 1);
    const [one, two] = [rows[asked.at], rows[other]];
    if (one !== undefined && two !== undefined) [rows[asked.at], rows[other]] = [two, one];
  }
  return { ...values, rows: { ...values.rows, [asked.field]: rows } };
}

/** The control beside which something of a question is told: the nearest one; empty above all of them. */
export function controlAt(fields: readonly EditorField[], at: string): string {
  const [first = '', second, ...rest] = at.split('.');
  const field = fields.find((it) => it.name === first || (it.control === 'rows' && it.key?.name === first));
  if (field === undefined) return '';
  if (field.control !== 'rows' || field.name !== first || second === undefined || !/^\d+$/.test(second))
    return field.name;
  const cell = field.cells.find(({ name }) => name === rest.join('.')) ?? field.cells[0];
  return cell === undefined ? field.name : `${field.name}.${second}.${cell.name}`;
}

/** What a button of the list of questions asks. @throws Refusal invalid (act_unknown) */
export function readListAct(form: FormData, quiz: WrittenQuiz | undefined): QuestionChange {
  const [act, path] = [textField(form, 'act'), textField(form, 'soal').split('/').slice(0, 2)];
  if (act === 'remove') return { act, path };
  if (act === 'up' || act === 'down') return { act: 'move', path, by: act === 'up' ? -1 : 1 };
  if (act === 'copy' && quiz !== undefined) return { act, path, id: copyName(quiz, path) };
  throw new Refusal('invalid', 'act_unknown');
}
