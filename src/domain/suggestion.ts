import { editDistance } from './edit-distance.ts';

/** ` Maksud Anda "title"?` when one of the names is only a slip away; otherwise an empty text. */
export function suggest(name: string, names: readonly string[]): string {
  const found = nearest(name, names);
  return found === undefined ? '' : ` Maksud Anda "${found}"?`;
}

/** The name that differs least, when at most a third of its signs differ. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > 100) return undefined;
  const ranked = names
    .map((it) => ({ it, distance: editDistance(name.toLowerCase(), it.toLowerCase()) }))
    .filter(({ it, distance }) => distance <= Math.max(1, Math.floor(it.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.it;
}
