import type { Receipt } from '#domain/learning/record.ts';
import type { Answer } from './delivery.ts';
import { openOutbox } from './outbox.ts';
import { phonePerson } from '#client/phone/person.ts';
import { sendWaiting, timeoutMs } from './sending.ts';
import { accountsOf, keptText, missedSearchesKey } from '#client/phone/text.ts';
import { makeUuid } from '#client/phone/uuid.ts';

/** How the last sending went: `done` nothing is left to send, `later` it will be tried again, `stopped` sign in first. */
export type SyncState = 'done' | 'later' | 'stopped';

const receipts = new Map<string, Receipt>();
const owner = makeUuid();
let running: Promise<SyncState> | undefined;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The server's word on a record that this page has sent. */
export function receiptOf(id: string): Receipt | undefined {
  return receipts.get(id);
}

/** How many records this page has seen arrive, now or before. */
export function receivedCount(): number {
  return [...receipts.values()].filter(({ outcome }) => outcome !== 'refused').length;
}

/** Sends what waits for the person signed in, in order, one sender at a time. Never throws. Announces `outbox` on document. */
export function sync(): Promise<SyncState> {
  running ??= send()
    .catch((): SyncState => 'later')
    .finally(() => {
      running = undefined;
      document.dispatchEvent(new CustomEvent('outbox'));
    });
  return running;
}

/** Sends now and whenever there is hope: on `online`, and when the page is looked at again. */
export function startSync(): void {
  if (timer !== undefined) return;
  timer = setTimeout(sync, 0);
  addEventListener('online', sync);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sync();
  });
}

async function send(): Promise<SyncState> {
  const outbox = await openOutbox();
  const heard = (all: readonly Receipt[]) => {
    for (const receipt of all) receipts.set(receipt.id, receipt);
  };
  const end = await sendWaiting(
    { outbox, owner, person: phonePerson, accounts: accountsOf, now: Date.now, post, heard },
    failures,
  );
  failures = end.state === 'later' ? end.failures : 0;
  if (end.state === 'later') {
    clearTimeout(timer);
    timer = setTimeout(sync, end.afterMs);
  } else if (end.state === 'done') takeSearchesAlong().catch(() => undefined);
  return end.state;
}

/** Hardly anybody has any: the code for it comes when it is needed. */
async function takeSearchesAlong(): Promise<void> {
  if (keptText(missedSearchesKey) === undefined) return;
  const { sendMissedSearches } = await import('#client/search/missed.ts');
  await sendMissedSearches();
}

async function post(records: readonly unknown[]): Promise<Answer> {
  const abort = new AbortController();
  const alarm = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch('/api/records', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ records }),
      redirect: 'error',
      signal: abort.signal,
    });
    if (!response.ok) {
      const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
      return { kind: 'failed', status: response.status, ...(seconds > 0 ? { retryAfterSeconds: seconds } : {}) };
    }
    // A network that wants a password first answers 200 with its own page: whatever is not our JSON is no answer.
    const body: unknown = await response.json();
    const list = typeof body === 'object' && body !== null && 'receipts' in body ? body.receipts : undefined;
    return Array.isArray(list) ? { kind: 'receipts', receipts: list } : { kind: 'failed' };
  } catch {
    return { kind: 'failed' };
  } finally {
    clearTimeout(alarm);
  }
}
