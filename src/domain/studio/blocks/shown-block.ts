import type { Prose } from '#domain/course/prose.ts';
import type { Fault } from '#domain/lint/fault.ts';
import type { EditedText } from '#domain/studio/edited-text.ts';
import type { BlockKind } from './lesson-blocks.ts';

/** A block as the page on which it is written shows it. */
export interface ShownBlock {
  readonly kind: BlockKind;
  readonly text: string;
  /** As its lesson shows it; undefined where it is named by a plate, or cannot be shown. */
  readonly prose: Prose | undefined;
  /** What a box is filled in with that is large, or comes alive, in its lesson. */
  readonly plate: string | undefined;
  readonly faults: readonly Fault[];
}

/** A lesson as its blocks, on the page on which it is written. */
export interface EditedBlocks {
  readonly editing: EditedText;
  readonly blocks: readonly ShownBlock[];
  /** What is wrong above its first block. */
  readonly headFaults: readonly Fault[];
}

/** What the controls of a block's form hold, by name: `text`, `depth`, and `a.<attribute>` of a box. */
export type BlockValues = Readonly<Record<string, string>>;

/** The form that stands open in a lesson. */
export interface OpenForm {
  readonly kind: BlockKind;
  /** How it is sent: a box, a heading, or `text`. */
  readonly manner: string;
  /** Place of the block, or of the one that a new block comes behind. */
  readonly at: number;
  readonly base: string;
  readonly isNew: boolean;
  readonly values: BlockValues;
}

/** Under this name the phone keeps what was typed into a form and not sent. */
export function formName({ isNew, manner, base }: Pick<OpenForm, 'isNew' | 'manner' | 'base'>): string {
  return `${isNew ? `baru-${manner}-` : ''}${base}`;
}
