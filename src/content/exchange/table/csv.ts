/** One row of a CSV file, by the line that it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads CSV (RFC 4180). The separator is the one that the first line holds most of: comma, semicolon or tab. */
export function readCsvRows(
  text: string,
): { readonly rows: readonly CsvRow[] } | { readonly line: number; readonly problem: string } {
  const separator = findSeparator(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let [at, line, rowLine] = [0, 1, 1];
  while (at < text.length) {
    const cell = readCell(text, at, separator);
    if (cell === undefined) return { line, problem: 'tanda kutip " dibuka tetapi tidak ditutup.' };
    cells.push(cell.value);
    line += text.slice(at, cell.end).split('\n').length - 1;
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) cells.push('');
      continue;
    }
    if (at < text.length && text[at] !== '\n' && text[at] !== '\r') {
      return { line, problem: 'ada tulisan sesudah tanda kutip penutup.' };
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

function readCell(
  text: string,
  at: number,
  separator: string,
): { readonly value: string; readonly end: number } | undefined {
  if (text[at] !== '"') {
    const found = text.slice(at).search(separator === '\t' ? /[\t\r\n]/ : new RegExp(`[${separator}\r\n]`));
    const end = found === -1 ? text.length : at + found;
    return { value: text.slice(at, end), end };
  }
  let end = at + 1;
  let value = '';
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote === -1) return undefined;
    value += text.slice(end, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    end = quote + 2;
  }
}

function findSeparator(text: string): string {
  const head = text.split(/\r?\n/).find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((best, it) => (it.count > best.count ? it : best)).sign;
}
