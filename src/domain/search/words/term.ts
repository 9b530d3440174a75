/** One way to understand a word of a query. */
export interface Reading {
  /** What the index is asked for: forms that it keeps apart. */
  readonly forms: readonly string[];
  /** 1 for the word itself, less for what it may have been meant as. */
  readonly weight: number;
  /** True when the site is known to have the word, so that the index must find it. */
  readonly known: boolean;
}

export interface Term {
  readonly word: string;
  readonly readings: readonly Reading[];
  /** A word of the language that the site does not have: its first reading is the word itself. */
  readonly isForeign?: true;
}
