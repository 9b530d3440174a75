import { keepText, keptText } from './phone-text.ts';
import { uuidV7 } from './uuid.ts';

/** An attempt that is being answered, as the phone keeps it until it is sent. */
export interface Draft {
  readonly id: string;
  readonly seed: string;
  readonly edition: string;
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  /** Form values by question id. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

/** Where a person's draft of one quiz lies; a shared phone keeps those of several persons apart. */
export function draftKey(person: string | null, course: string, quiz: string): string {
  return `kuis/${person ?? ''}/${course}/${quiz}`;
}

export function newDraft(edition: string, seed: string): Draft {
  return { id: uuidV7(), seed, edition, startedAt: new Date().toISOString(), answers: {} };
}

/** The draft kept under `key`, when it is of this edition. */
export function readDraft(key: string, edition: string): Draft | undefined {
  try {
    const draft = JSON.parse(keptText(key) ?? 'null') as Draft | null;
    return draft?.edition === edition ? draft : undefined;
  } catch {
    return undefined;
  }
}

export function writeDraft(key: string, draft: Draft): void {
  keepText(key, JSON.stringify(draft));
}

export function dropDraft(key: string): void {
  keepText(key, undefined);
}
