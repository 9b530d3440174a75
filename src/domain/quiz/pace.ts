/** Nobody reads a question and answers it in less. */
const fastestAnswerMs = 1000;

/**
 * Whether so many answers were given faster than a person can read what is asked. By the phone's own clock at both ends; where
 * it was set back in between nothing is proven. Instants in milliseconds since 1970.
 */
export function isTooFast(
  answers: number,
  { startedAt, answeredAt }: { readonly startedAt: number; readonly answeredAt: number },
): boolean {
  return answeredAt >= startedAt && answeredAt - startedAt < answers * fastestAnswerMs;
}
