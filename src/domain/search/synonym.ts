/** Two ways of saying the same thing: a page that uses one is found by the other as well. */
export interface Synonym {
  /** As lessons write it. A page that holds one of these … */
  readonly written: readonly string[];
  /** … is found by each of these, though it does not use them. */
  readonly typed: readonly string[];
}
