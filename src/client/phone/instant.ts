/**
 * An instant (milliseconds since 1970) in Western Indonesia, "24 November 2026 pukul 14.30", in the browser's own words: what the
 * domain reckons with for this would travel with every page.
 */
export function instantWords(at: number): string {
  return new Date(at).toLocaleString('id-ID', { timeZone: 'Asia/Jakarta', dateStyle: 'long', timeStyle: 'short' });
}
