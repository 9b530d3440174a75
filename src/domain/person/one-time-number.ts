/** How long a one-time number opens the choice of a PIN or passphrase. */
export const numberValidMs = 24 * 60 * 60_000;

/** So many times somebody may type a wrong one. */
export const numberTries = 5;

/** A typed number as it is compared: people write it in groups. */
export function plainNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s.-]/g, '');
}
