import { dropDraft } from '#client/quiz/draft.ts';
import type { HandOver } from '#client/quiz/hand-over.ts';
import { keepResult } from './results.ts';

// Stands in for `quiz/hand-over.ts` in a file that was taken home: the best result of each practice stays on the phone.

/** Whether the result survives closing the file. */
export async function handOver({ data, key, responses }: HandOver): Promise<boolean> {
  await dropDraft(key);
  return keepResult(data, responses);
}

export function submitPlainly(): void {
  // No exam is in the file.
}
