import { quizMessages } from '#messages/quiz.ts';
import { element, part } from '#client/phone/element.ts';

/** The rows of one order question: their places are what the selects say, which only the form without a script shows. */
export interface OrderRows {
  /** Puts the rows as the page shows them before anything is chosen: by these item ids. */
  arrange(items: readonly { readonly id: string }[]): void;
  /** Puts the rows into the order of their places, where every row has one. */
  settle(): void;
}

/** Lets rows be moved up and down instead of choosing a place for each: no two rows can claim the same one. */
export function openOrder(field: HTMLElement): OrderRows {
  const list = part(field, '.order-rows');
  const told = element('p', { className: 'visually-hidden' });
  told.setAttribute('aria-live', 'polite');
  // Rows that stand right already are no answer before somebody says so.
  const keep = element(
    'button',
    { type: 'button', className: 'button button-quiet order-keep' },
    quizMessages.keepOrder,
  );
  keep.addEventListener('click', () => {
    number(current());
    list.querySelector<HTMLElement>('.order-move')?.focus();
    list.dispatchEvent(new Event('input', { bubbles: true }));
  });
  list.after(keep, told);
  list.classList.add('is-movable');
  part(field, '.question-note').textContent = quizMessages.orderNote;
  let shown = [...list.querySelectorAll<HTMLElement>('.order-row')];

  for (const row of shown) {
    row.append(button(row, 'order-up', quizMessages.up, -1), button(row, 'order-down', quizMessages.down, 1));
  }

  function button(row: HTMLElement, look: string, words: (item: string) => string, step: -1 | 1): HTMLElement {
    const made = element('button', { type: 'button', className: `order-move ${look}` });
    made.setAttribute('aria-label', words(textOf(row)));
    made.addEventListener('click', () => move(row, step));
    return made;
  }

  function move(row: HTMLElement, step: -1 | 1): void {
    const rows = current();
    const from = rows.indexOf(row);
    const to = Math.min(Math.max(from + step, 0), rows.length - 1);
    rows.splice(from, 1);
    rows.splice(to, 0, row);
    number(rows);
    place(rows, row);
    told.textContent = quizMessages.moved(textOf(row), to + 1, rows.length);
    row.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Gives each row the place that it stands at. */
  function number(rows: readonly HTMLElement[]): void {
    rows.forEach((row, at) => {
      selectOf(row).selectedIndex = at + 1;
    });
    keep.hidden = true;
  }

  /** Rows by their places; those without one where they stand. */
  function current(): HTMLElement[] {
    const standing = [...list.querySelectorAll<HTMLElement>('.order-row')];
    return standing.sort((a, b) => (placeOf(a) || standing.length) - (placeOf(b) || standing.length));
  }

  /** Moves all rows but `keep`, for a row that is moved loses the focus. */
  function place(rows: readonly HTMLElement[], keep: HTMLElement | undefined): void {
    const at = keep === undefined ? -1 : rows.indexOf(keep);
    keep?.before(...rows.slice(0, at));
    keep?.after(...rows.slice(at + 1));
  }

  return {
    arrange(items) {
      const byId = new Map(shown.map((row) => [selectOf(row).options[1]?.value.split('=')[0], row]));
      shown = items.flatMap(({ id }) => byId.get(id) ?? []);
      list.replaceChildren(...shown);
    },
    settle() {
      const rows = current();
      keep.hidden = rows.every((row, at) => placeOf(row) === at + 1);
      if (keep.hidden) place(rows, rows[0]);
    },
  };
}

function selectOf(row: HTMLElement): HTMLSelectElement {
  return part<HTMLSelectElement>(row, 'select');
}

/** 1 for the first place, 0 for none: the selects hold one option for each place behind an empty one. */
function placeOf(row: HTMLElement): number {
  return selectOf(row).selectedIndex;
}

function textOf(row: HTMLElement): string {
  return part(row, 'label').textContent?.trim() ?? '';
}
