import type { Filled, Outcome } from '#domain/worksheet/sheet.ts';
import type { SheetTexts } from '#domain/worksheet/texts.ts';
import { element } from '#client/phone/element.ts';
import { addRow, rowsOf } from './rows.ts';
import { readNumber, showNumber } from './number.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type RowTexts = Readonly<Record<string, string>>;

const kinds = 'input, select, textarea';
/** A sheet on a phone grows no longer than this. */
const mostRows = 60;

export function readTexts(sheet: HTMLElement): SheetTexts {
  return mapCells(sheet, textOf);
}

/** Writes texts back; cells that the sheet no longer has are passed over. */
export function writeTexts(sheet: HTMLElement, { cells, lists }: SheetTexts): void {
  for (const control of loneControls(sheet)) writeText(control, cells[control.name]);
  for (const table of tables(sheet)) {
    const texts = (lists[table.dataset.list ?? ''] ?? []).slice(0, mostRows);
    if (table.hasAttribute('data-grows')) {
      while (rowsOf(table).length < texts.length) addRow(table);
      while (rowsOf(table).length > Math.max(texts.length, 1)) rowsOf(table).at(-1)?.remove();
    }
    for (const [at, row] of rowsOf(table).entries()) {
      for (const control of controlsIn(row)) writeText(control, texts[at]?.[control.name]);
    }
  }
}

/** Writes back what differs from a sheet as it was printed; all other cells stay as they are. */
export function overwriteTexts(sheet: HTMLElement, typed: SheetTexts, printed: SheetTexts): void {
  const write = (controls: readonly Control[], texts: RowTexts, before: RowTexts) => {
    for (const control of controls) {
      const text = texts[control.name];
      if (text !== undefined && text !== before[control.name]) writeText(control, text);
    }
  };
  write(loneControls(sheet), typed.cells, printed.cells);
  for (const table of tables(sheet)) {
    const name = table.dataset.list ?? '';
    for (const [at, row] of rowsOf(table).entries()) {
      write(controlsIn(row), typed.lists[name]?.[at] ?? {}, printed.lists[name]?.[at] ?? {});
    }
  }
}

/** What is filled in as numbers; what cannot be read gets its error beside it. */
export function readFilled(sheet: HTMLElement): Filled {
  return mapCells(sheet, (control) => {
    const text = textOf(control);
    if (control instanceof HTMLSelectElement) return text === '' ? undefined : Number(text);
    if (control.dataset.number === undefined) return text === '' ? undefined : 1;
    const { number, unit } = control.dataset;
    const { value, words } = readNumber(text, number === 'signed', unit);
    showError(control, words);
    return value;
  });
}

/** Shows what is wrong with a cell outside lists, unless it says already that it cannot be read. */
export function showProblem(sheet: HTMLElement, cell: string, words: string): void {
  const control = loneControls(sheet).find(({ name }) => name === cell);
  if (control && !control.hasAttribute('aria-invalid')) showError(control, words);
}

/** Writes what the arithmetic says of each row of a list; beside a row that it says nothing of stands nothing. */
export function showBeside(sheet: HTMLElement, beside: NonNullable<Outcome['beside']>): void {
  for (const table of tables(sheet)) {
    const said = beside[table.dataset.list ?? ''] ?? [];
    for (const [at, row] of rowsOf(table).entries()) {
      for (const output of row.querySelectorAll<HTMLElement>('[data-result]')) {
        const value = said[at]?.[output.dataset.result ?? ''];
        output.textContent = value === undefined ? '' : showNumber(value, output.dataset.format);
      }
    }
  }
}

function mapCells<T>(sheet: HTMLElement, read: (control: Control) => T) {
  const rowFrom = (controls: readonly Control[]): Record<string, T> =>
    Object.fromEntries(controls.map((control) => [control.name, read(control)]));
  return {
    cells: rowFrom(loneControls(sheet)),
    lists: Object.fromEntries(
      tables(sheet).map((table) => [table.dataset.list ?? '', rowsOf(table).map((row) => rowFrom(controlsIn(row)))]),
    ),
  };
}

function controlsIn(root: ParentNode): readonly Control[] {
  return [...root.querySelectorAll<Control>(kinds)];
}

function loneControls(sheet: HTMLElement): readonly Control[] {
  return controlsIn(sheet).filter((control) => control.closest('[data-list]') === null);
}

function tables(sheet: HTMLElement): readonly HTMLTableElement[] {
  return [...sheet.querySelectorAll<HTMLTableElement>('[data-list]')];
}

function textOf(control: Control): string {
  return control.type === 'checkbox' ? ((control as HTMLInputElement).checked ? '1' : '') : control.value.trim();
}

function writeText(control: Control, text: unknown): void {
  const known = typeof text === 'string' ? text : '';
  if (control.type === 'checkbox') (control as HTMLInputElement).checked = known === '1';
  else control.value = known;
}

let errors = 0;

/** Stands beside the cell and is read with it; goes when `words` is absent. */
function showError(control: Control, words: string | undefined): void {
  const place = control.closest('.field, td');
  let error = place?.querySelector<HTMLElement>('.field-error');
  if (!error && words === undefined) return;
  if (!error) {
    error = element('p', { className: 'field-error', id: `salah-${++errors}` });
    place?.append(error);
    const hint = control.getAttribute('aria-describedby');
    control.setAttribute('aria-describedby', hint === null ? error.id : `${hint} ${error.id}`);
  }
  error.textContent = words ?? '';
  error.hidden = words === undefined;
  if (words === undefined) control.removeAttribute('aria-invalid');
  else control.setAttribute('aria-invalid', 'true');
}
