/** How one question went. */
export interface AskedQuestion {
  /** How many participants got it. */
  readonly participants: number;
  /** How many of them had all of it right. */
  readonly right: number;
}

/**
 * The question that fewest knew; undefined when nobody got any, or everybody knew all. What one person missed weighs less than what
 * most of ten missed: each question is reckoned as if two more had got it and one of them knew it.
 */
export function findHardest<Q extends AskedQuestion>(questions: readonly Q[]): Q | undefined {
  const missed = questions.filter(({ participants, right }) => participants > right);
  return missed.toSorted((a, b) => shareOf(a) - shareOf(b))[0];
}

function shareOf({ participants, right }: AskedQuestion): number {
  return (right + 1) / (participants + 2);
}
