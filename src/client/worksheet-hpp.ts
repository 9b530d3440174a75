import { formatNumber, formatRatio, formatRupiah } from '#domain/number.ts';
import { computeHpp, type HppResult } from '#domain/worksheet/hpp.ts';
import { worksheetMessages } from '#messages';
import { element, part } from './element.ts';
import { phonePerson } from './phone-person.ts';
import { keepText, keptText } from './phone-text.ts';
import { type CostTable, costTables, figures, readSheet, type Sheet, sayProblem } from './worksheet-sheet.ts';

const formats: Partial<Record<keyof HppResult, (value: number) => string>> = {
  equivalentMarkupRatio: formatRatio,
  marginOfSafetyRatio: formatRatio,
  breakEvenUnits: (value) => formatNumber(value),
};

/** The HPP calculator: computes while typing, keeps the sheet on this phone, prints it. Nothing of it leaves the phone. */
class HppWorksheet extends HTMLElement {
  #key = `hpp/1/${phonePerson() ?? ''}`;
  #empty!: Sheet;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    part(this, 'form').addEventListener('submit', (event) => event.preventDefault());
    for (const table of costTables) this.#addButtons(table);
    this.#empty = this.#read();
    this.#restore();
    this.addEventListener('input', () => {
      keepText(this.#key, JSON.stringify(this.#read()));
      this.#compute();
    });
    this.#addActions();
    this.#compute();
  }

  #restore(): void {
    try {
      const kept = JSON.parse(keptText(this.#key) ?? 'null') as Sheet | null;
      if (kept) this.#write(kept);
    } catch {
      // Not readable any more: the sheet starts empty.
    }
  }

  #read(): Sheet {
    const rowsOf = (table: CostTable) =>
      this.#rows(table).map((row) => ({ name: cost(row, 'name').value, amount: cost(row, 'amount').value }));
    return {
      costs: { variable: rowsOf('variable'), overhead: rowsOf('overhead'), expenses: rowsOf('expenses') },
      figures: {
        units: this.#figure('units').value,
        batches: this.#figure('batches').value,
        margin: this.#figure('margin').value,
        price: this.#figure('price').value,
      },
    };
  }

