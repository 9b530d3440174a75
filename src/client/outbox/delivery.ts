import { clockStartMs, type LearningRecord, type Receipt } from '#domain/learning/record.ts';

type WithoutPerson<R> = R extends unknown ? Omit<R, 'person'> : never;

/** A record as the phone keeps it; `person` is null while nobody has said whose it is. */
export interface Entry {
  readonly id: string;
  readonly seq: number;
  readonly person: string | null;
  readonly record: WithoutPerson<LearningRecord>;
  /** Why the server declined it; a refused record is shown and not sent again. */
  readonly refused?: string;
  /** The phone's clock was wrong: not to be sent before this instant of that clock (milliseconds since 1970). */
  readonly notBefore?: number;
}

/** What the server answered to a batch, or that it did not. */
export type Answer =
  | { readonly kind: 'receipts'; readonly receipts: readonly Receipt[] }
  | { readonly kind: 'failed'; readonly status?: number; readonly retryAfterSeconds?: number };

/** What an answer changes in the outbox, and what to do next. */
export interface Settlement {
  readonly remove: readonly string[];
  readonly change: readonly Entry[];
  /** `more`: send the next batch; `stop`: wait for a sign-in; otherwise try again after so many milliseconds. */
  readonly next: 'more' | 'stop' | { readonly afterMs: number };
  /** How many records the next batch may hold. */
  readonly size: number;
}

const fullBatch = { records: 50, signs: 100_000 } as const;
const hourMs = 3_600_000;

/** How many records a batch holds when nothing went wrong. */
export const batchSize = fullBatch.records;

/** The next records of one person's `accounts` to send, oldest first; empty when there is nothing to send now. */
export function nextBatch(
  entries: readonly Entry[],
  accounts: readonly string[],
  now: number,
  size: number,
): readonly Entry[] {
  const waiting = entries
    .filter((entry) => accounts.includes(entry.person ?? '') && entry.refused === undefined && !isHeld(entry, now))
    .sort((a, b) => a.seq - b.seq)
    .slice(0, size);
  let signs = 0;
  return waiting.filter((entry, at) => {
    signs += JSON.stringify(entry.record).length;
    return at === 0 || signs <= fullBatch.signs;
  });
}

/** Whether a record has to wait for the clock; one that would wait longer than it was told to waits for a clock set back since. */
function isHeld({ notBefore = 0 }: Entry, now: number): boolean {
  return notBefore > now && notBefore <= now + hourMs;
}

/**
 * A record that was declined for the clock, after the clock was mended: it says now, and that it took as long as it did.
 * Nobody knows any more when it was answered. Undefined when there is nothing to mend.
 */
export function mendClock(entry: Entry, now: number): Entry | undefined {
  const { notBefore, record, ...rest } = entry;
  const answeredAt = Date.parse(record.answeredAt);
  if (notBefore === undefined || (clockStartMs <= answeredAt && answeredAt <= now)) return undefined;
  const moved = (instant: string) => new Date(Date.parse(instant) + now - answeredAt).toISOString();
  const mended = { ...record, answeredAt: moved(record.answeredAt) };
  return {
    ...rest,
    record: mended.kind === 'attempt' ? { ...mended, startedAt: moved(mended.startedAt) } : mended,
  };
}

/**
 * What `answer` does to `batch`. Nothing is ever dropped but what the server has receipted: a batch that the server
 * cannot read is sent again one by one, until the one at fault stands alone and is marked.
 */
export function settle(batch: readonly Entry[], answer: Answer, failures: number, now: number): Settlement {
  if (answer.kind === 'receipts') return settleReceipts(batch, answer.receipts, failures, now);
  const { status, retryAfterSeconds } = answer;
  if (status === 401) return { remove: [], change: [], next: 'stop', size: fullBatch.records };
  const unreadable = status === 400 || status === 413 || status === 422;
  if (unreadable && batch.length > 1) return { remove: [], change: [], next: 'more', size: 1 };
  if (unreadable) {
    return { remove: [], change: batch.map((entry) => ({ ...entry, refused: '' })), next: 'more', size: 1 };
  }
  const afterMs = retryAfterSeconds === undefined ? backoffMs(failures) : retryAfterSeconds * 1000;
  return { remove: [], change: [], next: { afterMs }, size: fullBatch.records };
}

/** Pause before the next try after so many failures in a row: 5 s, doubling, at most 5 minutes. */
export function backoffMs(failures: number): number {
  return Math.min(5000 * 2 ** failures, 300_000);
}

function settleReceipts(
  batch: readonly Entry[],
  receipts: readonly Receipt[],
  failures: number,
  now: number,
): Settlement {
  const remove: string[] = [];
  const change: Entry[] = [];
  let held = false;
  for (const entry of batch) {
    const receipt = receipts.find(({ id }) => id === entry.id);
    if (receipt === undefined || (receipt.outcome === 'refused' && isPassing(receipt))) held = true;
    else if (receipt.outcome !== 'refused') remove.push(entry.id);
    else if (receipt.detail === 'clock') change.push({ ...entry, notBefore: now + hourMs });
    else change.push({ ...entry, refused: receipt.message ?? '' });
  }
  return { remove, change, next: held ? { afterMs: backoffMs(failures) } : 'more', size: fullBatch.records };
}

/** Whether the refusal may be gone next time: another person is signed in, too much came at once, or the server's date is wrong. */
function isPassing({ code, detail }: Receipt): boolean {
  return detail === 'server_clock' || code === 'other_person' || code === 'too_many' || code === 'unauthenticated';
}
