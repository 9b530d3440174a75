/** Everything sorted by the hash of its name under one prefix: a shuffle that needs no random numbers. */
export function rankBySeed<T>(items: readonly T[], nameOf: (item: T) => string, prefix: string): readonly T[] {
  return items
    .map((item) => ({ item, name: nameOf(item), rank: hash53(prefix + nameOf(item)) }))
    .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ item }) => item);
}

/** A 53-bit hash from two 32-bit multiply-and-mix lanes; only integer arithmetic, so every engine agrees. */
export function hash53(text: string): number {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495);
  }
  low = mix(low ^ (high >>> 13));
  high = mix(high ^ (low >>> 11));
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}

/** Spreads every bit over the whole word (the finisher of MurmurHash3). */
function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
