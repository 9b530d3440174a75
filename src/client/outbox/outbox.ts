import type { LearningRecord } from '#domain/learning/record.ts';
import type { Entry } from './delivery.ts';
import { answerOf, inPhoneStore, openPhoneStore } from '#client/phone/store.ts';
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

/** An outbox that takes a record also where the phone is full or its store is closed for good. */
export interface PageOutbox extends Outbox {
  /** Numbers a record and keeps it as long as this page is open, after `put` failed: it can still be sent. */
  hold(record: NewRecord, person: string | null): Promise<void>;
}

let opened: Promise<PageOutbox> | undefined;

/** The phone's outbox; kept in memory alone where IndexedDB is refused. */
export function openOutbox(): Promise<PageOutbox> {
  opened ??= openPhoneStore().then(
    () => withMemory(storedOutbox(), memoryOutbox()),
    () => memoryOutbox(),
  );
  return opened;
}

/** What the store refuses stays in memory, and is sent from there. */
function withMemory(stored: Outbox, memory: PageOutbox): PageOutbox {
  const held = new Set<string>();
  return {
    ...stored,
    async hold(record, person) {
      held.add(record.id);
      await memory.hold(record, person);
    },
    async list() {
      const inMemory = await memory.list();
      if (inMemory.length === 0) return stored.list();
      return [...(await stored.list().catch(() => [])), ...inMemory];
    },
    async update({ remove = [], change = [] }) {
      await memory.update({
        remove: remove.filter((id) => held.has(id)),
        change: change.filter(({ id }) => held.has(id)),
      });
      const rest = { remove: remove.filter((id) => !held.has(id)), change: change.filter(({ id }) => !held.has(id)) };
      if (rest.remove.length + rest.change.length > 0) await stored.update(rest);
    },
    lease: (owner, untilAt) => stored.lease(owner, untilAt).catch(() => true),
  };
}

function storedOutbox(): Outbox {
  /** What `work` returns is valid once everything is stored. */
  function inTransaction<T>(work: (records: IDBObjectStore, phone: IDBObjectStore) => Promise<T>): Promise<T> {
    return inPhoneStore(['records', 'phone'], 'readwrite', (it) =>
      work(it.objectStore('records'), it.objectStore('phone')),
    );
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

function memoryOutbox(): PageOutbox {
  const entries = new Map<string, Entry>();
  const device = makeUuid();
  let seq = -1;
  async function hold(record: NewRecord, person: string | null): Promise<void> {
    if (entries.has(record.id)) return;
    seq += 1;
    entries.set(record.id, entryOf(record, person, device, seq));
  }
  return {
    durable: false,
    put: hold,
    hold,
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
