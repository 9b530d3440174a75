import { quizFile } from '#domain/content-path.ts';
import { todayOn } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { isOpen } from '#domain/studio/draft.ts';
import type { ImportPlan } from '#content/exchange/import.ts';
import { contentOver } from '#content/files/content-source.ts';
import { planQuestionFile } from '#content/studio/question-file.ts';
import { textField } from '#server/http/forms.ts';
import type { DataServices } from '#server/services.ts';
import type { OpenDraft } from './drafts.ts';
import { draftContent } from './sources.ts';
import { edit, openEditing } from '#server/studio/writing/editing.ts';
import { textDigest } from '#server/studio/writing/texts.ts';

/** What somebody sent: a file, else what they pasted. */
export interface SentQuestions {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What questions of a file would become, shown before anything is written. */
export interface QuestionPlan {
  readonly plan: ImportPlan;
  /** Names the text that the plan was made for. */
  readonly seen: string;
}

interface Target {
  readonly draft: OpenDraft;
  readonly quiz: string;
}

/** A form brings at most 256 KB, with what surrounds the file. */
const mostBytes = 200 * 1024;

/** @throws Refusal invalid (questions_empty, questions_too_large) */
export async function readSentQuestions(form: FormData): Promise<SentQuestions> {
  const file = form.get('file');
  const isFile = file instanceof File && file.size > 0;
  const text = textField(form, 'text');
  if (!isFile && text.trim() === '') throw new Refusal('invalid', 'questions_empty');
  const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : Buffer.from(text);
  if (bytes.byteLength > mostBytes) throw new Refusal('invalid', 'questions_too_large');
  return { name: isFile ? file.name : '', bytes };
}

/** @throws Refusal not_found, conflict (draft_closed) */
export async function planQuestions(
  { db }: DataServices,
  viewer: Viewer,
  { draft, quiz }: Target,
  sent: SentQuestions,
): Promise<QuestionPlan> {
  if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
  const path = quizFile(draft.course, quiz);
  const { text } = await openEditing({ db }, viewer, draft, path);
  const source = contentOver(await draftContent(db, draft.id), new Map([[path, Buffer.from(text)]]));
  const plan = await planQuestionFile(source, { ...sent, course: draft.course, quiz }, todayOn());
  return { plan, seen: textDigest(text) };
}

/**
 * Writes what was planned: all of it, and only into the text that it was planned for. Answers whether the quiz is a revision of
 * the draft now; else something in it must be mended first, and nothing is lost.
 * @throws Refusal not_found, conflict (draft_closed, questions_changed)
 */
export async function takeQuestions(
  services: DataServices,
  viewer: Viewer,
  { draft, quiz }: Target,
  { text, seen }: { readonly text: string; readonly seen: string },
): Promise<boolean> {
  const path = quizFile(draft.course, quiz);
  const now = await openEditing(services, viewer, draft, path);
  if (textDigest(now.text) !== seen) throw new Refusal('conflict', 'questions_changed');
  const outcome = await edit(services, viewer, draft, path, { act: 'save', text, base: now.base, rebased: '' });
  if (outcome.kind === 'conflict') throw new Refusal('conflict', 'questions_changed');
  return outcome.kind === 'saved';
}
