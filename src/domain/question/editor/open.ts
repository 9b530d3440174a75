import { formatNumber } from '#domain/number.ts';
import { type EditorField, type FormRow, type FormValues, mark, type PlainField, type RowsField } from './field.ts';

/** A question as its file holds it. */
export type WrittenQuestion = Readonly<Record<string, unknown>>;

/** What a form shows of a question; a question that is not written yet is empty. */
export function openForm(fields: readonly EditorField[], question: WrittenQuestion): FormValues {
  const texts: Record<string, string> = {};
  const rows: Record<string, readonly FormRow[]> = {};
  for (const field of fields) {
    if (field.control === 'rows') rows[field.name] = openRows(field, question);
    else texts[field.name] = openText(field, question[field.name]);
  }
  return { texts, rows };
}

function openRows(field: RowsField, question: WrittenQuestion): readonly FormRow[] {
  const value = question[field.name];
  if (field.open !== undefined) return field.open(value);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const marked = field.key === undefined ? [] : [question[field.key.name]].flat();
  return items.map((item) => {
    const row: Record<string, string> = {};
    for (const cell of field.cells) row[cell.name] = openText(cell, valueAt(item, cell.name));
    for (const owner of field.owners ?? []) row[idPath(owner)] = textOf(valueAt(item, idPath(owner)));
    if (marked.includes(row.id)) row[mark] = 'ya';
    return row;
  });
}

/** Where the id of a row, or of a part of it, stands. */
export function idPath(owner: string): string {
  return owner === '' ? 'id' : `${owner}.id`;
}

function openText(field: PlainField, value: unknown): string {
  if (field.control === 'lines') return (Array.isArray(value) ? value : []).map(textOf).join('\n');
  return textOf(value);
}

/** Numbers without points between thousands: nobody then has to ask which of two numbers was meant. */
function textOf(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value).replaceAll('.', '').replace('\u2212', '-');
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

/** What stands at a path of plain data: `left.text`. */
export function valueAt(item: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? (value as Record<string, unknown>)[step]
          : undefined,
      item,
    );
}
