/** How a spreadsheet shows a number: as it is, with signs that are no digits of it, as percent, or as a date or a time. */
export type NumberFormat = 'plain' | 'dressed' | 'percent' | 'date';

/** What the built-in formats of a workbook show, by their number. @see ECMA-376, 18.8.30 numFmt */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return 'percent';
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
    return 'date';
  return id === 0 || id === 1 || id === 2 || id === 49 ? 'plain' : 'dressed';
}

/** What a format code shows, such as `0.0%`, `dd/mm/yyyy` or `"Rp"#.##0`. */
export function formatOfCode(code: string): NumberFormat {
  const bare = code
    .replace(/\\.|_.|\*./g, '')
    .replace(/"[^"]*"/g, '"')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (bare.includes('%')) return 'percent';
  if (/[dyhs]|m/i.test(bare.replace(/general|e[+-]/gi, ''))) return 'date';
  return /^(?:general|@|0(?:\.0+)?)$/i.test(bare) ? 'plain' : 'dressed';
}
