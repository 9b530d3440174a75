import { Refusal } from '#domain/refusal.ts';
import { openTurns, type Turns } from '#server/accounts/turns.ts';

// What a process works for one person. What is stored of them is bounded in the database, for all hosts together: see
// `storedLimits`.

/** In records. A phone that sends what it kept for weeks stays far below; a program that sends without end does not. */
const rate = { burst: 3000, perSecond: 10 } as const;

/** How many requests of one person may wait for the one that is worked on. */
const waiting = 64;

/** How long whoever has stored all that a day takes is not asked about again. */
const fullMs = 60_000;

const buckets = new Map<string, { left: number; at: number }>();
const lines = new Map<string, { readonly turns: Turns; users: number }>();
const full = new Map<string, number>();

/** Takes so many out of a person's bucket. @throws Refusal too_many, with the seconds to wait */
export function takeWork(person: string, count = 1, now = Date.now()): void {
  const known = buckets.get(person) ?? { left: rate.burst, at: now };
  const refilled = Math.min(rate.burst, known.left + (Math.max(0, now - known.at) / 1000) * rate.perSecond);
  if (refilled < count) throw new Refusal('too_many', 'records', Math.ceil((count - refilled) / rate.perSecond));
  buckets.set(person, { left: refilled - count, at: now });
  if (buckets.size > 10_000) forgetFull(now);
}

/** Does a person's work after what they sent before, so that nobody takes the machine from the others. @throws Refusal too_many */
export async function inTurn<T>(person: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(person) ?? { turns: openTurns({ atOnce: 1, waiting }), users: 0 };
  lines.set(person, line);
  line.users += 1;
  try {
    return await line.turns(work);
  } finally {
    line.users -= 1;
    if (line.users === 0) lines.delete(person);
  }
}

/** Remembers that a person has stored all that a day takes: for a minute nothing of theirs is worth grading. */
export function markFull(person: string, now = Date.now()): void {
  for (const [other, until] of full) if (until <= now) full.delete(other);
  full.set(person, now + fullMs);
}

export function isFull(person: string, now = Date.now()): boolean {
  return (full.get(person) ?? 0) > now;
}

function forgetFull(now: number): void {
  for (const [person, { left, at }] of buckets) {
    if (left + ((now - at) / 1000) * rate.perSecond >= rate.burst) buckets.delete(person);
  }
}
