const minuteMs = 60_000;

/** How much longer than its limit an attempt may take: a page that opens slowly, a last look over the answers. */
export function graceMs(limitMinutes: number): number {
  return minuteMs + (limitMinutes * minuteMs) / 10;
}

/**
 * Whether an attempt took longer than its limit and the grace. What a phone needs to deliver it does not count: both
 * `startedAt` and `answeredAt` are the phone's own, so a clock that is wrong all the time does no harm. Where the clock was
 * set back in between, the server's `recordedAt` stands in for `answeredAt`; where that does not help, nothing is proven.
 * All in milliseconds since 1970.
 */
export function isLate(
  limitMinutes: number | undefined,
  { startedAt, answeredAt, recordedAt }: { startedAt: number; answeredAt: number; recordedAt: number },
): boolean {
  if (limitMinutes === undefined) return false;
  const tookMs = (answeredAt >= startedAt ? answeredAt : recordedAt) - startedAt;
  return tookMs > limitMinutes * minuteMs + graceMs(limitMinutes);
}
