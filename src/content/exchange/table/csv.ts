/** One row of a table, by the line that it begins on (in a workbook by its number). */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Indonesian: what of the cells is not quite as somebody saw it. */
  readonly notes?: readonly string[];
  /** Indonesian: why the row cannot be taken. */
  readonly problem?: string;
}

/** The filled rows of a table and what was left unread, or why it cannot be read (Indonesian). */
export type TableRows =
  | { readonly rows: readonly TableRow[]; readonly left?: readonly string[] }
  | { readonly line: number; readonly problem: string };

/**
 * Reads CSV (RFC 4180; blanks around quotation marks are allowed). The separator is the one that a first line `sep=;` names, else
 * the one that the first line holds most of: comma, semicolon or tab.
 */
export function readCsvRows(text: string): TableRows {
  const [named = '', sign] = /^"?sep=(.)"?[ \t;,]*(?:\r\n|\r|\n|$)/i.exec(text) ?? [];
  const separator = sign ?? findSeparator(text);
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let at = named.length;
  let line = named === '' ? 1 : 2;
  let rowLine = line;
  while (at < text.length) {
    const cell = readCell(text, at, separator);
    if ('problem' in cell) return { line, problem: cell.problem };
    cells.push(cell.value);
    line += countLines(text.slice(at, cell.end));
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) cells.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push({ line: rowLine, cells });
    cells = [];
    line += 1;
    rowLine = line;
  }
  if (cells.length > 0) rows.push({ line: rowLine, cells });
  return { rows: rows.filter((row) => row.cells.some((cell) => cell.trim() !== '')) };
}

type Cell = { readonly value: string; readonly end: number } | { readonly problem: string };

function readCell(text: string, at: number, separator: string): Cell {
  const opened = skipBlanks(text, at, separator);
  return text[opened] === '"' ? readQuoted(text, opened, separator) : readPlain(text, at, separator);
}

function readPlain(text: string, at: number, separator: string): Cell {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(at, end), end };
}

function readQuoted(text: string, opened: number, separator: string): Cell {
  let from = opened + 1;
  let value = '';
  for (let quote = text.indexOf('"', from); quote !== -1; quote = text.indexOf('"', from)) {
    value += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      from = quote + 2;
      continue;
    }
    const end = skipBlanks(text, quote + 1, separator);
    const next = text[end];
    return next === undefined || next === separator || next === '\n' || next === '\r'
      ? { value, end }
      : { problem: 'ada tulisan sesudah tanda kutip penutup. Tanda kutip di dalam sel ditulis dua kali: "".' };
  }
  return { problem: 'tanda kutip " dibuka tetapi tidak ditutup.' };
}

function skipBlanks(text: string, at: number, separator: string): number {
  let end = at;
  while (text[end] === ' ' || (text[end] === '\t' && separator !== '\t')) end += 1;
  return end;
}

function countLines(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}

/** Counted outside of quotation marks, in the first line that is no remark. */
function findSeparator(text: string): string {
  const head = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '' && !/^\s*"?#/.test(line)) ?? '';
  const bare = head.replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counts.reduce((best, it) => (it.count > best.count ? it : best)).sign;
}
