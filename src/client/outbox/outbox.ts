import type { LearningRecord } from '#domain/learning/record.ts';
import type { Entry } from './delivery.ts';
import { answerOf, openPhoneStore } from '#client/phone/store.ts';
import { makeUuid } from '#client/phone/uuid.ts';

type Omitted = 'person' | 'device' | 'seq';
/** A record before the phone has numbered it. */
export type NewRecord = LearningRecord extends infer R ? (R extends unknown ? Omit<R, Omitted> : never) : never;

/** Records kept on this phone until the server has receipted them. */
export interface Outbox {
  /** Whether records survive closing the page; false where the browser refuses to store (private window). */
  readonly durable: boolean;
  /** Numbers and keeps a record; the same id again changes nothing. The draft that it was made of goes in the same step. */
  put(record: NewRecord, person: string | null, draft?: string): Promise<void>;
  /** All records of all persons, oldest first. */
  list(): Promise<readonly Entry[]>;
  update(changes: { readonly remove?: readonly string[]; readonly change?: readonly Entry[] }): Promise<void>;
  /** Takes the right to send for some seconds, so that one page sends at a time; false when another has it. */
  lease(owner: string, untilAt: number): Promise<boolean>;
}

let opened: Promise<Outbox> | undefined;

/** The phone's outbox; kept in memory alone where IndexedDB is refused. */
export function openOutbox(): Promise<Outbox> {
  opened ??= openPhoneStore().then(storedOutbox, () => memoryOutbox());
  return opened;
}

function storedOutbox(store: IDBDatabase): Outbox {
  /** Runs `work` in one transaction; what it returns is valid once everything is stored. */
  async function inTransaction<T>(work: (records: IDBObjectStore, phone: IDBObjectStore) => Promise<T>): Promise<T> {
    const transaction = store.transaction(['records', 'phone'], 'readwrite');
    const stored = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([
      work(transaction.objectStore('records'), transaction.objectStore('phone')),
      stored,
    ]);
    return result;
  }

  return {
    durable: true,
    put: (record, person, draft) =>
      inTransaction(async (records, phone) => {
        if (draft !== undefined) phone.delete(draft);
        if (await answerOf(records.getKey(record.id))) return;
        const device = (await answerOf<string | undefined>(phone.get('device'))) ?? makeUuid();
        const seq = ((await answerOf<number | undefined>(phone.get('seq'))) ?? -1) + 1;
        phone.put(device, 'device');
        phone.put(seq, 'seq');
        records.put(entryOf(record, person, device, seq));
      }),
    list: () => inTransaction(async (records) => bySeq(await answerOf<Entry[]>(records.getAll()))),
    update: ({ remove = [], change = [] }) =>
      inTransaction(async (records) => {
        for (const id of remove) records.delete(id);
        for (const entry of change) records.put(entry);
      }),
    lease: (owner, untilAt) =>
      inTransaction(async (_records, phone) => {
        const held = await answerOf<{ owner: string; untilAt: number } | undefined>(phone.get('lease'));
        const now = Date.now();
        // A lease from further ahead than any is given for comes from a clock that was set back since.
        if (held && held.owner !== owner && held.untilAt > now && held.untilAt < now + 120_000) return false;
        phone.put({ owner, untilAt }, 'lease');
        return true;
      }),
  };
}

function memoryOutbox(): Outbox {
  const entries = new Map<string, Entry>();
  const device = makeUuid();
  let seq = -1;
  return {
    durable: false,
    async put(record, person) {
      if (entries.has(record.id)) return;
      seq += 1;
      entries.set(record.id, entryOf(record, person, device, seq));
    },
    list: async () => bySeq([...entries.values()]),
    async update({ remove = [], change = [] }) {
      for (const id of remove) entries.delete(id);
      for (const entry of change) entries.set(entry.id, entry);
    },
    lease: async () => true,
  };
}

function entryOf(record: NewRecord, person: string | null, device: string, seq: number): Entry {
  return { id: record.id, seq, person, record: { ...record, device, seq } };
}

function bySeq(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => a.seq - b.seq);
}
