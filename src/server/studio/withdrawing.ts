import { courseFile, lessonFile, quizFile } from '#domain/content-path.ts';
import type { Fault } from '#domain/lint/fault.ts';
import { todayOn } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { isOpen } from '#domain/studio/draft.ts';
import { findNameProblem } from '#domain/studio/draft-path.ts';
import { contentOver } from '#content/files/content-source.ts';
import { checkCourse } from '#content/studio/check.ts';
import { readShapes } from '#content/read.ts';
import { withdrawLessonIn } from '#content/studio/course-lessons.ts';
import type { DataServices } from '#server/services.ts';
import { type OpenDraft, requireDraft } from './drafts.ts';
import { draftContent, textIn } from './sources.ts';
import { addRevision } from '#server/studio/writing/texts.ts';

/**
 * Takes a lesson out of its course in a draft: its line in the list, its text and its practice. What people did there stays.
 * Answers what in the course still needs it; then nothing was changed.
 * @throws Refusal invalid (lesson_unknown), conflict (draft_closed, last_lesson, draft_changed)
 */
export async function withdrawLesson(
  services: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  lesson: string,
): Promise<readonly Fault[]> {
  if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
  const source = await draftContent(services.db, draft.id);
  const [list, text, practice] = [courseFile, lessonFile, quizFile].map((make) => make(draft.course, lesson)) as [
    string,
    string,
    string,
  ];
  if (findNameProblem(lesson) === 'shape' || (await textIn(source, text)) === undefined) {
    throw new Refusal('invalid', 'lesson_unknown');
  }
  const { content } = await readShapes(source);
  const title = content.lessons.find(({ file }) => file === text)?.value.title ?? lesson;
  const listed = withdrawLessonIn((await textIn(source, list)) ?? '', { id: lesson, title });
  if (listed === undefined) throw new Refusal('conflict', 'last_lesson');
  const gone = [text, ...((await textIn(source, practice)) === undefined ? [] : [practice])];
  const changed = new Map([[list, Buffer.from(listed)], ...gone.map((path) => [path, null] as const)]);
  const today = todayOn();
  const before = new Set((await checkCourse(source, draft.course, today)).map(({ message }) => message));
  const after = await checkCourse(contentOver(source, changed), draft.course, today);
  const needed = after.filter(({ message, severity }) => severity === 'error' && !before.has(message));
  if (needed.length > 0) return needed;
  for (const [path, bytes] of changed) {
    const now = await requireDraft(services.db, viewer, draft.id);
    await addRevision(services, viewer, now, { path, text: bytes === null ? null : listed });
  }
  return [];
}
