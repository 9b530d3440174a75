import { worksheetMessages } from '#messages/worksheet.ts';
import { element, part } from '#client/phone/element.ts';

export function rowsOf(table: HTMLTableElement): readonly HTMLTableRowElement[] {
  return [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')];
}

/** Lets a table grow and shrink by hand. */
export function letGrow(table: HTMLTableElement): void {
  for (const row of rowsOf(table)) addRemove(row);
  const add = button(worksheetMessages.add, () => part<HTMLInputElement>(addRow(table), 'input').focus());
  table.after(element('p', { className: 'worksheet-add' }, add));
}

/** An empty row at the end. */
export function addRow(table: HTMLTableElement): HTMLTableRowElement {
  const rows = rowsOf(table);
  const row = rows[0]?.cloneNode(true) as HTMLTableRowElement;
  for (const input of row.querySelectorAll('input')) {
    input.value = '';
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
    const label = input.getAttribute('aria-label') ?? '';
    input.setAttribute('aria-label', label.replace(/baris \d+/, `baris ${rows.length + 1}`));
  }
  row.querySelector('button')?.remove();
  row.querySelector('.field-error')?.remove();
  addRemove(row);
  part(table, 'tbody').append(row);
  return row;
}

export function button(words: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', className: 'button button-quiet' }, words);
  made.addEventListener('click', act);
  return made;
}

function addRemove(row: HTMLTableRowElement): void {
  const inputs = [...row.querySelectorAll('input')];
  const [first] = inputs;
  if (!first) return;
  const remove = button('×', () => {
    const table = row.closest('table');
    if (table && rowsOf(table).length > 1) row.remove();
    else for (const input of inputs) input.value = '';
    table?.dispatchEvent(new Event('input', { bubbles: true }));
    table?.querySelector('input')?.focus();
  });
  remove.className = 'row-remove';
  const name = () => remove.setAttribute('aria-label', worksheetMessages.remove(first.value));
  name();
  first.addEventListener('input', name);
  inputs.at(-1)?.after(remove);
}
