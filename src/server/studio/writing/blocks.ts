import type { Preview } from '#domain/course/entries.ts';
import { lessonFile } from '#domain/content-path.ts';
import { type Fault, sortFaults } from '#domain/lint/fault.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import {
  type BlockChange,
  changeBlocks,
  type LessonBlock,
  type LessonBlocks,
} from '#domain/studio/blocks/lesson-blocks.ts';
import { faultsByBlock } from '#domain/studio/blocks/block-faults.ts';
import type { EditedBlocks } from '#domain/studio/blocks/shown-block.ts';
import { isOpen } from '#domain/studio/draft.ts';
import { showBlock } from '#content/studio/blocks/show.ts';
import { splitBlocks } from '#content/studio/blocks/split.ts';
import type { DataServices } from '#server/services.ts';
import type { OpenDraft } from '#server/studio/drafts.ts';
import { type SentBlock, writeBlock } from './block-form.ts';
import { checkText, edit, openChecked, openEditing } from './editing.ts';
import { previewOf } from './preview.ts';
import { type SaveOutcome, textDigest } from './texts.ts';
import { keepWork, undoWork } from './work.ts';

/** A lesson of a draft as its blocks, with what their components need. @throws Refusal not_found */
export async function openBlocks(
  services: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  id: string,
): Promise<{ readonly page: EditedBlocks; readonly lesson: LessonBlocks; readonly preview: Preview }> {
  const { editing, content } = await openChecked(services, viewer, draft, lessonFile(draft.course, id));
  const lesson = splitBlocks(editing.text);
  const faults = faultsByBlock(lesson.blocks, editing.faults);
  const blocks = lesson.blocks.map((block, at) => showBlock(block, faults.get(at) ?? []));
  const page = { editing, blocks, headFaults: faults.get(-1) ?? [] };
  return { page, lesson, preview: await previewOf(services, draft, content, id) };
}

export type BlockOutcome =
  /** `at` is where the block stands now. */
  | { readonly kind: 'kept'; readonly at: number | undefined }
  /** Not kept: with it the lesson could not be read any more. */
  | { readonly kind: 'unreadable'; readonly faults: readonly Fault[] }
  | SaveOutcome;

/**
 * Does what a form of the page asks. Changes are kept as unsaved work, each can be taken back; saving makes a revision of
 * them, with what stands in the form that was open.
 * @throws Refusal conflict (block_changed, draft_closed), invalid (block_empty, nothing_to_undo)
 */
export async function actOnBlocks(
  services: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  id: string,
  sent: SentBlock,
): Promise<BlockOutcome> {
  const path = lessonFile(draft.course, id);
  if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
  if (sent.act === 'undo') {
    if (!(await undoWork(services.db, viewer, draft.id, path))) throw new Refusal('invalid', 'nothing_to_undo');
    return { kind: 'kept', at: undefined };
  }
  const { text: before, base } = await openEditing(services, viewer, draft, path);
  const { text, at } = applyTo(before, sent);
  if (splitBlocks(before).isReadable && !splitBlocks(text).isReadable) {
    const { faults } = await checkText(services, draft, path, text);
    return { kind: 'unreadable', faults: sortFaults(faults.filter(({ severity }) => severity === 'error')) };
  }
  if (text !== before) await keepWork(services.db, viewer, { draft: draft.id, path, text, base, before });
  if (sent.act !== 'save') return { kind: 'kept', at };
  return edit(services, viewer, draft, path, { act: 'save', text, base, rebased: '' }) as Promise<SaveOutcome>;
}

/** The text with what was sent done to it, and where the block stands then. */
function applyTo(before: string, sent: SentBlock): { readonly text: string; readonly at: number | undefined } {
  if (sent.at === undefined) return { text: before, at: undefined };
  const lesson = splitBlocks(before);
  const at = placeOf(lesson.blocks, sent);
  if (sent.isNew) {
    const written = writeBlock('', sent);
    // Whoever saves with an empty new block open has thought better of it.
    if (written === '' && sent.act === 'save') return { text: before, at: undefined };
    return { text: changed(lesson, { act: 'insert', after: at, text: written }), at: at + 1 };
  }
  const block = lesson.blocks[at];
  if (block === undefined) throw new Refusal('conflict', 'block_changed');
  if (sent.act === 'remove') return { text: changeBlocks(lesson, { act: 'remove', at }), at: Math.max(0, at - 1) };
  const written = writeBlock(block.text, sent);
  const text = written === block.text ? before : changed(lesson, { act: 'change', at, text: written });
  const to = sent.act === 'up' ? at - 1 : sent.act === 'down' ? at + 1 : at;
  const isMoving = (sent.act === 'up' || sent.act === 'down') && to >= 0 && to < lesson.blocks.length;
  if (!isMoving) return { text, at };
  return { text: changeBlocks(splitBlocks(text), { act: to < at ? 'up' : 'down', at }), at: to };
}

function changed(lesson: LessonBlocks, change: Extract<BlockChange, { readonly text: string }>): string {
  if (change.text.trim() === '') throw new Refusal('invalid', 'block_empty');
  return changeBlocks(lesson, change);
}

/** Where the block of a form stands now: somebody may have added others above it meanwhile. */
function placeOf(blocks: readonly LessonBlock[], { at = -1, base }: SentBlock): number {
  if (at === -1 && base === '') return -1;
  const isIt = (block: LessonBlock | undefined): boolean => block !== undefined && blockDigest(block) === base;
  if (isIt(blocks[at])) return at;
  const places = blocks.flatMap((block, i) => (isIt(block) ? [i] : []));
  const [only] = places;
  if (only === undefined || places.length > 1) throw new Refusal('conflict', 'block_changed');
  return only;
}

/** Names a block by its text. */
export function blockDigest({ text }: Pick<LessonBlock, 'text'>): string {
  return textDigest(text);
}
