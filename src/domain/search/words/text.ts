/** More of a query is not looked at. */
export const queryLimit = 500;

/** Lower case, no accents, no invisible signs: what two ways of writing the same word have in common. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[’ʼ'`]/gu, '')
    .toLowerCase();
}

/**
 * The folded words of a text in order. Hyphens part words, so that `anak-anak` is `anak` twice; points between thousands do
 * not, so that `1.000.000` is `1000000`, as the index has it.
 */
export function tokenize(text: string): string[] {
  const joined = fold(text).replace(/(?<![\p{N}.,])\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?![.,]?\p{N})/gu, (number) =>
    number.replace(/[.,]/g, ''),
  );
  return joined.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The folded words of a query, each once, in order; `anak2` is read as `anak`, as in a text message. */
export function queryWords(query: string): string[] {
  return [...new Set(tokenize(query.slice(0, queryLimit)).map((word) => word.replace(/^(\p{L}{3,})2$/u, '$1')))];
}

/** The phrase between quotation marks when the whole query stands in them; an unbalanced mark is no mark. */
export function quotedPhrase(query: string): string | undefined {
  return /^\s*["“”„]([^"“”„]*[\p{L}\p{N}][^"“”„]*)["“”„]\s*$/u.exec(query.slice(0, queryLimit))?.[1]?.trim();
}
