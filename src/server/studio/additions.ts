import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { isOpen } from '#domain/studio/draft.ts';
import { pathOf } from '#domain/studio/draft-path.ts';
import { mergePaths } from '#content/studio/new-course.ts';
import { mergeSources } from '#content/studio/source-text.ts';
import type { DataServices } from '#server/services.ts';
import { readBlobs } from './blobs.ts';
import { type OpenDraft, requireDraft } from './drafts.ts';
import { draftContent, liveContent, textIn } from './sources.ts';
import { addRevision } from '#server/studio/writing/texts.ts';

type Merge = (base: string, mine: string, theirs: string) => string | undefined;

/** Lists that drafts only add to: what two of them added can always stand together. */
const additive: ReadonlyMap<string, Merge> = new Map([
  [pathOf({ kind: 'list', course: '', id: 'sources' }), mergeSources],
  [pathOf({ kind: 'list', course: '', id: 'paths' }), mergePaths],
]);

export function isAdditive(path: string): boolean {
  return additive.has(path);
}

/**
 * Takes what a draft added to such lists over into the lists as they are published now.
 * @throws Refusal conflict (draft_closed, list_unreadable, draft_changed)
 */
export async function mergeAdditions({ db }: DataServices, viewer: Viewer, draft: OpenDraft): Promise<void> {
  if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
  const [mine, theirs] = [await draftContent(db, draft.id), await liveContent(db)];
  for (const { path, baseDigest } of draft.parts) {
    const merge = additive.get(path);
    if (merge === undefined) continue;
    const base = (await readBlobs(db, [baseDigest ?? ''])).get(baseDigest ?? '')?.toString('utf8') ?? '';
    const text = merge(base, (await textIn(mine, path)) ?? '', (await textIn(theirs, path)) ?? '');
    if (text === undefined) throw new Refusal('conflict', 'list_unreadable');
    const now = await requireDraft(db, viewer, draft.id);
    await addRevision({ db }, viewer, now, { path, text, rebased: true });
  }
}
