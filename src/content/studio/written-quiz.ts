import { parseDocument } from 'yaml';
import { yamlRules } from '#content/files/yaml-rules.ts';
import { type Question, questionKinds } from '#domain/question/question.ts';

/** A question as its file holds it, wrong or not. */
export interface ListedQuestion {
  readonly id: string;
  readonly kind: Question['kind'];
  /** What is asked, or told. */
  readonly words: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Those of a case. */
  readonly questions: readonly ListedQuestion[];
}

export interface WrittenQuiz {
  readonly title: string;
  readonly mode: 'practice' | 'assessment';
  readonly questions: readonly ListedQuestion[];
}

/** A quiz as far as it can be read; undefined where forms cannot show all of it. */
export function readWrittenQuiz(yaml: string): WrittenQuiz | undefined {
  const document = parseDocument(yaml, yamlRules);
  if (document.errors.length > 0) return undefined;
  const quiz: unknown = document.toJS({ maxAliasCount: 0 });
  if (!isRecord(quiz)) return undefined;
  const questions = readList(quiz.questions);
  if (questions === undefined) return undefined;
  const mode = quiz.mode === 'assessment' ? 'assessment' : 'practice';
  return { title: String(quiz.title ?? ''), mode, questions };
}

function readList(value: unknown): readonly ListedQuestion[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const read = value.map(readOne);
  const isWhole = read.every((it) => it !== undefined) && new Set(read.map((it) => it?.id)).size === read.length;
  return isWhole ? read.flatMap((it) => it ?? []) : undefined;
}

function readOne(value: unknown): ListedQuestion | undefined {
  if (!isRecord(value) || typeof value.id !== 'string') return undefined;
  const kind = questionKinds.find((it) => it === value.kind);
  const questions = kind === 'case' ? readList(value.questions) : [];
  if (kind === undefined || questions === undefined) return undefined;
  const words = String((kind === 'case' ? value.story : value.prompt) ?? '');
  return { id: value.id, kind, words, fields: value, questions };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
