import { courseFile } from '#domain/content-path.ts';
import { todayOn } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { isOpen } from '#domain/studio/draft.ts';
import { archiveIn, isArchivedIn, reopenIn } from '#content/studio/course-archive.ts';
import type { DataServices } from '#server/services.ts';
import type { OpenDraft } from './drafts.ts';
import { draftContent, textIn } from './sources.ts';
import { addRevision } from '#server/studio/writing/texts.ts';

/** Whether a draft's course takes nobody new, as the draft has it; undefined where there is no course. */
export async function isArchived({ db }: DataServices, draft: OpenDraft): Promise<boolean | undefined> {
  if (draft.course === '') return undefined;
  const text = await textIn(await draftContent(db, draft.id), courseFile(draft.course));
  return text === undefined ? undefined : isArchivedIn(text);
}

/**
 * Closes the course of a draft to whoever would begin it, or opens it again, once the draft is published. What is so already
 * stays so.
 * @throws Refusal invalid (course_unknown), conflict (draft_closed, draft_changed)
 */
export async function setArchived(
  services: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  archived: boolean,
): Promise<void> {
  if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
  const before = await isArchived(services, draft);
  if (before === undefined) throw new Refusal('invalid', 'course_unknown');
  if (before === archived) return;
  const path = courseFile(draft.course);
  const text = (await textIn(await draftContent(services.db, draft.id), path)) ?? '';
  const changed = archived ? archiveIn(text, todayOn()) : reopenIn(text);
  await addRevision(services, viewer, draft, { path, text: changed });
}
