/** One page of a list: the items from `from` up to (not including) `to`; pages are numbered from 1 to `last`. */
export interface ListPage {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly last: number;
}

/** The page of a list of `count` items that an address asks for with `halaman`; the nearest one there is. */
export function findPage({ searchParams }: URL, count: number, size: number): ListPage {
  const last = Math.max(1, Math.ceil(count / size));
  const asked = Number.parseInt(searchParams.get('halaman') ?? '1', 10);
  const number = Math.min(last, Math.max(1, Number.isNaN(asked) ? 1 : asked));
  return { number, from: (number - 1) * size, to: Math.min(count, number * size), last };
}
