import { findHiddenSign } from './hidden-signs.ts';

/** The place people learn at. Every person belongs to one. */
export interface House {
  readonly id: string;
  readonly name: string;
  readonly village: string;
  /** Kecamatan. */
  readonly district: string;
  /** Kabupaten. */
  readonly regency: string;
}

/** How long what is said of a house may be, in signs. */
const longest = { id: 80, name: 100, village: 60, district: 60, regency: 60 } as const;

/** What of a house cannot be kept as it was typed: at most what its file takes, and one line each. */
export function findWrongFields(house: House): readonly (keyof House)[] {
  const isSound = (field: keyof House): boolean => {
    const text = house[field];
    // `/bantuan/rumah/` lists all houses.
    if (field === 'id') return text !== 'rumah' && text.length <= longest.id && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
    const isShown = !/\p{Cc}/u.test(text) && findHiddenSign(text) === undefined;
    return text.trim() !== '' && [...text].length <= longest[field] && isShown;
  };
  return (['id', 'name', 'village', 'district', 'regency'] as const).filter((field) => !isSound(field));
}

/** Houses with others over them: one of the same id stands in its place, the rest come after. */
export function mergeHouses(shipped: readonly House[], set: readonly House[]): readonly House[] {
  const over = new Map(set.map((it) => [it.id, it]));
  const added = set.filter(({ id }) => !shipped.some((it) => it.id === id));
  return [...shipped.map((it) => over.get(it.id) ?? it), ...added];
}