  #write(sheet: Sheet): void {
    for (const table of costTables) {
      const kept = sheet.costs[table].slice(0, 40);
      while (this.#rows(table).length < kept.length) this.#addRow(table);
      while (this.#rows(table).length > Math.max(kept.length, 1)) this.#rows(table).at(-1)?.remove();
      kept.forEach(({ name, amount }, at) => {
        const row = this.#rows(table)[at];
        if (!row) return;
        cost(row, 'name').value = name;
        cost(row, 'amount').value = amount;
      });
    }
    for (const figure of figures) this.#figure(figure).value = sheet.figures[figure];
  }

  #compute(): void {
    const { input, totals, errors, complete } = readSheet(this.#read());
    const said = new Map(errors);
    const { result, problems } = complete ? computeHpp(input) : { result: undefined, problems: [] };
    for (const problem of problems) {
      const [figure, words] = sayProblem(problem);
      if (figure) said.set(figure, words);
    }
    for (const table of costTables) {
      part(this.#table(table), '[data-total]').textContent = totals[table] > 0 ? formatRupiah(totals[table]) : '';
      for (const [at, row] of this.#rows(table).entries()) showError(cost(row, 'amount'), said.get(`${table}/${at}`));
    }
    for (const figure of figures) showError(this.#figure(figure), said.get(figure));
    for (const output of this.querySelectorAll<HTMLOutputElement>('[data-result]')) {
      const key = output.dataset.result as keyof HppResult;
      const value = result?.[key];
      output.textContent = value === undefined ? '–' : (formats[key] ?? formatRupiah)(value);
    }
    part(this, '.worksheet-note').textContent = complete ? worksheetMessages.kept : worksheetMessages.incomplete;
    this.#announce(result);
  }

  /** Says the outcome once typing has paused; every keystroke would be noise. */
  #announce(result: HppResult | undefined): void {
    clearTimeout(this.#timer);
    if (!result) return;
    this.#timer = setTimeout(() => {
      const words = worksheetMessages.summary(formatRupiah(result.hpp), formatRupiah(result.price));
      part(this, '[data-summary]').textContent = words;
    }, 1200);
  }

  #addButtons(table: CostTable): void {
    for (const row of this.#rows(table)) this.#addRemove(row);
    const add = button(worksheetMessages.add, () => {
      cost(this.#addRow(table), 'name').focus();
    });
    this.#table(table).after(element('p', { className: 'worksheet-add' }, add));
  }

  #addRow(table: CostTable): HTMLTableRowElement {
    const rows = this.#rows(table);
    const row = rows[0]?.cloneNode(true) as HTMLTableRowElement;
    for (const input of row.querySelectorAll('input')) {
      input.value = '';
      const label = input.getAttribute('aria-label') ?? '';
      input.setAttribute('aria-label', label.replace(/baris \d+/, `baris ${rows.length + 1}`));
    }
    row.querySelector('button')?.remove();
    row.querySelector('.field-error')?.remove();
    this.#addRemove(row);
    part(this.#table(table), 'tbody').append(row);
    return row;
  }

  #addRemove(row: HTMLTableRowElement): void {
    const remove = button('×', () => {
      const table = row.closest('table');
      if (table && table.querySelectorAll('tbody tr').length > 1) row.remove();
      else for (const input of row.querySelectorAll('input')) input.value = '';
      this.dispatchEvent(new Event('input'));
      table?.querySelector('input')?.focus();
    });
    remove.className = 'row-remove';
    remove.setAttribute('aria-label', worksheetMessages.remove(cost(row, 'name').value));
    cost(row, 'name').addEventListener('input', () => {
      remove.setAttribute('aria-label', worksheetMessages.remove(cost(row, 'name').value));
    });
    cost(row, 'amount').after(remove);
  }

  #addActions(): void {
    const actions = part(this, '.worksheet-actions');
    const print = button(worksheetMessages.print, () => {
      document.documentElement.dataset.print = 'worksheet';
      addEventListener('afterprint', () => delete document.documentElement.dataset.print, { once: true });
      globalThis.print();
    });
    const clear = button(worksheetMessages.clear, () => {
      const before = this.#read();
      this.#write(this.#empty);
      this.dispatchEvent(new Event('input'));
      const undo = button(worksheetMessages.undo, () => {
        this.#write(before);
        this.dispatchEvent(new Event('input'));
        told.remove();
        clear.focus();
      });
      const told = element('p', { className: 'worksheet-cleared' }, `${worksheetMessages.cleared} `, undo);
      this.querySelector('.worksheet-cleared')?.remove();
      actions.after(told);
      undo.focus();
    });
    actions.append(print, clear);
  }

  #table(table: CostTable): HTMLTableElement {
    return part(this, `[data-costs="${table}"]`);
  }

  #rows(table: CostTable): readonly HTMLTableRowElement[] {
    return [...this.#table(table).querySelectorAll<HTMLTableRowElement>('tbody tr')];
  }

  #figure(figure: string): HTMLInputElement {
    return part(this, `[data-figure="${figure}"] input`);
  }
}

function cost(row: Element, what: 'name' | 'amount'): HTMLInputElement {
  return part(row, `[data-cost="${what}"]`);
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', className: 'button button-quiet' }, words);
  made.addEventListener('click', act);
  return made;
}

/** Shows what is wrong with a field, beside it; nothing takes the message away. */
function showError(input: HTMLInputElement, words: string | undefined): void {
  const place = input.closest('.field, td');
  let error = place?.querySelector<HTMLElement>('.field-error');
  if (!error && words === undefined) return;
  if (!error) {
    error = element('p', { className: 'field-error' });
    place?.append(error);
  }
  error.textContent = words ?? '';
  error.hidden = words === undefined;
  if (words === undefined) input.removeAttribute('aria-invalid');
  else input.setAttribute('aria-invalid', 'true');
}

customElements.define('hpp-worksheet', HppWorksheet);
