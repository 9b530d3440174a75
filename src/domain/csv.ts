/** Begins a cell that a spreadsheet would run as a formula. */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Rows as a CSV file that Excel with Indonesian settings opens in columns: `;` between cells, comma in decimals, UTF-8 with BOM,
 * CRLF. Without a line `sep=;`, which makes Excel forget that the file is UTF-8. A text that a spreadsheet would run as a
 * formula gets an apostrophe before it, a number written as text does not.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(';')}\r\n`).join('')}`;
}

/** A cell as it was before `writeCsv` made it harmless. */
export function readGuarded(cell: string): string {
  return cell.startsWith("'") && dangerous.test(cell) ? cell.slice(1) : cell;
}

function writeCell(value: string | number): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = dangerous.test(value) ? `'${value}` : value;
  return /[";,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
