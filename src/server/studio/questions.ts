import { wordsOf } from '#domain/lint/quiz/likeness.ts';
import type { Viewer } from '#domain/person/person.ts';
import { closeForm } from '#domain/question/editor/close.ts';
import { formFields } from '#domain/question/editors.ts';
import type { EditorField, FormValues } from '#domain/question/editor/field.ts';
import { openForm } from '#domain/question/editor/open.ts';
import { type Question, questionKinds } from '#domain/question/question.ts';
import type { EditedText } from '#domain/studio/edited-text.ts';
import { Refusal } from '#domain/refusal.ts';
import { quizFile } from '#domain/content-path.ts';
import { slugOf } from '#content/exchange/slug.ts';
import { placeFaults, type QuestionFault } from '#content/studio/question-faults.ts';
import { changeQuestions, type QuestionChange, type QuestionPath } from '#content/studio/question-text.ts';
import { type ListedQuestion, readWrittenQuiz, type WrittenQuiz } from '#content/studio/written-quiz.ts';
import { sha256 } from '#server/digest.ts';
import type { DataServices } from '#server/services.ts';
import type { OpenDraft } from './drafts.ts';
import { edit, openEditing } from '#server/studio/writing/editing.ts';

/** A quiz of a draft as forms show it. */
export interface QuizEditing {
  readonly editing: EditedText;
  /** Undefined where the text cannot be read as questions: then it is mended as text. */
  readonly quiz: WrittenQuiz | undefined;
  readonly faults: readonly QuestionFault[];
}

/** One question, or the one that is to be added. */
export interface QuestionEditing {
  readonly kind: Question['kind'];
  readonly fields: readonly EditorField[];
  readonly values: FormValues;
  /** Names the question as it was when the form was made; empty for one that is not there yet. */
  readonly seen: string;
  readonly faults: readonly QuestionFault[];
}

/** What a form of a question sends. */
export interface SentQuestion {
  /** Where it stands; of one that is added its list: `['']`, or `[case, '']`. */
  readonly path: QuestionPath;
  readonly kind: Question['kind'];
  readonly values: FormValues;
  readonly seen: string;
}

export type QuestionOutcome =
  /** `isWhole`: the quiz is a revision of the draft now. Else something else in it must be mended first; nothing is lost. */
  | { readonly kind: 'kept'; readonly path: QuestionPath; readonly isWhole: boolean }
  /** By the name of the control. */
  | { readonly kind: 'problems'; readonly problems: ReadonlyMap<string, string> }
  | { readonly kind: 'changed' }
  | { readonly kind: 'conflict' };

/** @throws Refusal not_found */
export async function openQuiz(
  services: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  id: string,
): Promise<QuizEditing> {
  const editing = await openEditing(services, viewer, draft, quizFile(draft.course, id));
  return { editing, quiz: readWrittenQuiz(editing.text), faults: placeFaults(editing.text, editing.faults) };
}

/** The question that a path leads to; undefined when there is none. */
export function findQuestion(quiz: WrittenQuiz, path: QuestionPath): ListedQuestion | undefined {
  let found: ListedQuestion | undefined;
  for (const [at, id] of path.entries()) found = (at === 0 ? quiz : found)?.questions.find((it) => it.id === id);
  return found;
}

/** @throws Refusal not_found, when there is no such question, or no such kind */
export function openQuestion({ quiz, faults }: QuizEditing, path: QuestionPath, kind: string): QuestionEditing {
  if (quiz === undefined) throw new Refusal('not_found', 'question');
  if (path.at(-1) === '') {
    const fresh = questionKinds.find((it) => it === kind && (it !== 'case' || path.length === 1));
    const isThere = path.length === 1 || findQuestion(quiz, path.slice(0, -1))?.kind === 'case';
    if (fresh === undefined || !isThere) throw new Refusal('not_found', 'question');
    const fields = formFields(fresh, quiz.mode);
    return { kind: fresh, fields, values: openForm(fields, {}), seen: '', faults: [] };
  }
  const question = findQuestion(quiz, path);
  if (question === undefined) throw new Refusal('not_found', 'question');
  const fields = formFields(question.kind, quiz.mode);
  return {
    ...{ kind: question.kind, fields, values: openForm(fields, question.fields), seen: digestOf(question) },
    faults: faults.filter((it) => it.path.join('/') === path.join('/')),
  };
}

