const longest = 40;

/** A short name from a text, kebab-case, not in `taken`: "Biaya tetap!" is `biaya-tetap`. */
export function slugOf(text: string, taken: ReadonlySet<string>, fallback: string): string {
  const words = text
    // Of a picture or a sound its words alone.
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g);
  const base = cut(words ?? [fallback]);
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** Names for all texts, different from each other. `given` are used as they are where there is one for every text. */
export function slugsOf(texts: readonly string[], given: readonly string[] = []): readonly string[] {
  if (given.length === texts.length && new Set(given).size === given.length) return given;
  const taken = new Set<string>();
  return texts.map((text, at) => {
    const slug = slugOf(text, taken, `pilihan-${at + 1}`);
    taken.add(slug);
    return slug;
  });
}

/** As many whole words as fit. */
function cut(words: readonly string[]): string {
  let slug = (words[0] ?? '').slice(0, longest);
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longest) break;
    slug += `-${word}`;
  }
  return slug;
}
