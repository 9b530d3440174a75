import { answerOf, inPhoneStore } from '#client/phone/store.ts';
import { keepText, keptText } from '#client/phone/text.ts';
import { makeUuid } from '#client/phone/uuid.ts';

/** An attempt that is being answered, as the phone keeps it until it is sent. */
export interface Draft {
  readonly id: string;
  readonly seed: string;
  readonly edition: string;
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  /** Form values by question id. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** Ids of the questions and cases that a practice has judged already, in that order. */
  readonly checked?: readonly string[];
}

/** Where a draft of one quiz lies; a shared phone keeps those of several persons apart, by the `place` of whoever answers. */
export function draftKey(place: string, course: string, quiz: string): string {
  return `kuis/${place}/${course}/${quiz}`;
}

export function newDraft(edition: string, seed: string): Draft {
  return { id: makeUuid(), seed, edition, startedAt: new Date().toISOString(), answers: {} };
}

/** The draft kept under `key`, when it is of this edition. */
export async function readDraft(key: string, edition: string): Promise<Draft | undefined> {
  try {
    const text = await inStore(
      'readonly',
      (phone) => phone.get(key),
      () => keptText(key),
    );
    const draft = JSON.parse(text ?? 'null') as Draft | null;
    return draft?.edition === edition ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it in the order of the calls. */
export function writeDraft(key: string, draft: Draft): Promise<unknown> {
  const text = JSON.stringify(draft);
  return inStore(
    'readwrite',
    (phone) => phone.put(text, key),
    () => keepText(key, text),
  );
}

export function dropDraft(key: string): Promise<unknown> {
  return inStore(
    'readwrite',
    (phone) => phone.delete(key),
    () => keepText(key, undefined),
  );
}

/** Does `work` in the phone's store, or `otherwise` where the browser has none. */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (phone: IDBObjectStore) => IDBRequest,
  otherwise: () => T,
): Promise<T> {
  try {
    return await inPhoneStore('phone', mode, (it) => answerOf<T>(work(it.objectStore('phone'))));
  } catch {
    return otherwise();
  }
}
