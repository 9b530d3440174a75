import { rankBySeed } from '#domain/seeded-order.ts';

/** Largest length of a seed, and what it is made of. */
export function isSeed(text: string): boolean {
  return /^[A-Za-z0-9-]{1,64}$/.test(text);
}

/**
 * The ids of the questions that one attempt gets, in the order they are shown. The same seed gives the same draw on every
 * machine. Which questions are drawn hangs on their ids alone, not on their places in the bank; without `shuffle` the drawn
 * ones keep the order of the bank. Without `draw`, or with one above the size of the bank, all are drawn.
 */
export function drawQuestions(
  questions: readonly { readonly id: string }[],
  { draw, shuffle, seed }: { readonly draw?: number | undefined; readonly shuffle: boolean; readonly seed: string },
): readonly string[] {
  const ids = questions.map(({ id }) => id);
  const ranked = rankBySeed(ids, (id) => id, `${seed}/`).slice(0, draw ?? ids.length);
  if (shuffle) return ranked;
  const drawn = new Set(ranked);
  return ids.filter((id) => drawn.has(id));
}

/** The choices of one question in the order that this seed shows them; fixed ones stay last, as they are written. */
export function shuffleChoices<C extends { readonly id: string; readonly fixed?: boolean }>(
  choices: readonly C[],
  seed: string,
  questionId: string,
): readonly C[] {
  const free = choices.filter(({ fixed }) => !fixed);
  return [...rankBySeed(free, ({ id }) => id, `${seed}/${questionId}/`), ...choices.filter(({ fixed }) => fixed)];
}
