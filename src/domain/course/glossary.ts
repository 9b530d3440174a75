/** A word that lessons explain once, in everyday words. */
export interface GlossaryTerm {
  readonly id: string;
  readonly term: string;
  /** What an abbreviation stands for. */
  readonly full?: string;
  readonly meaning: string;
  /** Everyday or older words for the same thing. */
  readonly also: readonly string[];
  /** Fact ids. */
  readonly sources: readonly string[];
}
