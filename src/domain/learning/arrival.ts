import { dayMs } from '#domain/local-date.ts';

/** An attempt that arrived this long after it was answered is told of: a phone without a network, or with a clock that is wrong. */
export const belatedMs = 3 * dayMs;

/** Whether it took that long; both in milliseconds since 1970, the first by the phone's clock. */
export function isBelated({
  answeredAt,
  recordedAt,
}: {
  readonly answeredAt: number;
  readonly recordedAt: number;
}): boolean {
  return recordedAt - answeredAt >= belatedMs;
}
