import { fold } from './text.ts';

/** The entries whose names look most like the query, best first; empty when none shares anything with it. */
export function nearestTopics<T extends { readonly name: string }>(
  query: string,
  topics: readonly T[],
  limit = 5,
): readonly T[] {
  const wanted = pieces(query);
  return topics
    .map((topic) => ({ topic, likeness: likeness(wanted, pieces(topic.name)) }))
    .filter(({ likeness }) => likeness > 0.1)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map(({ topic }) => topic);
}

/** Every three letters in a row of every word, with its edges. */
function pieces(text: string): Set<string> {
  const words = fold(text.slice(0, 200)).match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = words.flatMap((word) => Array.from({ length: word.length }, (_, at) => ` ${word} `.slice(at, at + 3)));
  return new Set(found);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((piece) => b.has(piece)).length;
  return shared === 0 ? 0 : shared / Math.sqrt(a.size * b.size);
}
