import type { Fault } from '#domain/lint/fault.ts';
import type { LessonBlock } from './lesson-blocks.ts';

/** Faults of a lesson's file by the place of the block that they stand in; at -1 those of its head. */
export function faultsByBlock(
  blocks: readonly Pick<LessonBlock, 'line'>[],
  faults: readonly Fault[],
): ReadonlyMap<number, readonly Fault[]> {
  return Map.groupBy(faults, ({ line }) => blocks.findLastIndex((block) => block.line <= line));
}
