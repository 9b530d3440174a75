type RowTexts = Readonly<Record<string, string>>;

/** Everything in a sheet as it was typed; a tick is `1`. */
export interface SheetTexts {
  readonly cells: RowTexts;
  /** Rows of each list, by the list's name. */
  readonly lists: Readonly<Record<string, readonly RowTexts[]>>;
}

/** What a phone may show to a trainer at once; a sheet that is filled to its last cell stays below. */
export const sheetTextLimits = { sizeBytes: 32 * 1024, textLength: 1000, rows: 60, nameLength: 64 } as const;

/** A sheet's texts by their shape alone: built anew, without what no sheet has; undefined where they are none, or too many. */
export function parseSheetTexts(value: unknown): SheetTexts | undefined {
  if (!isObject(value) || !isObject(value.lists)) return undefined;
  const cells = parseRow(value.cells);
  const lists = Object.entries(value.lists).map(([name, rows]) => [name, parseRows(rows)] as const);
  if (cells === undefined || lists.some(([name, rows]) => !isName(name) || rows === undefined)) return undefined;
  const texts = { cells, lists: Object.fromEntries(lists) as SheetTexts['lists'] };
  return sheetBytes(texts) > sheetTextLimits.sizeBytes ? undefined : texts;
}

/** Bytes of JSON. */
export function sheetBytes(texts: SheetTexts): number {
  return new TextEncoder().encode(JSON.stringify(texts)).length;
}

function parseRows(value: unknown): readonly RowTexts[] | undefined {
  if (!Array.isArray(value) || value.length > sheetTextLimits.rows) return undefined;
  const rows = value.map(parseRow);
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

function parseRow(value: unknown): RowTexts | undefined {
  if (!isObject(value)) return undefined;
  const cells = Object.entries(value);
  const isRow = cells.every(([name, text]) => isName(name) && isText(text));
  return isRow ? (Object.fromEntries(cells) as RowTexts) : undefined;
}

function isName(name: string): boolean {
  return name.length > 0 && name.length <= sheetTextLimits.nameLength && name !== '__proto__';
}

function isText(text: unknown): boolean {
  return typeof text === 'string' && text.length <= sheetTextLimits.textLength;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
