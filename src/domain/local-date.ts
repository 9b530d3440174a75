/** Today's local date in Western Indonesia, `YYYY-MM-DD`. */
export function todayOn(now = new Date()): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
