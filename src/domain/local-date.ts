/** How far the houses' own time, that of Western Indonesia, is ahead of UTC, in milliseconds. */
export const localOffsetMs = 7 * 3_600_000;

export const dayMs = 86_400_000;

/** The local date of an instant (milliseconds since 1970), `YYYY-MM-DD`. */
export function localDateOf(at: number): string {
  return new Date(at + localOffsetMs).toISOString().slice(0, 10);
}

/** Today's local date, `YYYY-MM-DD`. */
export function todayOn(now = new Date()): string {
  return localDateOf(now.getTime());
}
