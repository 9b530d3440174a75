import type { Response } from '#domain/question/simple.ts';
import type { QuizData } from '#domain/quiz/quiz-data.ts';
import { type NewRecord, openOutbox } from '#client/outbox/outbox.ts';
import { element, part } from '#client/phone/element.ts';
import { type Draft, dropDraft } from './draft.ts';

export interface HandOver {
  readonly data: QuizData;
  readonly draft: Draft;
  /** Where the draft is kept. */
  readonly key: string;
  readonly responses: readonly Response[];
  readonly person: string | null;
}

/** Hands an attempt to the outbox, in place of its draft; true when it will survive closing the page. */
export async function handOver({ data, draft, key, responses, person }: HandOver): Promise<boolean> {
  const { course, quiz, edition, mode } = data;
  const { id, seed, startedAt } = draft;
  const at = { answeredAt: new Date().toISOString(), startedAt };
  const record: NewRecord = { id, kind: 'attempt', ...at, course, quiz, edition, seed, responses };
  const outbox = await openOutbox();
  if (!outbox.durable && mode === 'assessment') return false;
  try {
    await outbox.put(record, person, key);
  } catch {
    if (mode === 'practice') await outbox.hold(record, person);
    return false;
  }
  if (!outbox.durable) await dropDraft(key);
  return outbox.durable;
}

/** Sends the form as it would go without a script, with the draw and the id of the draft. */
export function submitPlainly(form: HTMLFormElement, { id, seed }: Draft): void {
  part<HTMLInputElement>(form, '[name="seed"]').value = seed;
  form.append(element('input', { type: 'hidden', name: 'id', value: id }));
  form.submit();
}
