/** The letter under which a name is listed, as it stands in an address; `angka` for everything else. */
export function letterOf(name: string): string {
  return /^[a-z]/.exec(name.normalize('NFKD').toLowerCase())?.[0] ?? 'angka';
}

/** Names in the order of a list for people, by their letter. */
export function byLetter<T>(entries: readonly T[], nameOf: (entry: T) => string): readonly (readonly [string, T[]])[] {
  const sorted = entries.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'id'));
  return [...Map.groupBy(sorted, (entry) => letterOf(nameOf(entry)))].sort(([a], [b]) => (a < b ? -1 : 1));
}
