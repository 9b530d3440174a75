/** How many signs of base32 a card's code has: 60 bits. */
export const cardCodeLength = 12;

/** A card's code as a QR reader gives it or a person types it; undefined when it is none. */
export function readCardCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return new RegExp(`^[0-9A-HJKMNP-TV-Z]{${cardCodeLength}}$`).test(code) ? code : undefined;
}

/** Whose card a code is, or why it is nobody's any more. */
export type FoundCard =
  | { readonly state: 'good'; readonly name: string; readonly login: string }
  | { readonly state: 'replaced' | 'shut' | 'unknown' };
