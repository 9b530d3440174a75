/** What a search asks: it stands in the address. */
export interface Asked {
  readonly query: string;
  /** By name of the filter; only those that narrow. */
  readonly filters: Readonly<Record<string, string>>;
  /** Every word as it was typed. */
  readonly literal: boolean;
}

export const filterNames = ['jenis', 'kursus', 'untuk', 'pilar'] as const;

export function readAddress(search: string): Asked {
  const parameters = new URLSearchParams(search);
  const filters = filterNames.flatMap((name) => {
    const value = parameters.get(name);
    return value ? [[name, value] as const] : [];
  });
  return {
    query: (parameters.get('q') ?? '').trim(),
    filters: Object.fromEntries(filters),
    literal: parameters.get('persis') === '1',
  };
}

/** `?q=…`, or the empty text when nothing is asked. */
export function writeAddress({ query, filters, literal }: Asked): string {
  if (query === '' && Object.keys(filters).length === 0) return '';
  const parameters = new URLSearchParams({ q: query, ...filters, ...(literal ? { persis: '1' } : {}) });
  return `?${parameters}`;
}
