import type { Compute, Outcome } from '#domain/worksheet/sheet.ts';
import { worksheetMessages } from '#messages/worksheet.ts';
import { element, part } from '#client/phone/element.ts';
import { answerer } from '#client/phone/answerer.ts';
import { keepText, keptText } from '#client/phone/text.ts';
import {
  overwriteTexts,
  readFilled,
  readTexts,
  type SheetTexts,
  showBeside,
  showProblem,
  writeTexts,
} from './cells.ts';
import { groupWhileTyping, lookAtPoints } from './grouping.ts';
import { fillWords, showNumber } from './number.ts';
import { button, letGrow } from './rows.ts';

/** Starts the page's working sheets, each with the arithmetic of its kind. */
export function startSheets(computes: ReadonlyMap<string, Compute>): void {
  WorkSheet.computes = computes;
  customElements.define('work-sheet', WorkSheet);
}

/** Any working sheet: computes while typing, keeps what was typed on this phone, prints it. Nothing of it leaves the phone. */
class WorkSheet extends HTMLElement {
  static computes: ReadonlyMap<string, Compute>;
  #compute!: Compute;
  #key!: string;
  #empty!: SheetTexts;
  #paperRows: readonly Element[] | undefined;
  /** What ears are told once typing has paused, for eyes at once. */
  readonly #now = element('p', { className: 'sheet-now', hidden: true, ariaHidden: 'true' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    // The number is the form of what is kept; the person, because phones are shared.
    this.#key = this.#ownKey();
    const { kind = '' } = this.dataset;
    const compute = WorkSheet.computes.get(kind);
    if (compute === undefined) throw new Error(`no arithmetic for ${kind}`);
    this.#compute = compute;
    const form = part<HTMLFormElement>(this, 'form');
    form.addEventListener('submit', (event) => event.preventDefault());
    // Somebody may have been faster than the script.
    const typed = readTexts(this);
    form.reset();
    for (const table of this.querySelectorAll<HTMLTableElement>('[data-grows]')) letGrow(table);
    this.#empty = readTexts(this);
    this.#restore();
    overwriteTexts(this, typed, this.#empty);
    if (JSON.stringify(typed) !== JSON.stringify(this.#empty)) this.#keep();
    this.addEventListener('focusin', ({ target }) => isNumber(target) && lookAtPoints(target));
    this.addEventListener('input', (event) => {
      if (isNumber(event.target)) groupWhileTyping(event.target, (event as InputEvent).data ?? null);
      this.#keep();
      this.#show();
      this.#announce();
    });
    document.addEventListener('answerer', () => {
      this.#key = this.#ownKey();
      writeTexts(this, this.#empty);
      this.#restore();
      this.#show();
    });
    this.#addActions();
    this.append(this.#now);
    part(this, '.worksheet-note').textContent = worksheetMessages.kept;
    this.#show();
  }

  #ownKey(): string {
    return `lembar/${this.dataset.kind}/1/${answerer().place}`;
  }

  #keep(): void {
    keepText(this.#key, JSON.stringify(readTexts(this)));
  }

  #restore(): void {
    try {
      const kept = JSON.parse(keptText(this.#key) ?? 'null') as SheetTexts | null;
      if (kept) writeTexts(this, kept);
    } catch {
      // Not readable any more: the sheet starts empty.
      writeTexts(this, this.#empty);
    }
  }

  #show(): void {
    const { results, advice = [], problems = {}, series = [], beside = {} } = this.#compute(readFilled(this));
    for (const output of this.querySelectorAll<HTMLElement>('[data-result]')) {
      output.textContent = showNumber(results[output.dataset.result ?? ''], output.dataset.format);
    }
    showBeside(this, beside);
    for (const said of this.querySelectorAll<HTMLElement>('[data-code]')) {
      said.hidden = !advice.includes(said.dataset.code ?? '');
      said.textContent = fillWords(said.dataset.words ?? '', results);
    }
    for (const [cell, code] of Object.entries(problems)) {
      showProblem(this, cell, this.querySelector(`[data-code="${code}"]`)?.textContent ?? '');
    }
    this.#showSeries(series);
    const summary = part(this, '[data-summary]');
    const words = fillWords(summary.dataset.summary ?? '', results);
    summary.dataset.now = words;
    this.#now.textContent = words;
    this.#now.hidden = JSON.stringify(readTexts(this)) === JSON.stringify(this.#empty);
  }

  #showSeries(series: NonNullable<Outcome['series']>): void {
    const table = this.querySelector<HTMLTableElement>('[data-series]');
    const body = table?.tBodies[0];
    if (!table || !body) return;
    this.#paperRows ??= [...body.children];
    table.classList.toggle('paper-only', series.length === 0);
    const columns = [...table.querySelectorAll<HTMLElement>('[data-column]')];
    const rows = series.map((row) =>
      element(
        'tr',
        {},
        ...columns.map(({ dataset: { column = '', format } }) =>
          element('td', { className: 'cell-output' }, showNumber(row[column], format)),
        ),
      ),
    );
    body.replaceChildren(...(rows.length > 0 ? rows : this.#paperRows));
  }

  /** Says the outcome once typing has paused; every keystroke would be noise. */
  #announce(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const summary = part(this, '[data-summary]');
      const advice = [...this.querySelectorAll('[data-code]:not([hidden])')].map(
        ({ textContent }) => textContent ?? '',
      );
      summary.textContent = [summary.dataset.now ?? '', ...advice].join(' ');
    }, 1200);
  }

  #addActions(): void {
    const actions = part(this, '.worksheet-actions');
    const print = button(worksheetMessages.print, () => {
      document.documentElement.dataset.print = 'worksheet';
      addEventListener('afterprint', () => delete document.documentElement.dataset.print, { once: true });
      globalThis.print();
    });
    const clear = button(worksheetMessages.clear, () => {
      const before = readTexts(this);
      this.#replace(this.#empty);
      keepText(this.#key, undefined);
      const undo = button(worksheetMessages.undo, () => {
        this.#replace(before);
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

  #replace(texts: SheetTexts): void {
    writeTexts(this, texts);
    this.dispatchEvent(new Event('input'));
  }
}

function isNumber(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.dataset.number !== undefined;
}
