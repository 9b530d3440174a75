import type { Receipt } from '#domain/learning/record.ts';
import { type Answer, batchSize, mendClock, nextBatch, settle } from './delivery.ts';
import type { Outbox } from './outbox.ts';

/** What sending needs of the phone. */
export interface Phone {
  readonly outbox: Outbox;
  /** Name of the page that sends. */
  readonly owner: string;
  /** Who is signed in just now. */
  person(): string | null;
  /** The ids under which that person's records lie here. */
  accounts(person: string): readonly string[];
  now(): number;
  post(records: readonly unknown[]): Promise<Answer>;
  heard(receipts: readonly Receipt[]): void;
}

/** How sending ended: nothing is left to send, somebody must sign in first, or try again after so many milliseconds. */
export type SendingEnd =
  | { readonly state: 'done' | 'stopped' }
  /** `failures`: how many ends in a row were failures, this one with them. */
  | { readonly state: 'later'; readonly afterMs: number; readonly failures: number };

/** Another page is sending: look again when it may be done. */
const busyMs = 2000;

/** How long a request may take; a page that died in between keeps the right to send for so long. */
export const timeoutMs = 20_000;

/** Sends what waits for the person signed in, in order, batch by batch. `failures`: how many of the ends before were failures in a row. */
export async function sendWaiting(phone: Phone, failures: number): Promise<SendingEnd> {
  const { outbox, owner } = phone;
  let size: number = batchSize;
  let failed = failures;
  for (;;) {
    const person = phone.person();
    if (person === null) return { state: 'stopped' };
    const waiting = nextBatch(await outbox.list(), phone.accounts(person), phone.now(), size);
    if (waiting.length === 0) return { state: 'done' };
    if (!(await outbox.lease(owner, phone.now() + timeoutMs)))
      return { state: 'later', afterMs: busyMs, failures: failed };
    const mended = waiting.flatMap((entry) => mendClock(entry, phone.now()) ?? []);
    // Kept before it is sent: sent again it must be the very same.
    if (mended.length > 0) await outbox.update({ change: mended });
    const batch = waiting.map((entry) => mended.find(({ id }) => id === entry.id) ?? entry);
    const answer = await phone.post(batch.map(({ record, person: whose }) => ({ ...record, person: whose })));
    const settlement = settle(batch, answer, failed, phone.now());
    await outbox.update(settlement);
    if (answer.kind === 'receipts') phone.heard(answer.receipts);
    await outbox.lease(owner, 0);
    if (settlement.next === 'stop') return { state: 'stopped' };
    if (settlement.next !== 'more') return { state: 'later', ...settlement.next, failures: failed + 1 };
    failed = 0;
    size = settlement.size;
  }
}
