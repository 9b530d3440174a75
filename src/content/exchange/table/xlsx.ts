import { readXmlItems, childOf, childrenOf, type XmlElement, XmlFault } from '#content/exchange/xml.ts';
import { writeNumber } from '#content/exchange/build/written-number.ts';
import type { TableRow, TableRows } from './csv.ts';
import { builtInFormat, formatOfCode, type NumberFormat } from './number-format.ts';
import { unzip } from './zip.ts';

/** Most columns that are looked at. */
const mostColumns = 64;

/**
 * Reads the first visible sheet of an Excel workbook as a table of texts. A number is written with all its digits and a dot, in a
 * form that cannot be taken for thousands; a percentage with its sign; of a formula its value. What Excel has made of what
 * somebody typed (a date) and what it has not worked out is told in the row's `problem`, never turned into something else.
 */
export function readWorkbook(bytes: Uint8Array, unpackedBytes?: number): TableRows {
  const unpacked = unzip(
    bytes,
    (name) => /^(?:xl|\/xl)\/.*\.(?:xml|rels)$/i.test(name) && !/\/(?:drawings|media|theme)\//.test(name),
    unpackedBytes,
  );
  if ('problem' in unpacked) return { line: 1, problem: unpacked.problem };
  try {
    return readParts(new Map([...unpacked.files].map(([name, data]) => [name.replace(/^\//, ''), data])));
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return { line: 1, problem: `buku kerja rusak: ${error.message}` };
  }
}

function readParts(files: ReadonlyMap<string, Uint8Array>): TableRows {
  const itemsOf = (part: string, name: string): readonly XmlElement[] => {
    const data = files.get(part);
    const items: XmlElement[] = [];
    if (data !== undefined) readXmlItems(new TextDecoder().decode(data), name, (item) => items.push(item));
    return items;
  };
  const sheets = itemsOf('xl/workbook.xml', 'sheets').flatMap((it) => childrenOf(it, 'sheet'));
  const sheet = sheets.find(({ attributes }) => (attributes.state ?? 'visible') === 'visible');
  const paths = new Map(
    itemsOf('xl/_rels/workbook.xml.rels', 'Relationship').map(({ attributes }) => [
      attributes.Id,
      pathOf(attributes.Target ?? ''),
    ]),
  );
  const path = sheet === undefined ? undefined : paths.get(relationOf(sheet));
  if (path === undefined || !files.has(path))
    return { line: 1, problem: 'ini bukan buku kerja Excel (.xlsx) dengan lembar yang terlihat.' };
  const book: Book = {
    strings: itemsOf('xl/sharedStrings.xml', 'si').map(richText),
    formats: readFormats(itemsOf('xl/styles.xml', 'numFmts'), itemsOf('xl/styles.xml', 'cellXfs')),
  };
  const rows = itemsOf(path, 'sheetData').flatMap((data) =>
    childrenOf(data, 'row').map((row, at) => readRow(row, at, book)),
  );
  const others = sheets.filter(
    (it) => it !== sheet && itemsOf(paths.get(relationOf(it)) ?? '', 'sheetData').some(isFilled),
  );
  return {
    rows: rows.filter(({ cells, problem }) => problem !== undefined || cells.some((cell) => cell.trim() !== '')),
    ...(others.length > 0 && { left: others.map(({ attributes }) => `lembar "${attributes.name ?? ''}"`) }),
  };
}

interface Book {
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[];
}

function relationOf({ attributes }: XmlElement): string {
  return Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name))?.[1] ?? '';
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

function readFormats(codes: readonly XmlElement[], styles: readonly XmlElement[]): readonly NumberFormat[] {
  const own = new Map(
    codes
      .flatMap((it) => childrenOf(it, 'numFmt'))
      .map(({ attributes }) => [Number(attributes.numFmtId), formatOfCode(attributes.formatCode ?? '')]),
  );
  return styles
    .flatMap((it) => childrenOf(it, 'xf'))
    .map(({ attributes }) => {
      const id = Number(attributes.numFmtId ?? 0);
      return own.get(id) ?? builtInFormat(id);
    });
}

function readRow(row: XmlElement, at: number, book: Book): TableRow {
  const line = Number(row.attributes.r ?? at + 1);
  const cells: string[] = [];
  const notes: string[] = [];
  let problem: string | undefined;
  for (const cell of childrenOf(row, 'c')) {
    const column = columnOf(cell.attributes.r) ?? cells.length;
    if (column >= mostColumns) return { line, cells, problem: `ada isi di luar ${mostColumns} kolom pertama.` };
    const read = readCell(cell, book);
    if ('problem' in read) problem ??= `sel ${cell.attributes.r ?? ''} ${read.problem}`;
    else if (read.note !== undefined) notes.push(`sel ${cell.attributes.r ?? ''} ${read.note}`);
    while (cells.length < column) cells.push('');
    cells[column] = 'problem' in read ? '?' : read.text;
  }
  return { line, cells, ...(notes.length > 0 && { notes }), ...(problem !== undefined && { problem }) };
}

type Read = { readonly text: string; readonly note?: string } | { readonly problem: string };

function readCell(cell: XmlElement, { strings, formats }: Book): Read {
  const value = childOf(cell, 'v')?.text ?? '';
  switch (cell.attributes.t ?? 'n') {
    case 's':
      return { text: strings[Number(value)] ?? '' };
    case 'inlineStr':
      return { text: richText(childOf(cell, 'is') ?? cell) };
    case 'str':
      return { text: signsOf(value) };
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { problem: `berisi ${value}: Excel tidak dapat menghitungnya. Tulis isinya lagi.` };
    case 'd':
      return { problem: dateProblem };
    default:
      break;
  }
  if (value === '') {
    return childOf(cell, 'f') === undefined
      ? { text: '' }
      : { problem: 'berisi rumus tanpa hasil. Buka dan simpan dulu di Excel, atau tulis nilainya.' };
  }
  const number = Number(Number(value).toPrecision(15));
  if (!Number.isFinite(number)) return { problem: `berisi "${value}" yang bukan angka.` };
  const text = writeNumber(number);
  switch (formats[Number(cell.attributes.s ?? 0)] ?? 'plain') {
    case 'date':
      return { problem: dateProblem };
    case 'percent':
      return { text: `${writeNumber(Number((number * 100).toPrecision(15)))}%` };
    case 'dressed':
      return { text, note: `tampil dengan bentuk angka tertentu di Excel; dibaca ${text.replace('.', ',')}` };
    default:
      return { text };
  }
}

const dateProblem =
  'berisi tanggal. Excel mengubah tulisan seperti 1/2 atau 3-4 menjadi tanggal: jadikan format selnya Teks, lalu tulis lagi.';

/** The words of a text in several styles, without how they are pronounced. */
function richText(element: XmlElement): string {
  return element.children
    .map((child) => (child.name === 't' ? signsOf(child.text) : child.name === 'r' ? richText(child) : ''))
    .join('');
}

/** `_x000D_` stands for a sign that XML cannot hold. */
function signsOf(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** `C7` is 2; undefined without an address. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/i.exec(address ?? '')?.[0];
  return letters === undefined
    ? undefined
    : [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function isFilled(data: XmlElement): boolean {
  return childrenOf(data, 'row').some((row) => childrenOf(row, 'c').some((cell) => cell.children.length > 0));
}