/** Writes a question into its quiz, as far as it can be written. @throws Refusal not_found, conflict (draft_closed) */
export async function saveQuestion(
  services: DataServices,
  viewer: Viewer,
  target: { readonly draft: OpenDraft; readonly quiz: string },
  sent: SentQuestion,
): Promise<QuestionOutcome> {
  const opened = await openQuiz(services, viewer, target.draft, target.quiz);
  const { quiz } = opened;
  const now = openQuestion(opened, sent.path, sent.kind);
  if (now.seen !== sent.seen) return { kind: 'changed' };
  const closed = closeForm(now.fields, sent.values, (text, taken) => slugOf(text, taken, 'pilihan'));
  if (closed.problems.size > 0) return { kind: 'problems', problems: closed.problems };
  const isNew = sent.path.at(-1) === '';
  const siblings = (sent.path.length === 1 ? quiz : findQuestion(quiz ?? noQuiz, sent.path.slice(0, -1)))?.questions;
  const id = isNew ? freshId(closed.fields, siblings ?? []) : (sent.path.at(-1) ?? '');
  const path = [...sent.path.slice(0, -1), id];
  const fields = isNew
    ? { id, kind: sent.kind, ...closed.fields, ...(sent.kind === 'case' && beginnings) }
    : closed.fields;
  return changeQuiz(services, viewer, target, { act: isNew ? 'add' : 'write', path, fields });
}

/** Copies, moves or takes away a question, or writes one. @throws Refusal not_found, conflict (draft_closed, quiz_as_text) */
export async function changeQuiz(
  services: DataServices,
  viewer: Viewer,
  { draft, quiz }: { readonly draft: OpenDraft; readonly quiz: string },
  change: QuestionChange,
): Promise<QuestionOutcome> {
  const path = quizFile(draft.course, quiz);
  const { text, base } = await openEditing(services, viewer, draft, path);
  const changed = changeQuestions(text, change);
  if (changed === undefined) throw new Refusal('conflict', 'quiz_as_text');
  const outcome = await edit(services, viewer, draft, path, { act: 'save', text: changed, base, rebased: '' });
  if (outcome.kind === 'conflict') return { kind: 'conflict' };
  return { kind: 'kept', path: change.path, isWhole: outcome.kind === 'saved' };
}

/** The name of a copy. */
export function copyName(quiz: WrittenQuiz, path: QuestionPath): string {
  const siblings = (path.length === 1 ? quiz : findQuestion(quiz, path.slice(0, -1)))?.questions ?? [];
  return slugOf(path.at(-1) ?? '', new Set(siblings.map(({ id }) => id)), 'soal');
}

/** Names a question by its first words. */
function freshId(fields: Readonly<Record<string, unknown>>, siblings: readonly ListedQuestion[]): string {
  const words = wordsOf(String(fields.prompt ?? fields.story ?? '')).slice(0, 5);
  return slugOf(words.join(' '), new Set(siblings.map(({ id }) => id)), 'soal');
}

function digestOf({ fields }: ListedQuestion): string {
  return sha256(JSON.stringify(fields)).slice(0, 16);
}

const noQuiz: WrittenQuiz = { title: '', mode: 'practice', questions: [] };

/** A case has at least two questions; these are to be written anew. */
const beginnings = {
  questions: [1, 2].map((at) => ({
    ...{ id: `soal-${at}`, kind: 'true-false', prompt: `Tulis pernyataan ke-${at}.`, key: true },
    rationale: 'Tulis mengapa itu benar.',
  })),
};
