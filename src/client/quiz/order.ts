import { quizMessages } from '#messages/quiz.ts';
import { element, part } from '#client/phone/element.ts';

/** The rows of one order question: they follow the places that their selects say. */
export interface OrderRows {
  /** Puts the rows as the page shows them before anything is chosen: by these item ids. */
  arrange(items: readonly { readonly id: string }[]): void;
  /** Puts the rows into the order of their places, where every row has one. */
  settle(): void;
}

/** Adds buttons that move a row up and down to the selects, which work without them. */
export function openOrder(field: HTMLElement): OrderRows {
  const list = part(field, '.order-rows');
  const told = element('p', { className: 'visually-hidden' });
  told.setAttribute('aria-live', 'polite');
  list.after(told);
  let shown = [...list.querySelectorAll<HTMLElement>('.order-row')];

  for (const row of shown) {
    row.append(button(row, '▲', quizMessages.up, -1), button(row, '▼', quizMessages.down, 1));
    selectOf(row).addEventListener('input', () => settle(row));
  }

  function button(row: HTMLElement, sign: string, words: (item: string) => string, step: -1 | 1): HTMLElement {
    const made = element('button', { type: 'button', className: 'order-move' }, sign);
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
    rows.forEach((it, at) => {
      selectOf(it).selectedIndex = at + 1;
    });
    place(rows, row);
    told.textContent = quizMessages.moved(textOf(row), to + 1, rows.length);
    row.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function settle(keep?: HTMLElement): void {
    const rows = current();
    if (rows.every((row, at) => placeOf(row) === at + 1)) place(rows, keep ?? rows[0]);
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
    settle: () => settle(),
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
