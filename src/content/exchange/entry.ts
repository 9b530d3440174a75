import type { CaseQuestion } from '#domain/question/case.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';

type Unnamed<Q> = Q extends unknown ? Omit<Q, 'id'> : never;

/** A question as a file from outside says it, in our terms. Its id is given when it is placed in a quiz. */
export type DraftQuestion = Unnamed<SimpleQuestion>;

/** A picture or a sound that came inside the file; the question's text names it as `![…](name)`. */
export interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The case that a question belongs to, where the file was written by our own export. */
export type DraftCase = Pick<CaseQuestion, 'id' | 'story' | 'rationale' | 'source' | 'read'>;

/** One thing found in a question file, by the line that it begins on. */
export type BankEntry = { readonly line: number; readonly name: string } & (
  | {
      readonly question: DraftQuestion;
      /** Indonesian: what was changed so that it fits. */
      readonly changes: readonly string[];
      readonly pictures: readonly Picture[];
      readonly inCase?: DraftCase;
    }
  /** Indonesian: why it cannot be taken. */
  | { readonly refused: string }
  /** No question: a category, a remark. */
  | { readonly skipped: string }
);

/** What a reader makes of a whole file; `problem` (Indonesian) when it is no file of this format at all. */
export type BankFile = { readonly entries: readonly BankEntry[] } | { readonly problem: string; readonly line: number };

/** A question of others on its way: `refused` ends it, `changes` go along. */
export type Built =
  { readonly question: DraftQuestion; readonly changes: readonly string[] } | { readonly refused: string };
