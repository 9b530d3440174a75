import { Refusal } from '#domain/refusal.ts';

/** A phone that sends what it kept for weeks stays far below; a program that fills the disk does not. */
const rate = { burst: 3000, perSecond: 10 } as const;

const buckets = new Map<string, { left: number; at: number }>();

/** Counts one request of a person against their bucket. @throws Refusal too_many, with the seconds to wait */
export function takeRequest(person: string, now = Date.now()): void {
  const known = buckets.get(person) ?? { left: rate.burst, at: now };
  const refilled = Math.min(rate.burst, known.left + (Math.max(0, now - known.at) / 1000) * rate.perSecond);
  if (refilled < 1) throw new Refusal('too_many', 'records', Math.ceil((1 - refilled) / rate.perSecond));
  buckets.set(person, { left: refilled - 1, at: now });
  if (buckets.size > 10_000) forgetFull(now);
}

function forgetFull(now: number): void {
  for (const [person, { left, at }] of buckets) {
    if (left + ((now - at) / 1000) * rate.perSecond >= rate.burst) buckets.delete(person);
  }
}
