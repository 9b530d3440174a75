/** At most so many searches go to the house at once. */
export const missedLimit = 20;

const longestQuery = 40;

/**
 * A search that found nothing as it may be counted at the house; undefined when it may not: longer than 40 signs, without a
 * letter, or with a digit or an address in it, which could tell whose it is.
 */
export function missedQuery(query: string): string | undefined {
  const text = query
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  const mayBeCounted = text.length <= longestQuery && /\p{L}/u.test(text) && !/[\p{N}@/\\<>]/u.test(text);
  return mayBeCounted ? text : undefined;
}
