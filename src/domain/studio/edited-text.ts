import type { Fault } from '#domain/lint/fault.ts';

/** A text of a draft as the page on which it is written shows it. */
export interface EditedText {
  readonly text: string;
  /** Digest of the text that this one was begun from. */
  readonly base: string;
  readonly faults: readonly Fault[];
  /** When the viewer wrote it, where it is not saved yet. */
  readonly workAt: number | undefined;
  /** Names of others who are writing there. */
  readonly writing: readonly string[];
  /** Whether a change that is not saved yet can be taken back. */
  readonly canUndo: boolean;
  readonly isOpen: boolean;
  /** What somebody else saved, or published, where both changed the same. */
  readonly theirs: string | undefined;
  /** Digest of the published text, where it is another than the one that the draft began from. */
  readonly moved: string | undefined;
}
