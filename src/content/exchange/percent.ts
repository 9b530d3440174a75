/** A percentage with at most five decimals, as question banks write it: 33.33333. */
export function formatFraction(percent: number): string {
  return String(Number(percent.toFixed(5)));
}
