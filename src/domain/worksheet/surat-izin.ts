import type { Filled, Outcome } from './sheet.ts';

/** What a village officer compares before the village head signs a permission letter (`M-PET-22`). */
export const permissionItems = [
  'inPerson',
  'age',
  'names',
  'country',
  'company',
  'visa',
  'costs',
  'contract',
  'children',
  'register',
] as const;

/** What a mark says about one item. */
export const permissionMarks = { matches: 1, missing: 2, differs: 3 } as const;

const pressures = ['money', 'threat', 'hurry'] as const;

type Cell = `${(typeof permissionItems)[number]}.mark` | (typeof pressures)[number];

/** Counts the marks. One that differs, or any pressure, stops the signature; a missing one delays it. */
export function compute({
  cells,
}: Filled<Cell>): Outcome<
  'matches' | 'missing' | 'differs' | 'unread',
  'pressed' | 'differs' | 'missing' | 'read_on' | 'all_match'
> {
  const count = (mark: number | undefined) => permissionItems.filter((it) => cells[`${it}.mark`] === mark).length;
  const [matches, missing, differs, unread] = [
    count(permissionMarks.matches),
    count(permissionMarks.missing),
    count(permissionMarks.differs),
    count(undefined),
  ];
  const pressed = pressures.some((it) => cells[it] !== undefined);
  return {
    results: { matches, missing, differs, unread },
    advice: [
      ...(pressed ? (['pressed'] as const) : []),
      ...(differs > 0 ? (['differs'] as const) : []),
      ...(missing > 0 ? (['missing'] as const) : []),
      ...(unread > 0 && unread < permissionItems.length ? (['read_on'] as const) : []),
      ...(matches === permissionItems.length && !pressed ? (['all_match'] as const) : []),
    ],
  };
}
