import type { Content } from '#domain/lint/content.ts';
import type { Fault } from '#domain/lint/fault.ts';
import { todayOn } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { isOpen } from '#domain/studio/draft.ts';
import type { EditedText } from '#domain/studio/edited-text.ts';
import { blocksOf, mergeBlocks } from '#domain/studio/merge.ts';
import { contentOver } from '#content/files/content-source.ts';
import { checkFile } from '#content/studio/check.ts';
import type { DataServices } from '#server/services.ts';
import { readBlobs } from '#server/studio/blobs.ts';
import type { OpenDraft } from '#server/studio/drafts.ts';
import { draftContent, liveContent, textIn } from '#server/studio/sources.ts';
import { addRevision, normalised, readText, type SaveOutcome, saveText, textDigest } from './texts.ts';
import { dropWork, keepWork, listWriting, readWork } from './work.ts';

/** A form of the text's page. `rebased` is the digest of the published text that was merged by hand. */
export interface SentEdit {
  readonly act: 'save' | 'preview' | 'drop' | 'merge';
  readonly text: string;
  readonly base: string;
  readonly rebased: string;
}

/** A text as it is to be edited: what the viewer has not saved, else what the draft holds, else what is live. @throws Refusal not_found */
export async function openEditing(
  { db }: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  path: string,
): Promise<EditedText> {
  return (await openChecked({ db }, viewer, draft, path)).editing;
}

/** The same with all content as the draft has it. @throws Refusal not_found */
export async function openChecked(
  { db }: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  path: string,
): Promise<{ readonly editing: EditedText; readonly content: Content }> {
  const source = await draftContent(db, draft.id);
  const current = await textIn(source, path);
  const work = await readWork(db, viewer, draft.id, path);
  const text = work?.text ?? current;
  if (text === undefined) throw new Refusal('not_found', 'text');
  const { content, faults } = await checkText({ db }, draft, path, text);
  const editing = {
    text,
    base: work?.base ?? textDigest(current),
    faults,
    workAt: work !== undefined && work.text !== current ? work.at : undefined,
    writing: await listWriting(db, viewer, draft.id, path),
    canUndo: (work?.earlier.length ?? 0) > 0,
    isOpen: isOpen(draft.state),
    theirs: undefined,
    moved: await findMoved({ db }, draft, path),
  };
  return { editing, content };
}

/** Does what a form of the page asks; what is to be mended, or merged by hand, comes back with the text. */
export async function edit(
  services: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  path: string,
  sent: SentEdit,
): Promise<SaveOutcome | { readonly kind: 'dropped' } | { readonly kind: 'preview' }> {
  const { db } = services;
  const before = await readText(services, draft, path);
  const work = { draft: draft.id, path, text: normalised(sent.text), base: sent.base, before };
  if (sent.act === 'drop') {
    await db.write([dropWork(draft.id, path, viewer)]);
    return { kind: 'dropped' };
  }
  if (sent.act === 'merge') return mergeLive(services, viewer, draft, path);
  if (sent.act === 'preview') {
    if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
    await keepWork(db, viewer, work);
    return { kind: 'preview' };
  }
  const moved = await findMoved(services, draft, path);
  const rebased = moved !== undefined && moved === sent.rebased;
  const outcome = await saveText(services, viewer, draft, { path, text: sent.text, base: sent.base, rebased });
  if (outcome.kind !== 'saved') await keepWork(db, viewer, work);
  return outcome;
}

/** The page again with what came of a text that was not saved. */
export function showOutcome(before: EditedText, outcome: Exclude<SaveOutcome, { readonly kind: 'saved' }>): EditedText {
  const now = { ...before, workAt: Date.now() };
  if (outcome.kind === 'faults') return { ...now, text: outcome.text, faults: outcome.faults };
  return { ...now, text: outcome.mine, theirs: outcome.theirs, base: outcome.base, faults: [] };
}

async function mergeLive({ db }: DataServices, viewer: Viewer, draft: OpenDraft, path: string): Promise<SaveOutcome> {
  const begun = draft.parts.find((it) => it.path === path)?.baseDigest ?? '';
  const mine = (await textIn(await draftContent(db, draft.id), path)) ?? '';
  const theirs = (await textIn(await liveContent(db), path)) ?? '';
  const base = (await readBlobs(db, [begun])).get(begun)?.toString('utf8') ?? '';
  const merged = mergeBlocks(blocksOf(path, base), blocksOf(path, mine), blocksOf(path, theirs))?.join('');
  if (merged === undefined) return { kind: 'conflict', mine, theirs, base: textDigest(mine) };
  await addRevision({ db }, viewer, draft, { path, text: merged, rebased: true });
  return { kind: 'saved', merged: true, warnings: [] };
}

/** Digest of the published text of a part, where the draft began from another. */
async function findMoved({ db }: DataServices, { parts }: OpenDraft, path: string): Promise<string | undefined> {
  const begun = parts.find((it) => it.path === path);
  if (begun === undefined) return undefined;
  const live = textDigest(await textIn(await liveContent(db), path));
  return live === (begun.baseDigest ?? '') ? undefined : live;
}

/** What is wrong with a text in its draft, and all content with it. */
export async function checkText(
  { db }: DataServices,
  draft: OpenDraft,
  path: string,
  text: string,
): Promise<{ readonly content: Content; readonly faults: readonly Fault[] }> {
  const source = contentOver(await draftContent(db, draft.id), new Map([[path, Buffer.from(text)]]));
  return checkFile(source, path, todayOn());
}
