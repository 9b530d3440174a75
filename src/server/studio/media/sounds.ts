import { lessonFile, mediaFile } from '#domain/content-path.ts';
import type { Lesson } from '#domain/course/course.ts';
import { spokenDigest } from '#domain/course/lesson-sound.ts';
import { todayOn } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { isOpen } from '#domain/studio/draft.ts';
import type { EditedText } from '#domain/studio/edited-text.ts';
import { contentOver } from '#content/files/content-source.ts';
import { cleanRecording } from '#content/media/recording/recording.ts';
import { checkFile } from '#content/studio/check.ts';
import { changeSound } from '#content/studio/lesson-sound-text.ts';
import type { DataServices } from '#server/services.ts';
import { type OpenDraft, requireDraft } from '#server/studio/drafts.ts';
import { bytesIn, draftContent } from '#server/studio/sources.ts';
import { edit, openEditing } from '#server/studio/writing/editing.ts';
import { addRevision } from '#server/studio/writing/texts.ts';
import { requireRoom } from './pictures.ts';

/** A lesson of a draft with its recording, as the page of recordings shows it. */
export interface SoundEditing {
  readonly editing: EditedText;
  /** Undefined where its head cannot be read: that is mended as text first. */
  readonly lesson: Lesson | undefined;
}

/** `keep`: the recording fits still; `drop`: the lesson has none. */
export type SoundAct = { readonly act: 'keep' | 'drop' } | { readonly act: 'add'; readonly bytes: Buffer };

interface Target {
  readonly draft: OpenDraft;
  readonly lesson: string;
}

/** @throws Refusal not_found */
export async function openSound(services: DataServices, viewer: Viewer, target: Target): Promise<SoundEditing> {
  const path = lessonFile(target.draft.course, target.lesson);
  const editing = await openEditing(services, viewer, target.draft, path);
  const saved = await draftContent(services.db, target.draft.id);
  const source = contentOver(saved, new Map([[path, Buffer.from(editing.text)]]));
  const { content } = await checkFile(source, path, todayOn());
  return { editing, lesson: content.lessons.find(({ file }) => file === path)?.value };
}

/**
 * Gives a lesson another recording, or none. `mend`: the recording is in the draft, but the lesson must be mended before it is
 * saved with it; nothing is lost.
 * @throws Refusal not_found, conflict (draft_closed, draft_changed), invalid (lesson_unreadable, draft_full, house_full, and every
 * `RecordingProblem`)
 */
export async function changeLessonSound(
  services: DataServices,
  viewer: Viewer,
  target: Target,
  asked: SoundAct,
): Promise<'saved' | 'mend'> {
  const { draft, lesson: id } = target;
  if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
  const { lesson, editing } = await openSound(services, viewer, target);
  if (lesson === undefined) throw new Refusal('invalid', 'lesson_unreadable');
  const of = spokenDigest(lesson);
  let file = lesson.sound?.file;
  if (asked.act === 'add') {
    const recording = cleanRecording(asked.bytes);
    if ('problem' in recording) throw new Refusal('invalid', recording.problem);
    await requireRoom(services, draft.id, recording.bytes.length);
    file = `rekaman-${id}.${recording.ending}`;
    await replace(services, viewer, draft, { file, bytes: recording.bytes, before: lesson.sound?.file });
  } else if (asked.act === 'drop' && file !== undefined) {
    await replace(services, viewer, draft, { file: undefined, bytes: undefined, before: file });
    file = undefined;
  }
  const text = changeSound(editing.text, file === undefined ? undefined : { file, of });
  if (text === undefined) throw new Refusal('invalid', 'lesson_unreadable');
  const now = await requireDraft(services.db, viewer, draft.id);
  const path = lessonFile(draft.course, id);
  const { base } = await openEditing(services, viewer, now, path);
  const outcome = await edit(services, viewer, now, path, { act: 'save', text, base, rebased: '' });
  return outcome.kind === 'saved' ? 'saved' : 'mend';
}

interface Replaced {
  readonly file: string | undefined;
  readonly bytes: Buffer | undefined;
  /** The recording that it stands for, which goes. */
  readonly before: string | undefined;
}

async function replace(
  services: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  { file, bytes, before }: Replaced,
): Promise<void> {
  const source = await draftContent(services.db, draft.id);
  const old = before === undefined || before === file ? undefined : mediaFile(draft.course, before);
  const changes = [
    ...(old !== undefined && (await bytesIn(source, old)) !== undefined ? [{ path: old, text: null }] : []),
    ...(file !== undefined && bytes !== undefined ? [{ path: mediaFile(draft.course, file), text: bytes }] : []),
  ];
  for (const change of changes) {
    await addRevision(services, viewer, await requireDraft(services.db, viewer, draft.id), change);
  }
}
