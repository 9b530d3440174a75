import { lessonFile, quizFile } from '#domain/content-path.ts';
import { missingReaders } from '#domain/course/course.ts';
import type { LearningEntries, Preview } from '#domain/course/entries.ts';
import type { Prose } from '#domain/course/prose.ts';
import type { Content } from '#domain/lint/content.ts';
import type { Fault } from '#domain/lint/fault.ts';
import { todayOn } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { Refusal } from '#domain/refusal.ts';
import { entriesOf } from '#content/entries.ts';
import { contentOver } from '#content/files/content-source.ts';
import { splitLesson } from '#content/files/frontmatter.ts';
import { publishedContent } from '#content/published.ts';
import { makeProse } from '#content/guard/prose-tree.ts';
import { checkFile, keepsFromShowing } from '#content/studio/check.ts';
import type { DataServices } from '#server/services.ts';
import { findDraftMedia } from '#server/studio/draft-media.ts';
import type { OpenDraft } from '#server/studio/drafts.ts';
import { draftContent, textIn } from '#server/studio/sources.ts';
import { readWork } from './work.ts';

/** A lesson of a draft as its page needs it, or what keeps it from being shown. */
export type LessonPreview =
  | {
      readonly preview: Preview;
      readonly course: LearningEntries['courses'];
      readonly lesson: LearningEntries['lessons'];
      readonly prose: Prose;
    }
  | { readonly faults: readonly Fault[]; readonly text: string };

/** With what the viewer has written there and not saved yet. @throws Refusal not_found */
export async function previewLesson(
  { db }: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  id: string,
): Promise<LessonPreview> {
  const path = lessonFile(draft.course, id);
  const saved = await draftContent(db, draft.id);
  const work = await readWork(db, viewer, draft.id, path);
  const source = work === undefined ? saved : contentOver(saved, new Map([[path, Buffer.from(work.text)]]));
  const text = await textIn(source, path);
  if (text === undefined) throw new Refusal('not_found', 'lesson');
  const { content, faults } = await checkFile(source, path, todayOn());
  const worst = faults.filter(keepsFromShowing);
  const preview = await previewOf({ db }, draft, content, id);
  const { entries } = preview;
  const course = entries.courses.find((it) => it.id === draft.course)?.data;
  const lesson = entries.lessons.find((it) => it.id === `${draft.course}/${id}`)?.data;
  const parts = splitLesson(text);
  if (worst.length > 0 || course === undefined || lesson === undefined || parts === undefined) {
    return { faults: worst, text };
  }
  return { preview, course, lesson, prose: makeProse(parts.body) };
}

/** What the components of a lesson find in its draft. */
export async function previewOf(
  { db }: DataServices,
  draft: OpenDraft,
  content: Content,
  id: string,
): Promise<Preview> {
  // A course that waits for a reader is shown to whoever writes it alone.
  const isWaiting = content.courses.some(({ value }) => value.id === draft.course && missingReaders(value).length > 0);
  const entries = entriesOf(isWaiting ? content : publishedContent(content));
  return { path: `/kursus/${draft.course}/${id}/`, entries, findMedia: await findDraftMedia({ db }, draft) };
}

/** A quiz of a draft, or one question of it, as a practice: what is tried is marked in the page. */
export interface QuizPreview {
  readonly preview: Preview;
  readonly quiz: Quiz;
}

/** Undefined when the quiz cannot be shown yet. @throws Refusal not_found */
export async function previewQuiz(
  { db }: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  { id, only }: { readonly id: string; readonly only: string | undefined },
): Promise<QuizPreview | undefined> {
  const path = quizFile(draft.course, id);
  const saved = await draftContent(db, draft.id);
  const work = await readWork(db, viewer, draft.id, path);
  const source = work === undefined ? saved : contentOver(saved, new Map([[path, Buffer.from(work.text)]]));
  if ((await textIn(source, path)) === undefined) throw new Refusal('not_found', 'quiz');
  const { content } = await checkFile(source, path, todayOn());
  const quiz = content.quizzes.find(({ file }) => file === path)?.value;
  if (quiz === undefined) return undefined;
  const questions = only === undefined ? quiz.questions : quiz.questions.filter((it) => it.id === only);
  if (questions.length === 0) throw new Refusal('not_found', 'question');
  const { draw: _draw, attempts: _attempts, ...rest } = quiz;
  const findMedia = await findDraftMedia({ db }, draft);
  return {
    preview: { path: `/kursus/${draft.course}/kuis/${id}/`, entries: entriesOf(publishedContent(content)), findMedia },
    quiz: { ...rest, mode: 'practice', questions },
  };
}
