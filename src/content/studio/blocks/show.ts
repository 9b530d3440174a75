import type { FaultName } from '#domain/fault/names.ts';
import type { Prose } from '#domain/course/prose.ts';
import type { Fault } from '#domain/lint/fault.ts';
import type { BlockKind, LessonBlock } from '#domain/studio/blocks/lesson-blocks.ts';
import type { ShownBlock } from '#domain/studio/blocks/shown-block.ts';
import { guardProse } from '#content/guard/guard.ts';
import { makeProse } from '#content/guard/prose-tree.ts';
import { keepsFromShowing } from '#content/studio/check.ts';
import { readBox } from './box.ts';

/** A block for the page on which it is written. What the guard does not let through by itself is shown as its text alone. */
export function showBlock({ kind, text }: LessonBlock, faults: readonly Fault[]): ShownBlock {
  const shown = { kind, text, faults };
  if (kind === 'other' || faults.some(keepsFromShowing)) return { ...shown, prose: undefined, plate: undefined };
  const box = named.has(kind) ? readBox(text) : undefined;
  const plate = box && Object.values(box.attributes).join(', ');
  return { ...shown, prose: named.has(kind) ? undefined : proseOf(text), plate };
}

/** Boxes that are large, or come alive, in the lesson. */
const named: ReadonlySet<BlockKind> = new Set<BlockKind>(['Quiz', 'Worksheet', 'Country', 'Countries']);
/** What is wrong with a block only beside others. */
const ofItsPlace: ReadonlySet<FaultName> = new Set<FaultName>(['judul-melompat']);

function proseOf(text: string): Prose | undefined {
  const { faults } = guardProse('', { body: text, bodyOffset: 0 });
  return faults.every(({ name }) => ofItsPlace.has(name)) ? makeProse(text) : undefined;
}
