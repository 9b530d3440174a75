import { readNumber, showNumber } from '#client/worksheet/number.ts';
import type { Filled, FilledRow } from '#domain/worksheet/sheet.ts';
import type { SheetTexts } from '#domain/worksheet/texts.ts';
import type { Sheet, SheetCell } from './sheet.ts';

type Texts = Readonly<Record<string, string>>;

/** What a sheet's arithmetic reads of texts, as the phone does. */
export function fillSheet({ parts }: Sheet, { cells, lists }: SheetTexts): Filled {
  const lone: [string, SheetCell][] = [];
  const filled: Record<string, readonly FilledRow[]> = {};
  for (const part of parts) {
    if (part.part === 'fields') lone.push(...part.fields.map(({ name, cell }) => [name, cell] as [string, SheetCell]));
    if (part.part === 'ticks')
      lone.push(...part.items.map(({ name }) => [name, { kind: 'tick' }] as [string, SheetCell]));
    if (part.part === 'grid') {
      for (const row of part.rows) {
        for (const { name, cell } of part.columns) lone.push([`${row.name}.${name}`, row.cell ?? cell]);
      }
    }
    if (part.part === 'list') {
      const columns = part.columns.map(({ name, cell }) => [name, cell] as const);
      filled[part.name] = (lists[part.name] ?? []).map((row) => readRow(columns, row));
    }
  }
  return { cells: readRow(lone, cells), lists: filled };
}

/** One place of a filled sheet in words; a dash where nothing was filled in. */
export function sayCell(cell: SheetCell, text: string | undefined, result?: number): string {
  if (cell.kind === 'output') return showNumber(result, cell.format);
  if (cell.kind === 'tick') return text === '1' ? '✓' : '–';
  if (text === undefined || text === '') return '–';
  if (cell.kind === 'choice') return cell.choices.find(({ value }) => String(value) === text)?.label ?? '–';
  if (cell.kind === 'text' || cell.unit === undefined) return text;
  return cell.unit === 'Rp' ? `Rp ${text}` : `${text} ${cell.unit}`;
}

function readRow(cells: readonly (readonly [string, SheetCell])[], texts: Texts): FilledRow {
  return Object.fromEntries(cells.map(([name, cell]) => [name, readCell(cell, texts[name] ?? '')]));
}

function readCell(cell: SheetCell, text: string): number | undefined {
  if (text === '' || cell.kind === 'output') return undefined;
  if (cell.kind === 'choice') return Number(text);
  return cell.kind === 'number' ? readNumber(text, cell.signed === true, cell.unit).value : 1;
}
